import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'yaml'

/** How many items of each kind a catalogue of 10,000 has; other sizes are scaled from it. */
const parts = {
  application: 3_900,
  step: 2_400,
  contract: 700,
  information: 600,
  practice: 400,
  supplier: 400,
  procedure: 300,
  'value-stream': 300,
  team: 250,
  metric: 250,
  role: 200,
  skill: 194,
  stakeholder: 50,
  service: 50,
} as const

const folders: Readonly<Record<string, string>> = {
  information: 'information',
  'value-stream': 'value-streams',
  practice: 'practices',
}

/**
 * Writes a catalogue of about `size` items and 8.7 relations an item, always the same for the same size: practices that use
 * resources, streams of eight steps, applications that need each other and one that every tenth needs, suppliers behind
 * contracts.
 */
export function writeGeneratedCatalogue(folder: string, size: number): void {
  const random = randomNumbers(size)
  const count = (kind: keyof typeof parts): number => Math.max(8, Math.round((parts[kind] * size) / 10_000))
  const name = (kind: string, number: number): string => `${kind}-${String(number).padStart(5, '0')}`
  const some = (kind: keyof typeof parts, many: number, prefixed = false): string[] => {
    const picked = new Set<string>()
    const from = count(kind)
    while (picked.size < Math.min(many, from)) picked.add(name(kind, Math.floor(random() * from)))
    return [...picked].map((each) => (prefixed ? `${kind}/${each}` : each))
  }
  const one = (kind: keyof typeof parts, prefixed = false): string => some(kind, 1, prefixed)[0] ?? ''
  const words = (many: number): string =>
    Array.from({ length: many }, () => vocabulary[Math.floor(random() * vocabulary.length)]).join(' ')
  const write = (kind: keyof typeof parts, number: number, fields: Readonly<Record<string, unknown>>): void => {
    const at = join(folder, folders[kind] ?? `${kind}s`)
    if (number === 0) mkdirSync(at, { recursive: true })
    const common = { name: `${words(2)} ${String(number)}`, summary: `${words(12)}.`, tags: [words(1)] }
    writeFileSync(join(at, `${name(kind, number)}.yaml`), stringify({ ...common, ...fields }))
  }
  const each = (kind: keyof typeof parts, fields: (number: number) => Readonly<Record<string, unknown>>): void => {
    for (let number = 0; number < count(kind); number += 1) write(kind, number, fields(number))
  }

  mkdirSync(join(folder, 'activities'), { recursive: true })
  writeFileSync(
    join(folder, 'tributary.config.yaml'),
    stringify({ name: 'generated', title: `Generated, ${String(size)} items` }),
  )
  for (const activity of activities)
    writeFileSync(join(folder, 'activities', `${activity}.yaml`), stringify({ name: activity }))

  const hub = `application/${name('application', 0)}`
  each('application', (number) => ({
    owner: one('team', true),
    needs: needs([...new Set([...some('application', 7, true), ...(number % 10 === 1 ? [hub] : [])])]),
    holds: some('information', 1),
  }))
  each('contract', (n) => ({
    number: `C-${String(n)}`,
    suppliers: some('supplier', 2),
    covers: some('application', 4, true),
    end: '2029-12-31',
  }))
  each('information', () => ({ owner: one('role', true), form: 'RECORD' }))
  each('practice', () => ({
    group: 'SERVICE_MANAGEMENT',
    purpose: `${words(20)}.`,
    owner: one('role', true),
    resources: [
      ...some('application', 15, true),
      ...some('team', 5, true),
      ...some('information', 5, true),
      ...some('contract', 3, true),
    ],
  }))
  each('supplier', () => ({ contact: 'desk@supplier.example' }))
  each('procedure', () => ({ practice: one('practice'), activities: [words(3), words(3)] }))
  each('team', () => ({ roles: some('role', 3), skills: some('skill', 5) }))
  each('metric', () => ({ unit: 'hours', direction: 'LOWER_IS_BETTER', measures: [one('value-stream', true)] }))
  each('role', () => ({ skills: some('skill', 3) }))
  each('skill', () => ({ category: words(1) }))
  each('stakeholder', () => ({ form: 'USER' }))
  each('service', () => ({ consumers: some('stakeholder', 2) }))
  each('value-stream', () => ({
    perspective: 'TO_BE',
    situation: `${words(10)}.`,
    starts: 'DEMAND',
    trigger: `${words(8)}.`,
    value: `${words(8)}.`,
    valueFor: some('stakeholder', 1),
    serves: some('service', 1),
    owner: one('role', true),
    steps: Array.from({ length: Math.round(count('step') / count('value-stream')) }, (_, index) => ({
      id: `s${String(index)}`,
      name: words(2),
      activity: activities[index % activities.length],
      practices: some('practice', 2),
      tools: some('application', 3),
      skills: some('skill', 2),
      information: some('information', 2),
      procedures: some('procedure', 1),
      contracts: some('contract', 1),
      performedBy: [one('team', true)],
      processTime: '20 min',
      leadTime: '2 h',
    })),
  }))
}

/** Every third need is essential, every fourth in a group. */
const needs = (ids: readonly string[]): unknown[] =>
  ids.map((to, i) =>
    i % 3 === 0 ? { to, criticality: 'ESSENTIAL' } : i % 4 === 1 ? { to, redundancyGroup: 'pair' } : to,
  )

const activities = ['plan', 'engage', 'design-and-transition', 'obtain-build', 'deliver-and-support', 'improve']
const vocabulary =
  'river service request change team desk mail portal ledger claims member network cloud supplier order report quality review device access'.split(
    ' ',
  )

/** Mulberry32: small, fast, and the same everywhere. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

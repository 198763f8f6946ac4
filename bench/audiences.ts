import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openAudience } from '../graph/audience/open-audience.ts'
import { readCatalogue } from '../graph/catalogue/read-catalogue.ts'
import { applyPlan } from '../graph/load/apply-plan.ts'
import { planLoad } from '../graph/load/plan.ts'
import { openStore } from '../graph/store/open-store.ts'
import { writeGeneratedCatalogue } from './generated-catalogue.ts'

// What it takes to serve audiences of one graph from one process: `node --expose-gc bench/audiences.ts [items]`. Each audience
// sees all of it: there are none that take more.
const size = Number(process.argv[2] ?? 10_000)
const folder = mkdtempSync(join(tmpdir(), 'tributary-audiences-'))
const names = ['first', 'second', 'third']
const kinds = [
  'application',
  'contract',
  'information',
  'metric',
  'practice',
  'procedure',
  'role',
  'service',
  'skill',
  'stakeholder',
  'supplier',
  'team',
  'value-stream',
]
const fields = [...kinds, 'step'].map((kind) => `${kind}: all`).join(', ')

try {
  writeGeneratedCatalogue(folder, size)
  const audiences = names.map((name) => `  ${name}:\n    kinds: [${kinds.join(', ')}]\n    fields: { ${fields} }\n`)
  appendFileSync(join(folder, 'tributary.config.yaml'), `audiences:\n${audiences.join('')}`)
  const { catalogue, findings } = await readCatalogue(folder)
  if (catalogue === undefined)
    throw new Error(findings.flatMap(({ severity, message }) => (severity === 'error' ? [message] : [])).join('\n'))
  const address = `file:${join(folder, '.tributary/graph')}`
  const writer = await openStore(address)
  await applyPlan(writer, await planLoad(writer, catalogue))
  await writer.close()
  const whole = await openStore(address)
  tell('the whole graph', 0)
  for (const name of names) {
    const start = performance.now()
    await openAudience(whole, name, { sharesWhole: true })
    tell(`with the audience "${name}"`, performance.now() - start)
  }
} finally {
  rmSync(folder, { recursive: true })
}
process.exit()

function tell(what: string, milliseconds: number): void {
  globalThis.gc?.()
  const { rss, heapUsed } = process.memoryUsage()
  const megabytes = (bytes: number): string => `${String(Math.round(bytes / 1e6))} MB`
  console.log(
    `${what}: opened in ${(milliseconds / 1000).toFixed(1)} s, ${megabytes(rss)} in all, ${megabytes(heapUsed)} of JavaScript`,
  )
}

import { validated } from '../graph/catalogue/catalogue.ts'
import type { Catalogue, Item, ItemRelation, Source, Value } from '../graph/catalogue/catalogue.ts'
import type { Completeness } from '../graph/catalogue/completeness/completeness.ts'
import { workingCalendar } from '../graph/catalogue/duration.ts'
import type { Finding } from '../graph/catalogue/finding.ts'
import { kindOf } from '../graph/model/model.ts'
import type { Attribute, Model } from '../graph/model/model.ts'
import { readModel } from '../graph/model/read-model.ts'
import { compareText } from '../graph/text/compare-text.ts'
import { randomNumbers } from './generated-catalogue.ts'

/** How many of a thousand items are of which kind. */
const parts = {
  Application: 500,
  Step: 240,
  Information: 130,
  Team: 40,
  ValueStream: 30,
  Practice: 20,
  Contract: 20,
  Supplier: 20,
} as const

type KindName = keyof typeof parts

/** Steps of a stream. */
const stepsOfStream = parts.Step / parts.ValueStream

const activities = ['plan', 'engage', 'design-and-transition', 'obtain-build', 'deliver-and-support', 'improve']
const vocabulary =
  'river service request change team desk mail portal ledger claims member network cloud supplier order report quality review device access'.split(
    ' ',
  )

/**
 * A catalogue of `size` items and four relations an item, always the same for the same size, with a finding about every item
 * and how complete it is. It is made in memory, as if it had been read: a million files say more of the disk than of the load.
 * @param edited of so many applications the summary is another.
 */
export function largeCatalogue(size: number, edited = 0): Catalogue {
  const model = readModel()
  const random = randomNumbers(size)
  const count = (kind: KindName): number => Math.max(1, Math.round((parts[kind] * size) / 1000))
  const words = (many: number): string =>
    Array.from({ length: many }, () => vocabulary[Math.floor(random() * vocabulary.length)]).join(' ')
  const items: Item[] = []
  const relations: ItemRelation[] = []
  const add = (kind: string, id: string, values: Readonly<Record<string, Value>>): void => {
    const { attributes, folder } = kindOf(model, kind)
    const sources = [sourceIn(`${folder}/${id.slice(id.indexOf('/') + 1)}.yaml`, 1)]
    items.push({
      id,
      kind,
      values: { ...defaultsOf(attributes), name: `${words(2)} ${String(items.length)}`, ...values },
      sources,
    })
  }
  const relate = (from: string, type: string, ...targets: readonly string[]): void => {
    const [source] = items.at(-1)?.sources ?? []
    for (const [index, to] of [...new Set(targets)].entries()) {
      const sources = source === undefined ? [] : [{ ...source, line: index + 4 }]
      relations.push({ type, from, to, values: defaultsOf(edgeOf(type, model)), sources })
    }
  }
  const some = (kind: KindName, many: number): string[] =>
    Array.from({ length: many }, () => idOf(kind, Math.floor(random() * count(kind)), model))
  const each = (kind: KindName, make: (id: string, number: number) => void): void => {
    for (let number = 0; number < count(kind); number += 1) make(idOf(kind, number, model), number)
  }

  for (const activity of activities) add('Activity', `activity/${activity}`, {})
  each('Application', (id, number) => {
    const summary = `${words(12)}.`
    add('Application', id, { summary: number < edited ? 'Edited.' : summary })
    relate(id, 'OWNED_BY', ...some('Team', 1))
    relate(id, 'NEEDS', ...some('Application', 3))
  })
  each('Information', (id) => {
    add('Information', id, { summary: `${words(12)}.` })
    relate(id, 'OWNED_BY', ...some('Team', 1))
    relate(id, 'NEEDS', ...some('Application', 3))
  })
  each('Team', (id) => {
    add('Team', id, { summary: `${words(12)}.` })
    relate(id, 'NEEDS', ...some('Application', 4))
  })
  each('Practice', (id) => {
    add('Practice', id, { group: 'SERVICE_MANAGEMENT', purpose: `${words(20)}.` })
    relate(id, 'USES', ...some('Application', 3), ...some('Team', 1))
  })
  each('Supplier', (id) => {
    add('Supplier', id, {})
  })
  each('Contract', (id, number) => {
    add('Contract', id, { number: `C-${String(number)}`, end: '2029-12-31' })
    relate(id, 'AGREED_WITH', ...some('Supplier', 1))
    relate(id, 'COVERS', ...some('Application', 3))
  })
  each('ValueStream', (id) => {
    const texts = { situation: `${words(10)}.`, trigger: `${words(8)}.`, value: `${words(8)}.` }
    add('ValueStream', id, { perspective: 'TO_BE', starts: 'DEMAND', ...texts })
    relate(id, 'OWNED_BY', ...some('Team', 1))
    const steps = Array.from(
      { length: stepsOfStream },
      (_, index) => `step/${id.slice(id.indexOf('/') + 1)}/s${String(index)}`,
    )
    relate(id, 'HAS_STEP', ...steps)
    for (const [index, step] of steps.entries()) {
      add('Step', step, { position: index + 1, processTime: 'PT20M', leadTime: 'PT2H' })
      relate(step, 'VISITS', `activity/${activities[index % activities.length] ?? ''}`)
      relate(step, 'WORKED_BY', ...some('Practice', 1))
      relate(step, 'NEEDS_TOOL', ...some('Application', 1))
      relate(step, 'NEXT', ...steps.slice(index + 1, index + 2))
    }
  })
  items.sort((a, b) => compareText(a.id, b.id))
  relations.sort((a, b) => compareText(a.type, b.type) || compareText(a.from, b.from) || compareText(a.to, b.to))
  const title = `Made up, ${String(size)} items`
  return {
    ...{
      name: 'large',
      title,
      site: { title, base: '/', locale: 'en' },
      calendar: workingCalendar,
      audiences: [],
      model,
    },
    items: new Map(items.map((item) => [item.id, item])),
    relations,
    findings: items.map(findingAbout),
    completeness: items.map(completenessOf),
    [validated]: true,
  }
}

const sourceIn = (file: string, line: number): Source => ({ layer: 'large', file, line })

const idOf = (kind: KindName, number: number, model: Model): string => {
  const { idPrefix } = kindOf(model, kind)
  return `${idPrefix}/${idPrefix}-${String(number).padStart(7, '0')}`
}

const edgeOf = (type: string, model: Model): readonly Attribute[] => model.relations.get(type)?.edge?.attributes ?? []

function defaultsOf(attributes: readonly Attribute[]): Record<string, Value> {
  const values: Record<string, Value> = {}
  for (const { name, default: value } of attributes) if (value !== undefined) values[name] = value as Value
  return values
}

/** As `missing-owner` says it, of each. */
function findingAbout({ id, values, sources }: Item): Finding {
  const file = sources[0]?.file ?? ''
  return {
    rule: 'missing-owner',
    severity: 'info',
    message: `Nobody owns "${String(values['name'])}".`,
    hint: 'Write who answers for it: "owner: team/…".',
    item: id,
    place: { layer: 'large', path: file, file, line: 1, column: 1 },
  }
}

const completenessOf = ({ id, kind }: Item): Completeness => ({
  item: id,
  kind,
  score: 60,
  missing: ['owner', 'reviewBy'],
})

import { ask } from './ask.ts'
import { buildInput } from './build-input.ts'
import type { BuildInput, Execute } from './build-input.ts'
import { compareItems } from './catalogue.ts'
import type { Catalogue, Connection, Item, Source } from './catalogue.ts'
import { catalogueDocument } from './documents.ts'
import { readModel } from './model.ts'
import type { Model } from './model.ts'
import { readCompleteness } from './read-completeness.ts'
import { readDependence } from './read-dependence.ts'
import { readFindings } from './read-findings.ts'
import { readItems } from './read-items.ts'
import type { ReadItem } from './read-items.ts'
import { readRevisions } from './read-revisions.ts'
import { readStreams } from './read-streams.ts'

/** One reading for one build, however many pages ask for it. */
const readings = new WeakMap<BuildInput, Promise<Catalogue>>()

/** What this build shows. */
export function catalogue(): Promise<Catalogue> {
  const input = buildInput()
  const reading = readings.get(input) ?? readCatalogue(input.execute, input.today)
  readings.set(input, reading)
  return reading
}

/**
 * Reads everything: six requests, one for every hundred items of a kind, findings, scores or streams, and one for every fifty items
 * that govern.
 * @param today the day by which contracts are past their end or not.
 * @throws when something was loaded meanwhile: pages of two revisions would contradict each other.
 */
export async function readCatalogue(
  execute: Execute,
  today: string = new Date().toISOString().slice(0, 10),
): Promise<Catalogue> {
  const { catalogue: about } = await ask(execute, catalogueDocument, {})
  const { model, ...all } = await readAllItems(execute)
  const findings = await readFindings(execute)
  const completeness = await readCompleteness(execute)
  const streams = await readStreams(execute, today)
  const dependence = await readDependence(execute, all.items.values(), today)
  const past = await readRevisions(execute)
  const { catalogue: after } = await ask(execute, catalogueDocument, {})
  if (after.revision !== about.revision)
    throw new Error('The catalogue was loaded anew while the site was built. Build again.')
  const findingsOf = Map.groupBy(findings, ({ item }) => item ?? '')
  return { about, ...all, model, findings, findingsOf, completeness, ...streams, ...dependence, ...past }
}

/** Reads the model, and every item of it with its relations. */
export async function readAllItems(execute: Execute): Promise<Pick<Catalogue, 'model' | 'items' | 'byKind'>> {
  const model = await readModel(execute)
  const read: ReadItem[] = []
  for (const kind of model.kinds.values()) read.push(...(await readItems(execute, kind, model)))
  return { model, ...connected(read, model) }
}

/** An item while its relations are still being filled in. */
type Draft = Omit<Item, 'holds' | 'isHeldBy'> & { holds: Connection[]; isHeldBy: Connection[] }

function connected(read: readonly ReadItem[], model: Model): Pick<Catalogue, 'items' | 'byKind'> {
  const drafts = new Map(read.map((each) => [String(each.values['id']), draft(each)]))
  for (const { values, holds } of read) {
    const holder = drafts.get(String(values['id']))
    for (const { relation, to, values: carried } of holds) {
      const target = drafts.get(to)
      if (holder === undefined || target === undefined) throw new Error(`A relation leads to ${to}, which no kind has.`)
      holder.holds.push({ relation, item: target, values: carried })
      target.isHeldBy.push({ relation, item: holder, values: carried })
    }
  }
  const order = new Map([...model.relations.keys()].map((type, place) => [type, place]))
  const byOrder = (a: Connection, b: Connection): number =>
    (order.get(a.relation.type) ?? 0) - (order.get(b.relation.type) ?? 0) || compareItems(a.item, b.item)
  for (const each of drafts.values()) {
    each.holds.sort(byOrder)
    each.isHeldBy.sort(byOrder)
  }
  const byKind = new Map([...model.kinds.keys()].map((kind): [string, Item[]] => [kind, []]))
  for (const each of drafts.values()) byKind.get(each.kind.name)?.push(each)
  for (const items of byKind.values()) items.sort(compareItems)
  return { byKind, items: new Map([...byKind.values()].flat().map((each) => [each.id, each])) }
}

function draft({ kind, values }: ReadItem): Draft {
  return {
    id: String(values['id']),
    kind,
    name: String(values['name']),
    summary: typeof values['summary'] === 'string' ? values['summary'] : undefined,
    values,
    sources: (values['sources'] ?? []) as unknown as readonly Source[],
    holds: [],
    isHeldBy: [],
  }
}

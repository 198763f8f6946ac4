import MiniSearch from 'minisearch'
import type { Model } from '../../graph/model/model.ts'
import { propertyOf } from '../../graph/query/names.ts'
import { foldName, itemProperties, labels } from '../../graph/representation.ts'
import type { JsonValue, Store } from '../../graph/store/store.ts'

/** The words of the whole catalogue, ready to be searched. */
export interface SearchIndex {
  /** Items that match, best first. All words must match; where no item has them all, some. */
  search(query: string, kinds?: readonly string[]): SearchHit[]
}

/** One item that matches. */
export interface SearchHit {
  readonly id: string
  readonly score: number
  /** Names of the attributes that match, best first. */
  readonly matched: readonly string[]
  /** The words of the item that match, folded. */
  readonly terms: readonly string[]
}

/** A text of some kinds' items and what a hit in it weighs. */
interface SearchField {
  readonly name: string
  readonly weight: number
  readonly kinds: ReadonlySet<string>
}

/** Where an item's whole names stand, folded, one a line. */
const exactNames = '=names'

/** How much more an item counts that is called just what somebody asks for. */
const exactBoost = 4

/** So many items are indexed before others have their turn: some 25 ms. */
const itemsAtOnce = 200

/** Reads the searched texts of every item, in one statement, and indexes them; requests are answered in between. */
export async function buildSearchIndex(store: Store, model: Model): Promise<SearchIndex> {
  const fields = searchFields(model)
  const names = [...new Set(fields.map((field) => field.name))]
  const columns = ['id', itemProperties.kind, ...names].map((name) => propertyOf('n', name)).join(', ')
  const [answer] = await store.read(`MATCH (n:${labels.item}) RETURN collect([${columns}]) AS rows`)
  const rows = (answer?.['rows'] ?? []) as unknown as readonly (readonly JsonValue[])[]

  const index = new MiniSearch<Record<string, string>>({
    fields: fields.map(keyOf),
    storeFields: ['kind', exactNames],
    processTerm: (term) => foldName(term) || null,
    searchOptions: {
      boost: Object.fromEntries(fields.map((field) => [keyOf(field), field.weight])),
      prefix: true,
      // The beginning of a word is a better sign than a word that is nearly the same.
      weights: { prefix: 0.6, fuzzy: 0.3 },
      fuzzy: (term) => (term.length > 3 ? 0.2 : false),
    },
  })
  await index.addAllAsync(
    rows.map((row) => documentOf(row, fields, names)),
    { chunkSize: itemsAtOnce },
  )
  return { search: (query, kinds) => search(index, query, kinds) }
}

/** Every searched attribute once for each weight that it has on some kind. */
function searchFields(model: Model): SearchField[] {
  const fields = new Map<string, SearchField & { readonly kinds: Set<string> }>()
  for (const kind of model.kinds.values()) {
    for (const { name, search: weight } of kind.attributes) {
      if (weight === undefined) continue
      const field = fields.get(keyOf({ name, weight })) ?? { name, weight, kinds: new Set() }
      fields.set(keyOf(field), field)
      field.kinds.add(kind.name)
    }
  }
  return [...fields.values()]
}

const keyOf = ({ name, weight }: Pick<SearchField, 'name' | 'weight'>): string => `${name}^${weight}`
const nameOf = (key: string): string => key.replace(/\^.*$/, '')

function documentOf(
  [id, kind, ...values]: readonly JsonValue[],
  fields: readonly SearchField[],
  names: readonly string[],
): Record<string, string> {
  const texts = fields
    .filter((field) => field.kinds.has(kind as string))
    .map((field): [string, string] => [keyOf(field), textOf(values[names.indexOf(field.name)])])
  const called = ['name', 'aliases'].map((name) => foldName(textOf(values[names.indexOf(name)])))
  return { id: id as string, kind: kind as string, [exactNames]: called.join('\n'), ...Object.fromEntries(texts) }
}

/** A searched attribute as text, one line for each entry of a list. */
export function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.join('\n')
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

function search(index: MiniSearch, query: string, kinds: readonly string[] | undefined): SearchHit[] {
  const filter = (hit: { readonly [stored: string]: unknown }): boolean => kinds?.includes(String(hit['kind'])) ?? true
  const asked = foldName(query)
  const boostDocument = (_id: unknown, _term: string, stored?: Readonly<Record<string, unknown>>): number =>
    String(stored?.[exactNames]).split('\n').includes(asked) ? exactBoost : 1
  const all = index.search(query, { filter, boostDocument, combineWith: 'AND' })
  const hits = all.length > 0 ? all : index.search(query, { filter, boostDocument, combineWith: 'OR' })
  return hits.map(({ id, score, match, terms }) => ({
    id: String(id),
    score,
    matched: [...new Set(terms.flatMap((term) => match[term] ?? []).map(nameOf))],
    terms,
  }))
}

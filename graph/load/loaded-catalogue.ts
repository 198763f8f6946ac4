import type { Audience } from '../catalogue/audience.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Calendar } from '../catalogue/duration.ts'
import type { SiteConfig } from '../catalogue/layer.ts'
import type { ModelFile } from '../model/model.ts'
import { labels } from '../representation.ts'
import { StoreError } from '../store/store.ts'
import type { Statement, Store } from '../store/store.ts'
import { listsOf } from './loaded-lists.ts'
import type { Lists } from './loaded-lists.ts'
import { idsOf } from './texts.ts'

/** What the graph says of the catalogue that is loaded: enough to serve it without its files. */
export interface LoadedCatalogue {
  readonly name: string
  readonly title: string
  readonly site: SiteConfig
  /** How long a working day and week are in its durations. */
  readonly calendar: Calendar
  /** What it publishes to whom: projections of the graph are made from them. */
  readonly audiences: readonly Audience[]
  /** Number of the last revision, from 1. */
  readonly revision: number
  /** When it was loaded: ISO 8601, UTC. */
  readonly loadedAt: string
  /** The model's files, the product's own included. */
  readonly model: readonly ModelFile[]
  /** Ids of the pieces of its findings: `readFindings` reads what they say. */
  readonly findings: readonly string[]
  /** Ids of the pieces that say how complete each item is: `readCompleteness`. */
  readonly completeness: readonly string[]
}

/** The graph holds no catalogue. */
export class NothingLoadedError extends Error {
  override readonly name = 'NothingLoadedError'

  constructor(store: Store) {
    super(`Nothing is loaded yet: run \`tributary load\`. (The graph is ${store.address}.)`)
  }
}

/** Reads what is loaded. @throws NothingLoadedError when nothing is. */
export async function requireLoadedCatalogue(store: Store): Promise<LoadedCatalogue> {
  const loaded = await readLoadedCatalogue(store)
  if (loaded === undefined) throw new NothingLoadedError(store)
  return loaded
}

/** Reads what is loaded; undefined when nothing is. */
export async function readLoadedCatalogue(store: Store): Promise<LoadedCatalogue | undefined> {
  const [row] = await store.read<Row>(
    `MATCH (c:${labels.catalogue} {id: 'catalogue'})
     RETURN c.name AS name, c.title AS title, c.site AS site, c.calendar AS calendar, c.audiences AS audiences, c.revision AS revision, c.loadedAt AS loadedAt,
            c.model AS model, c.findingTexts AS findings, c.completenessTexts AS completeness`,
  )
  return row === undefined ? undefined : fromRow(row, store)
}

/** The number of the revision that the graph holds now; undefined when it holds none. */
export async function readRevisionNumber(store: Store): Promise<number | undefined> {
  const [row] = await store.read(`MATCH (c:${labels.catalogue} {id: 'catalogue'}) RETURN c.revision AS revision`)
  return row === undefined ? undefined : Number(row['revision'])
}

/**
 * Whether a revision is still the one that is loaded. After a graph was lost, or mended, its numbers are given again: the
 * same number of another time is another revision.
 */
export async function isStillLoaded(
  store: Store,
  known: Pick<LoadedCatalogue, 'revision' | 'loadedAt'>,
): Promise<boolean> {
  const [row] = await store.read(
    `MATCH (c:${labels.catalogue} {id: 'catalogue'}) RETURN c.revision AS revision, c.loadedAt AS loadedAt`,
  )
  return row !== undefined && row['revision'] === known.revision && row['loadedAt'] === known.loadedAt
}

/** The statement that says what is loaded from now on. */
export function saveLoadedCatalogue(loaded: LoadedCatalogue): Statement {
  const { name, title, revision, loadedAt, findings, completeness } = loaded
  const lists = { findingTexts: findings, completenessTexts: completeness }
  const properties = { id: 'catalogue', name, title, revision, loadedAt, ...texts(loaded), ...lists }
  return {
    cypher: `MERGE (c:${labels.catalogue} {id: 'catalogue'}) SET c = $properties`,
    parameters: { properties },
  }
}

/** Whether a catalogue would be loaded as what is loaded says it is, apart from its items and relations. */
export function isSameCatalogue(
  loaded: LoadedCatalogue | undefined,
  catalogue: Catalogue,
  { findings }: Pick<Lists, 'findings'> = listsOf(catalogue),
): boolean {
  if (loaded === undefined) return false
  const { site, calendar, audiences } = catalogue
  const wanted = texts({ site, calendar, audiences, model: catalogue.model.files })
  const is = texts(loaded)
  return (
    loaded.name === catalogue.name &&
    loaded.title === catalogue.title &&
    is.site === wanted.site &&
    is.calendar === wanted.calendar &&
    is.audiences === wanted.audiences &&
    is.model === wanted.model &&
    isSameList(loaded.findings, idsOf(findings))
  )
}

/** Whether items are as complete as what is loaded says. */
export const isSameCompleteness = (
  loaded: LoadedCatalogue | undefined,
  { completeness }: Pick<Lists, 'completeness'>,
): boolean => loaded !== undefined && isSameList(loaded.completeness, idsOf(completeness))

const isSameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id, index) => id === b[index])

/** What has parts of its own. */
type Part = 'site' | 'calendar' | 'audiences' | 'model'

/** Parts that have parts are stored as JSON text. Paths of the machine that loaded are nobody's business. */
function texts(of: Pick<LoadedCatalogue, Part>): Readonly<Record<Part, string>> {
  const model = of.model.map((file) => ({ ...file, path: file.path.split('/').slice(-2).join('/') }))
  return {
    site: JSON.stringify(of.site),
    calendar: JSON.stringify(of.calendar),
    audiences: JSON.stringify(of.audiences),
    model: JSON.stringify(model),
  }
}

/** A row of the statement above. */
type Row = Readonly<Record<'name' | 'title' | 'loadedAt' | Part, string>> & {
  readonly revision: number
  /** Null in a graph that was loaded when these lists were texts. */
  readonly findings: readonly string[] | null
  readonly completeness: readonly string[] | null
}

/** A graph that was loaded before sites spoke more than English doesn't say that they do. */
type StoredSite = Omit<SiteConfig, 'locale'> & Partial<Pick<SiteConfig, 'locale'>>
const withLocale = ({ title, base, locale = 'en', ...rest }: StoredSite): SiteConfig => ({
  title,
  base,
  locale,
  ...rest,
})

function fromRow(
  { site, calendar, audiences, model, findings, completeness, ...row }: Row,
  store: Store,
): LoadedCatalogue {
  if ([site, calendar, model].some((text) => typeof text !== 'string')) {
    throw new StoreError(`What is loaded at ${store.address} is incomplete, or of another version`, {
      hint: `Load into another graph, or take the ${labels.catalogue} node out of this one and load again`,
    })
  }
  return {
    ...row,
    site: withLocale(JSON.parse(site) as StoredSite),
    calendar: JSON.parse(calendar) as Calendar,
    // A graph that was loaded before there were audiences has none.
    audiences: typeof audiences === 'string' ? (JSON.parse(audiences) as Audience[]) : [],
    model: JSON.parse(model) as ModelFile[],
    findings: findings ?? [],
    completeness: completeness ?? [],
  }
}

import type { Audience } from '../catalogue/audience.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Completeness } from '../catalogue/completeness/completeness.ts'
import type { Calendar } from '../catalogue/duration.ts'
import type { SiteConfig } from '../catalogue/layer.ts'
import type { Finding } from '../catalogue/finding.ts'
import type { ModelFile } from '../model/model.ts'
import { labels } from '../representation.ts'
import { StoreError } from '../store/store.ts'
import type { Statement, Store } from '../store/store.ts'

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
  readonly findings: readonly Finding[]
  readonly completeness: readonly Completeness[]
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
            c.model AS model, c.findings AS findings, c.completeness AS completeness`,
  )
  return row === undefined ? undefined : fromRow(row, store)
}

/** The number of the revision that the graph holds now; undefined when it holds none. */
export async function readRevisionNumber(store: Store): Promise<number | undefined> {
  const [row] = await store.read(`MATCH (c:${labels.catalogue} {id: 'catalogue'}) RETURN c.revision AS revision`)
  return row === undefined ? undefined : Number(row['revision'])
}

/** The statement that says what is loaded from now on. */
export function saveLoadedCatalogue(loaded: LoadedCatalogue): Statement {
  const { name, title, revision, loadedAt } = loaded
  const properties = { id: 'catalogue', name, title, revision, loadedAt, ...texts(loaded) }
  return {
    cypher: `MERGE (c:${labels.catalogue} {id: 'catalogue'}) SET c = $properties`,
    parameters: { properties },
  }
}

/** Whether a catalogue would be loaded as what is loaded says it is, apart from its items and relations. */
export function isSameCatalogue(loaded: LoadedCatalogue | undefined, catalogue: Catalogue): boolean {
  if (loaded === undefined) return false
  const { site, calendar, audiences, findings } = catalogue
  const wanted = texts({ site, calendar, audiences, model: catalogue.model.files, findings, completeness: [] })
  const is = texts(loaded)
  return (
    loaded.name === catalogue.name &&
    loaded.title === catalogue.title &&
    is.site === wanted.site &&
    is.calendar === wanted.calendar &&
    is.audiences === wanted.audiences &&
    is.model === wanted.model &&
    is.findings === wanted.findings
  )
}

/** Whether items are as complete as what is loaded says. */
export const isSameCompleteness = (loaded: LoadedCatalogue | undefined, { completeness }: Catalogue): boolean =>
  loaded !== undefined && JSON.stringify(loaded.completeness) === JSON.stringify(completeness)

/** What has parts of its own. */
type Part = 'site' | 'calendar' | 'audiences' | 'model' | 'findings' | 'completeness'

/** Parts that have parts are stored as JSON text. Paths of the machine that loaded are nobody's business, nor is what edits its files. */
function texts(of: Pick<LoadedCatalogue, Part>): Readonly<Record<Part, string>> {
  const findings = of.findings.map(({ fix: _, ...finding }) => ({
    ...finding,
    place: { ...finding.place, path: finding.place.file },
  }))
  const model = of.model.map((file) => ({ ...file, path: file.path.split('/').slice(-2).join('/') }))
  return {
    site: JSON.stringify(of.site),
    calendar: JSON.stringify(of.calendar),
    audiences: JSON.stringify(of.audiences),
    model: JSON.stringify(model),
    findings: JSON.stringify(findings),
    completeness: JSON.stringify(of.completeness),
  }
}

/** A row of the statement above. */
type Row = Readonly<Record<'name' | 'title' | 'loadedAt' | Part, string>> & {
  readonly revision: number
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
  if ([site, calendar, model, findings].some((text) => typeof text !== 'string')) {
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
    findings: JSON.parse(findings) as Finding[],
    // A graph that was loaded before completeness was known doesn't say it.
    completeness: typeof completeness === 'string' ? (JSON.parse(completeness) as Completeness[]) : [],
  }
}

import type { Audience } from '../catalogue/audience.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { workingCalendar } from '../catalogue/duration.ts'
import type { Calendar } from '../catalogue/duration.ts'
import type { Finding } from '../catalogue/finding.ts'
import type { SiteConfig } from '../catalogue/layer.ts'
import type { LoadedCatalogue } from '../load/loaded-catalogue.ts'
import type { StoredGraph } from '../load/stored-graph.ts'
import { wantedGraph } from '../load/wanted-graph.ts'
import type { Model } from '../model/model.ts'
import { modelFromFiles, readModel } from '../model/read-model.ts'

/** One of the two states that are compared, wherever it came from: as a graph holds it, or would. */
export interface Side {
  /** What people call it: "main (4ea761c)", "the files in catalogues/example". */
  readonly label: string
  readonly graph: StoredGraph
  readonly model: Model
  readonly findings: readonly Finding[]
  readonly settings: Settings
  /** There was no catalogue yet, or is none any more: nothing is in it, and nothing can get better or worse by it. */
  readonly isAbsent?: true
  /** Of an absent side: what it has nevertheless, from layers that come with Tributary. */
  readonly builtIn?: BuiltIn
}

/** Items of built-in layers that are there with a catalogue and without. */
export interface BuiltIn {
  /** Names of the layers: itil4. */
  readonly layers: readonly string[]
  /** How many items they bring. */
  readonly items: number
}

/** What a catalogue says of itself. */
export interface Settings {
  readonly name: string
  readonly title: string
  readonly calendar: Calendar
  readonly site: SiteConfig
  readonly audiences: readonly Audience[]
}

/** A catalogue of files as a side. */
export function sideOfCatalogue(label: string, catalogue: Catalogue): Side {
  const { model, findings } = catalogue
  return { label, graph: wantedGraph(catalogue), model, findings, settings: settingsOf(catalogue) }
}

/** Where there is no catalogue, as a side: the other one's is new, or gone. */
export function absentSide(label: string): Side {
  const settings: Settings = {
    ...{ name: '', title: '', calendar: workingCalendar, audiences: [] },
    site: { title: '', base: '/', locale: 'en' },
  }
  const graph: StoredGraph = { nodes: new Map(), relations: new Map() }
  return { label, graph, model: readModel(), findings: [], settings, isAbsent: true }
}

/** What a graph holds as a side. */
export function sideOfGraph(
  label: string,
  loaded: LoadedCatalogue,
  graph: StoredGraph,
  findings: readonly Finding[],
): Side {
  const model = modelFromFiles(loaded.model)
  return { label, graph, model, findings, settings: settingsOf(loaded) }
}

const settingsOf = ({ name, title, calendar, site, audiences }: Settings): Settings => ({
  ...{ name, title, calendar, site, audiences },
})

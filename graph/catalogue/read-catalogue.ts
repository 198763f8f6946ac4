import { resolve } from 'node:path'
import { builtInFolder, builtInLayers } from './built-in-layers.ts'
import { catalogueOf } from './catalogue-of.ts'
import type { Catalogue } from './catalogue.ts'
import { addDefaultFlow } from './default-flow.ts'
import type { FileMemory } from './file-memory.ts'
import { byPlace } from './finding.ts'
import type { Finding } from './finding.ts'
import { followReferences } from './follow-references.ts'
import type { Config, Layer } from './layer.ts'
import { calendarIn } from './layers-calendar.ts'
import { modelOf } from './layers-model.ts'
import { applyRules, rulesOf } from './layers-rules.ts'
import { mergeFiles } from './merge-files.ts'
import type { MergeOptions } from './merge-files.ts'
import { ownersIn } from './owner-of.ts'
import { refusedIds } from './read-item.ts'
import { readLayers } from './read-layers.ts'
import type { ReadLayer } from './read-layers.ts'
import { Report } from './report.ts'
import { resolveAudiences } from './resolve-audiences.ts'
import type { Rule } from './rule.ts'
import { readSiteFiles } from './site-files.ts'
import { createView } from './view.ts'

/** What came of reading a catalogue. */
export interface ReadCatalogue {
  /** The catalogue; undefined when any finding is an error: nothing invalid is loaded. */
  readonly catalogue: Catalogue | undefined
  /** Everything that was found, sorted by place. */
  readonly findings: readonly Finding[]
  /** The top layer's configuration; undefined when it can't be read. */
  readonly config: Config | undefined
  /** How many files were read, of all layers. */
  readonly files: number
  /** The layers that it is made of, lowest first, its own last; none when it has no configuration. */
  readonly layers: readonly Layer[]
  /** The rules that it was checked by: Tributary's own, and those of plug-ins. */
  readonly rules: readonly Rule[]
}

/** How a catalogue is read. */
export interface ReadOptions extends MergeOptions {
  /** The day for which it is checked, as a date; today when left out. */
  readonly today?: string
  /** What came of the files when this catalogue was read before. */
  readonly memory?: FileMemory
  /** Told before each rule how many have been asked. */
  readonly onRule?: (done: number, of: number) => void
}

/**
 * Reads a catalogue with all its layers, merges and checks it. Every problem is reported at once (design, "Catalogue
 * files").
 * @param folder the catalogue's folder, which holds `tributary.config.yaml`.
 */
export async function readCatalogue(folder: string, options: ReadOptions = {}): Promise<ReadCatalogue> {
  const report = new Report()
  const layers = readLayers(resolve(folder), report)
  const top = layers.at(-1)
  const rules = await rulesOf(layers, report)
  const own = { config: top?.read.config, layers: layers.map(({ layer }) => layer), rules }
  if (top === undefined) return finish(report, undefined, own, 0)
  const model = modelOf(layers, report, options.memory)
  if (model === undefined) return finish(report, undefined, own, 0)

  const { items: merged, former, leftOut, files } = mergeFiles(layers, model, report, options)
  addDefaultFlow(merged, model)
  const ownLayer = top.layer.name
  const absent = { leftOut, refused: refusedIds(files) }
  const relations = followReferences(merged, model, absent, former, ownLayer, report)
  const today = options.today ?? new Date().toISOString().slice(0, 10)
  const calendar = calendarIn(
    layers.map(({ read }) => read),
    report,
  )
  const siteFiles = readSiteFiles(
    layers.map(({ layer }) => layer),
    report,
  )
  const foreign = foreignLayers(layers)
  const known = { items: merged, former }
  const audiences = resolveAudiences(top.read.audiences, model, known, siteFiles, [...foreign], report)
  const base = { model, ownLayer, today, calendar, audiences, siteFiles, former }
  const view = createView({ ...base, items: merged, relations })
  applyRules(rules, view, top.read.config, report, options.onRule)
  report.nameOwners(ownersIn(view))
  const catalogue = report.hasErrors ? undefined : catalogueOf(view, foreign, top.read.config, report)
  return finish(report, catalogue, own, files.length)
}

/** Names of the layers that come from elsewhere: built-in ones, unless such a one is the catalogue itself. */
function foreignLayers(layers: readonly ReadLayer[]): Set<string> {
  const builtIn = new Set(builtInLayers.map(builtInFolder))
  return new Set(layers.slice(0, -1).flatMap(({ layer }) => (builtIn.has(layer.folder) ? [layer.name] : [])))
}

function finish(
  report: Report,
  catalogue: Catalogue | undefined,
  own: Pick<ReadCatalogue, 'config' | 'layers' | 'rules'>,
  files: number,
): ReadCatalogue {
  return {
    catalogue,
    findings: report.findings.map((each) => withOwnFix(each, own.config)).sort(byPlace),
    ...own,
    files,
  }
}

/** A finding of another layer says what to do, but it isn't done from here. */
function withOwnFix({ fix, ...finding }: Finding, config: Config | undefined): Finding {
  const isOwn = config === undefined || finding.place.layer === config.name
  return fix === undefined || !isOwn ? finding : { ...finding, fix }
}

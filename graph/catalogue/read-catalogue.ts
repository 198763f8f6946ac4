import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { modelFilesIn, readModel } from '../model/read-model.ts'
import type { Model } from '../model/model.ts'
import { ModelError } from '../model/model-error.ts'
import { packageRoot } from '../package-root.ts'
import { validated } from './catalogue.ts'
import type { Catalogue, ItemRelation } from './catalogue.ts'
import { addDefaultFlow } from './default-flow.ts'
import { calendarIn } from './layers-calendar.ts'
import type { Draft } from './draft.ts'
import { byPlace } from './finding.ts'
import type { Finding, Place } from './finding.ts'
import { followReferences } from './follow-references.ts'
import { itemsOf } from './items-of.ts'
import type { Config, Layer } from './layer.ts'
import { listFiles } from './list-files.ts'
import { mergeLayers } from './merge-layers.ts'
import type { MergedItem } from './merge-layers.ts'
import { readConfig } from './read-config.ts'
import type { ReadConfig } from './read-config.ts'
import { readItem, refusedIds } from './read-item.ts'
import { resolveAudiences } from './resolve-audiences.ts'
import { Report } from './report.ts'
import { allRules } from './rule.ts'
import type { Rule } from './rule.ts'
import { readSiteFiles } from './site-files.ts'
import { suggest, suggestId } from './suggest.ts'
import { createView } from './view.ts'
import type { View } from './view.ts'

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
}

/** How a catalogue is read. */
export interface ReadOptions {
  /** The day for which it is checked, as a date; today when left out. */
  readonly today?: string
  /** Told after each file. */
  readonly onFile?: (done: number, of: number) => void
}

/** Names of the built-in layers. */
export const builtInLayers: readonly string[] = ['itil4', 'example']

/** Folder of a built-in layer. */
export const builtInFolder = (name: string): string => join(packageRoot, 'catalogues', name)

/**
 * Reads a catalogue with all its layers, merges and checks it. Every problem is reported at once (design, "Catalogue
 * files").
 * @param folder the catalogue's folder, which holds `tributary.config.yaml`.
 */
export async function readCatalogue(folder: string, options: ReadOptions = {}): Promise<ReadCatalogue> {
  const report = new Report()
  const rules = await allRules()
  const layers = readLayers(resolve(folder), rules, report)
  const top = layers.at(-1)
  if (top === undefined) return finish(report, undefined, undefined, 0)
  const model = modelOf(layers, report)
  if (model === undefined) return finish(report, undefined, top.read.config, 0)

  const files = layers.map((layer) => listFiles(layer.layer, model, report))
  const count = files.reduce((sum, each) => sum + each.length, 0)
  let done = 0
  const drafts = files.map((each) =>
    each.flatMap((file): Draft[] => {
      const read = readItem(file, model, report)
      options.onFile?.((done += 1), count)
      return read
    }),
  )
  const merged = mergeLayers(drafts, report)
  const leftOut = leaveOut(merged, layers, report)
  addDefaultFlow(merged, model)
  const ownLayer = top.layer.name
  const absent = { leftOut, refused: refusedIds(files.flat()) }
  const relations = followReferences(merged, model, absent, ownLayer, report)
  const today = options.today ?? new Date().toISOString().slice(0, 10)
  const calendar = calendarIn(
    layers.map(({ read }) => read),
    report,
  )
  const siteFiles = readSiteFiles(
    layers.map(({ layer }) => layer),
    report,
  )
  const audiences = resolveAudiences(top.read.audiences, model, merged, siteFiles, report)
  const view = createView({ model, ownLayer, today, calendar, audiences, siteFiles, items: merged, relations })
  applyRules(rules, view, top.read.config, report)
  const catalogue = report.hasErrors ? undefined : catalogueOf(view, top.read.config, report)
  return finish(report, catalogue, top.read.config, count)
}

interface ReadLayer {
  readonly layer: Layer
  readonly read: ReadConfig
}

/** The layers of a catalogue, lowest first, its own last. */
function readLayers(folder: string, rules: readonly Rule[], report: Report): ReadLayer[] {
  const plain = readModel()
  const names = rules.map((rule) => rule.name)
  const layers = new Map<string, ReadLayer>()
  const visit = (at: string, from: readonly string[]): void => {
    const read = readConfig(at, plain, names, report)
    if (read === undefined) return
    read.config.extends.forEach((entry, index) => {
      const below = builtInLayers.includes(entry) ? builtInFolder(entry) : resolve(at, entry)
      const place = read.placeOf('extends', index)
      if (below === at || from.includes(below)) {
        report.error('layer', place, `"${entry}" extends this layer: layers can't go in a circle.`)
      } else if (!existsSync(below)) {
        report.error('layer', place, `There is no layer "${entry}".`, {
          hint:
            suggest(entry, builtInLayers) ??
            `Built in: ${builtInLayers.join(', ')}. Others are folders, from this file: ../group-catalogue.`,
        })
      } else if (!layers.has(below)) visit(below, [...from, at])
    })
    const same = [...layers.values()].find((each) => each.layer.name === read.config.name)
    if (same !== undefined) {
      report.error('layer', read.place, `Two layers have the name "${read.config.name}".`, {
        hint: `The other is ${same.layer.folder}: rename one.`,
      })
    }
    layers.set(at, { layer: { name: read.config.name, folder: at, ignore: read.config.ignore }, read })
  }
  visit(folder, [])
  return layers.has(folder) ? [...layers.values()] : []
}

/** The product's model with what the layers add; undefined when it has problems, which were reported. */
function modelOf(layers: readonly ReadLayer[], report: Report): Model | undefined {
  try {
    return readModel(layers.flatMap(({ layer }) => modelFilesIn(`${layer.folder}/model`, `${layer.folder}/model`)))
  } catch (error) {
    if (!(error instanceof ModelError)) throw error
    for (const problem of error.problems) {
      const layer = layers.find((each) => problem.file.startsWith(`${each.layer.folder}/`))?.layer
      const file = layer === undefined ? problem.file : problem.file.slice(layer.folder.length + 1)
      const place: Place = {
        layer: layer?.name ?? 'tributary',
        path: problem.file,
        file,
        line: problem.line,
        column: problem.column,
      }
      report.error('model', place, problem.message)
    }
    return undefined
  }
}

/** Takes out what the configurations leave out, with what is written inside it. Returns their ids. */
function leaveOut(merged: Map<string, MergedItem>, layers: readonly ReadLayer[], report: Report): Set<string> {
  const leftOut = new Set<string>()
  for (const { layer, read } of layers) {
    read.config.without.forEach((id, index) => {
      const item = merged.get(id)
      const place = read.placeOf('without', index)
      if (item === undefined)
        report.error('unknown-reference', place, `There is no item "${id}" to leave out.`, {
          hint: report.suggestion(() => suggestId(id, merged.keys())),
        })
      else if (item.drafts.some((draft) => draft.place.layer === layer.name)) {
        report.error('layer', place, `${id} is written in this catalogue and left out by it.`, {
          hint: 'Delete its file, or take it off "without".',
        })
      } else leftOut.add(id)
    })
  }
  for (const [id, item] of merged) if (item.inside !== undefined && leftOut.has(item.inside)) leftOut.add(id)
  for (const id of leftOut) merged.delete(id)
  return leftOut
}

function applyRules(rules: readonly Rule[], view: View, config: Config, report: Report): void {
  for (const rule of rules) {
    const severity = config.rules[rule.name] ?? rule.severity
    if (severity === 'off') continue
    for (const found of rule.check(view)) report.add(severity, rule.name, found.place, found.message, found)
  }
}

function catalogueOf(view: View, config: Config, report: Report): Catalogue {
  const relations = view.relations.map(({ type, from, to, values, sources }): ItemRelation => ({
    type,
    from,
    to,
    values,
    sources,
  }))
  relations.sort((a, b) => compare(a.type, b.type) || compare(a.from, b.from) || compare(a.to, b.to))
  return {
    name: config.name,
    title: config.title,
    site: view.siteFiles.length === 0 ? config.site : { ...config.site, files: view.siteFiles },
    calendar: view.calendar,
    audiences: view.audiences.map(({ audience }) => audience),
    model: view.model,
    items: itemsOf(view),
    relations,
    findings: [...report.findings].sort(byPlace),
    [validated]: true,
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function finish(
  report: Report,
  catalogue: Catalogue | undefined,
  config: Config | undefined,
  files: number,
): ReadCatalogue {
  return { catalogue, findings: [...report.findings].sort(byPlace), config, files }
}

import { existsSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { isAlias, isScalar, isSeq } from 'yaml'
import type { Model } from '../model/model.ts'
import { configFile, configSettings } from './config-settings.ts'
import type { Fix, Place } from './finding.ts'
import type { Config } from './layer.ts'
import { parseFile } from './parse-file.ts'
import type { ParsedFile } from './parse-file.ts'
import { readAudiences } from './read-audiences.ts'
import type { WrittenAudience } from './read-audiences.ts'
import { readCalendar } from './read-calendar.ts'
import { FieldReader } from './read-fields.ts'
import { readSiteSettings } from './read-site-settings.ts'
import { ruleFieldsOf, ruleSeverities } from './read-rule-settings.ts'
import type { Report } from './report.ts'
import { readScalar } from './scalars.ts'
import { suggest } from './suggest.ts'

const otherEnding = 'tributary.config.yml'

/** What a configuration says, and where, for findings about it. */
export interface ReadConfig {
  readonly config: Config
  /** The audiences that it writes: they are looked up when all items are known. */
  readonly audiences: readonly WrittenAudience[]
  readonly place: Place
  /** Where the settings of rules stand, by rule. Whether there are such rules is known when plug-ins are loaded. */
  readonly rulePlaces: ReadonlyMap<string, Place>
  /** Where an entry of `extends`, `without` or `plugins` stands. */
  readonly placeOf: (setting: string, index?: number) => Place
  /** An entry of `extends` or `without` as it stands in the file: `Reference.raw`. */
  readonly rawOf: (setting: string, index: number) => string | undefined
}

/**
 * Reads `tributary.config.yaml` of a folder.
 * @returns undefined when there is none, or it can't be read; that was reported.
 */
export function readConfig(folder: string, model: Model, report: Report): ReadConfig | undefined {
  const path = join(folder, configFile)
  const place: Place = { layer: basename(folder), path, file: configFile, line: 1, column: 1 }
  if (!existsSync(path)) {
    report.error(
      'config',
      place,
      existsSync(folder) ? `This folder is no catalogue: it has no ${configFile}.` : 'There is no such folder.',
      {
        hint: existsSync(join(folder, otherEnding))
          ? `Rename ${otherEnding} to ${configFile}.`
          : 'Name the catalogue’s folder with --catalogue, or write the file: "name: my-catalogue" and "extends: [itil4]" will do.',
        fix: otherNamed(folder, place),
      },
    )
    return undefined
  }
  const parsed = parseFile(place, report)
  if (parsed === undefined) return undefined
  const reader = new FieldReader(parsed, model, report)
  const fields = reader.fields(parsed.map)
  const nested = ['rules', 'calendar', 'site', 'audiences']
  const plain = fields.filter((field) => !nested.includes(field.name))
  const names = [...configSettings.map((each) => each.name), ...nested]
  const known = plain.filter((field) => {
    const found = names.includes(field.name)
    if (!found) reader.unknownField(field, configFile, names)
    return found
  })
  const values = reader.attributes(configSettings, known, configFile)
  const site = readSiteSettings(
    fields.find((field) => field.name === 'site'),
    reader,
  )
  const name = text(values['name']) ?? basename(folder)
  const title = text(values['title']) ?? name
  const ruleFields = ruleFieldsOf(
    fields.find((field) => field.name === 'rules'),
    reader,
  )
  const config: Config = {
    name,
    title,
    extends: list(values['extends']),
    without: list(values['without']),
    ignore: list(values['ignore']),
    system: text(values['system']),
    plugins: list(values['plugins']),
    rules: ruleSeverities(ruleFields, reader),
    calendar: readCalendar(
      fields.find((field) => field.name === 'calendar'),
      reader,
    ),
    site: { title, base: '/', locale: 'en', ...site },
  }
  const audiences = readAudiences(
    fields.find((field) => field.name === 'audiences'),
    reader,
  )
  const entries = new Map(['extends', 'without', 'ignore', 'plugins'].map((each) => [each, entriesOf(each, parsed)]))
  const placeOf = (setting: string, index?: number): Place => {
    const node = parsed.map.get(setting, true)
    const entry = index === undefined ? node : entries.get(setting)?.[index]
    return { ...reader.placeOf(entry ?? node ?? parsed.map), layer: name }
  }
  config.ignore.forEach((entry, index) => {
    if (!existsSync(join(folder, entry))) {
      report.add('warning', 'config', placeOf('ignore', index), `There is no "${entry}" here to ignore.`, {
        hint: report.suggestion(() => suggest(entry, readdirSync(folder))) ?? 'Take it off the list.',
      })
    }
  })
  const rawOf = (setting: string, index: number): string | undefined => {
    const entry = entries.get(setting)?.[index]
    return isScalar(entry) ? reader.rawOf(entry) : undefined
  }
  const rulePlaces = new Map(ruleFields.map((rule) => [rule.name, { ...rule.place, layer: name }]))
  return { config, audiences, place: { ...place, layer: name }, rulePlaces, placeOf, rawOf }
}

/** What gives the configuration its name, where it only has another ending. */
function otherNamed(folder: string, place: Place): Fix | undefined {
  const path = join(folder, otherEnding)
  if (!existsSync(path)) return undefined
  return {
    does: `Name it ${configFile}.`,
    edits: [],
    renames: [{ place: { ...place, path, file: otherEnding }, to: configFile }],
  }
}

/** The nodes of a list's entries that could be read: what can't be is no part of the setting. */
function entriesOf(setting: string, { map, document }: ParsedFile): unknown[] {
  const list = map.get(setting, true)
  if (!isSeq(list)) return []
  return list.items.filter((each) => {
    const entry = isAlias(each) ? each.resolve(document) : each
    return isScalar(entry) && entry.value !== null && 'value' in readScalar('String', entry.source ?? '', entry.value)
  })
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
const list = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])

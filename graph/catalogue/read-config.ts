import { existsSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { isAlias, isMap, isScalar, isSeq } from 'yaml'
import type { Attribute, Model } from '../model/model.ts'
import type { Calendar } from './duration.ts'
import { workingCalendar } from './duration.ts'
import { severities } from './finding.ts'
import type { Place, Severity } from './finding.ts'
import type { Config } from './layer.ts'
import { parseFile } from './parse-file.ts'
import type { ParsedFile } from './parse-file.ts'
import { readAudiences } from './read-audiences.ts'
import type { WrittenAudience } from './read-audiences.ts'
import { FieldReader } from './read-fields.ts'
import type { Field } from './read-fields.ts'
import type { Report } from './report.ts'
import { readScalar } from './scalars.ts'
import { setting } from './setting.ts'
import { languagesOf, localeOf } from './site-languages.ts'
import { templatesOf } from './site-templates.ts'
import { suggest } from './suggest.ts'

/** The file that makes a folder a catalogue. */
export const configFile = 'tributary.config.yaml'
const otherEnding = 'tributary.config.yml'

/** The settings of `tributary.config.yaml`, for its documentation and its reader. `rules` is read apart: its keys are rules. */
export const configSettings: readonly Attribute[] = [
  setting('name', 'Name of the catalogue in sources: a word. Left out: the folder’s name.'),
  setting('title', 'What people call the catalogue. Left out: its name.'),
  setting(
    'extends',
    'Layers below this one, lowest first: built-in ones by name (itil4), others by folder (../group).',
    true,
  ),
  setting('without', 'Ids of items of lower layers that don’t apply here.', true),
  setting('ignore', 'Files and folders beside this file that are no part of the catalogue.', true),
]

/** The settings under `site`. */
export const siteSettings: readonly Attribute[] = [
  setting('title', 'Title of the site. Left out: the catalogue’s.'),
  setting('url', 'Where it is published: https://catalogue.example.org.', false, 'URL'),
  setting('base', 'The path below that address: /itsm/. Left out: /.'),
  setting('locale', 'Language of the interface: en or de. Left out: en.'),
  setting('languages', 'Sites of the same catalogue in other languages: {de: https://catalogue.example.org/de/}.'),
  setting(
    'edit',
    'Where a file is edited, with {file} and {line}: https://git.example.org/acme/edit/main/{file}#L{line}.',
  ),
  setting('suggest', 'Where an improvement is suggested, with {id}, {name} and {url}: an issue tracker’s address.'),
]

/** The settings under `calendar`. */
export const calendarSettings: readonly Attribute[] = [
  setting('hoursPerDay', 'Hours of a working day. Left out: 8.', false, 'Float'),
  setting('daysPerWeek', 'Days of a working week. Left out: 5.', false, 'Float'),
]

/** What a configuration says, and where, for findings about it. */
export interface ReadConfig {
  readonly config: Config
  /** The audiences that it writes: they are looked up when all items are known. */
  readonly audiences: readonly WrittenAudience[]
  readonly place: Place
  /** Where an entry of `extends` or `without`, or a rule's name, stands. */
  readonly placeOf: (setting: string, index?: number) => Place
}

/**
 * Reads `tributary.config.yaml` of a folder.
 * @param ruleNames rules that there are: settings for others are reported.
 * @returns undefined when there is none, or it can't be read; that was reported.
 */
export function readConfig(
  folder: string,
  model: Model,
  ruleNames: readonly string[],
  report: Report,
): ReadConfig | undefined {
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
  const site = siteOf(
    fields.find((field) => field.name === 'site'),
    reader,
  )
  const name = text(values['name']) ?? basename(folder)
  const title = text(values['title']) ?? name
  const config: Config = {
    name,
    title,
    extends: list(values['extends']),
    without: list(values['without']),
    ignore: list(values['ignore']),
    rules: rulesOf(
      fields.find((field) => field.name === 'rules'),
      ruleNames,
      reader,
    ),
    calendar: calendarFrom(
      fields.find((field) => field.name === 'calendar'),
      reader,
    ),
    site: { title, base: '/', locale: 'en', ...site },
  }
  const audiences = readAudiences(
    fields.find((field) => field.name === 'audiences'),
    reader,
  )
  const entries = new Map(['extends', 'without', 'ignore'].map((each) => [each, entriesOf(each, parsed)]))
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
  return { config, audiences, place: { ...place, layer: name }, placeOf }
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

function calendarFrom(field: Field | undefined, reader: FieldReader): Calendar | undefined {
  if (field?.value === undefined) return undefined
  if (!isMap(field.value)) {
    reader.wrongType(field.value, '"calendar" takes a mapping')
    return undefined
  }
  const said = reader.attributes(calendarSettings, reader.fields(field.value), '"calendar"')
  const calendar = { ...workingCalendar, ...said }
  for (const [name, most] of [
    ['hoursPerDay', 24],
    ['daysPerWeek', 7],
  ] as const) {
    if (calendar[name] > 0 && calendar[name] <= most) continue
    const place = reader.placeOf(field.value.get(name, true))
    reader.error(
      'config',
      place,
      `"${name}" is above 0 and at most ${String(most)}.`,
      'Write hours of a day and days of a week.',
    )
    return undefined
  }
  return calendar
}

function siteOf(field: Field | undefined, reader: FieldReader): Partial<Config['site']> {
  if (field?.value === undefined) return {}
  if (!isMap(field.value)) {
    reader.wrongType(field.value, '"site" takes a mapping')
    return {}
  }
  const fields = reader.fields(field.value)
  const single = fields.filter(({ name }) => name !== 'languages')
  const { locale: saidLocale, edit, suggest: suggestion, ...values } = reader.attributes(siteSettings, single, '"site"')
  const locale = localeOf(text(saidLocale), field.value.get('locale', true), reader)
  const languages = languagesOf(fields.find(({ name }) => name === 'languages')?.value, reader)
  const templates = templatesOf({ edit, suggest: suggestion }, field.value, reader)
  const base = text(values['base'])
  if (base?.split('/').includes('..')) {
    const node = field.value.get('base', true)
    reader.error('config', reader.placeOf(node), '"base" goes up with "..".', 'Write the path from the root: /itsm/.')
  }
  const slashed = base === undefined ? undefined : `/${base.replace(/^\/+|\/+$/g, '')}/`.replace('//', '/')
  return {
    ...values,
    ...templates,
    ...(slashed === undefined ? {} : { base: slashed }),
    ...(locale === undefined ? {} : { locale }),
    ...(languages === undefined ? {} : { languages }),
  }
}

function rulesOf(field: Field | undefined, names: readonly string[], reader: FieldReader): Config['rules'] {
  const rules: Record<string, Severity | 'off'> = {}
  if (field?.value === undefined) return rules
  if (!isMap(field.value)) {
    reader.wrongType(field.value, '"rules" takes a mapping of rules and severities')
    return rules
  }
  const words: readonly string[] = [...severities, 'off']
  for (const rule of reader.fields(field.value)) {
    const severity = isScalar(rule.value) ? String(rule.value.value) : ''
    if (!names.includes(rule.name)) {
      reader.error(
        'config',
        rule.place,
        `There is no rule "${rule.name}" whose severity can be set.`,
        suggest(rule.name, names) ?? `There are ${names.join(', ')}.`,
      )
    } else if (!words.includes(severity)) {
      reader.error('config', rule.place, `"${rule.name}" takes one of ${words.join(', ')}.`, suggest(severity, words))
    } else rules[rule.name] = severity as Severity | 'off'
  }
  return rules
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
const list = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])

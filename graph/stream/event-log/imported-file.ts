import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { workingCalendar } from '../../catalogue/duration.ts'
import type { Calendar } from '../../catalogue/duration.ts'
import { readCatalogue } from '../../catalogue/read-catalogue.ts'
import { LogError } from './log-event.ts'
import { stepIds } from './step-ids.ts'

/** Where a stream that was found goes. */
export interface StreamPlace {
  /** The file to write. */
  readonly path: string
  /** How long working days are in that catalogue. */
  readonly calendar: Calendar
}

/** The name that a log's file suggests for its stream: "incident_event-log.csv.gz" → "Incident event log". */
export function streamName(file: string): string {
  const words = file
    .replace(/^.*[\\/]/, '')
    .replace(/(\.(csv|tsv|txt|xes|xml|gz))+$/i, '')
    .replace(/[\p{Cc}\s_.-]+/gu, ' ')
    .trim()
  return words === '' ? 'Event log' : `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}

/** The file of that name's stream within a catalogue. */
export const streamFileName = (name: string): string => `value-streams/${stepIds([name])[0] ?? ''}.yaml`

/**
 * Where the stream of that name belongs in a catalogue, which may have errors.
 * @throws LogError where the folder is no catalogue, or where it has such a stream already, unless that may be replaced.
 */
export async function streamPlace(folder: string, name: string, replace = false): Promise<StreamPlace> {
  const { catalogue, config } = await readCatalogue(folder)
  if (config === undefined) {
    throw new LogError(`${folder} is no catalogue that can be read: "tributary check --catalogue ${folder}" says why.`)
  }
  const path = join(folder, streamFileName(name))
  const base = path.slice(0, -'.yaml'.length)
  const taken = ['.yaml', '.yml', '.md'].map((ending) => base + ending).find((each) => existsSync(each))
  const id = `value-stream/${base.slice(dirname(path).length + 1)}`
  if (taken === undefined && catalogue?.items.has(id) === true) {
    throw new LogError(`The catalogue has ${id} already. Choose another --name.`)
  }
  if (taken !== undefined && !(replace && taken === path)) {
    const overwrite = taken === path ? ', or overwrite it with --replace' : ''
    throw new LogError(`${taken} is there already. Choose another --name${overwrite}.`)
  }
  return { path, calendar: catalogue?.calendar ?? config.calendar ?? workingCalendar }
}

/** Writes a stream's file, and its folder where there is none. */
export function writeStream(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

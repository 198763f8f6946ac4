import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FileFields, FileValue } from '../../authoring/file-value.ts'
import { ImportError } from './imported.ts'

/** The file in a layer's folder that keeps what was written last. */
export const stateFile = '.imported.jsonl'

const version = 1

/** What an import wrote last: how it knows what people changed since. */
export interface ImportState {
  /** The system that it came from. */
  readonly system: string
  /** The fields of each item, by id. */
  readonly items: ReadonlyMap<string, FileFields>
}

/**
 * Reads what was written last; undefined where nothing was.
 * @throws ImportError when it can't be read: nobody could tell people's words from the system's.
 */
export function readState(folder: string): ImportState | undefined {
  const path = join(folder, stateFile)
  if (!existsSync(path)) return undefined
  const [head, ...lines] = parse(path)
  if (!isMapping(head) || typeof head['system'] !== 'string')
    throw unreadable(path, 'its first line names no "system".')
  if (head['version'] !== version) {
    throw new ImportError(
      `${path} was written by another version of Tributary: this one reads version ${String(version)}.`,
    )
  }
  const items = lines.map((line, index): [string, FileFields] => {
    const { id, fields } = isMapping(line) ? line : {}
    if (typeof id === 'string' && isMapping(fields)) return [id, new Map(Object.entries(fields))]
    throw unreadable(path, `line ${String(index + 2)} has no "id" or no "fields".`)
  })
  return { system: head['system'], items: new Map(items) }
}

/** The state as JSON Lines: an item a line, sorted, so that a change of one is a change of one line. */
export function stateText({ system, items }: ImportState): string {
  const lines = [...items]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, fields]) => ({ id, fields: Object.fromEntries(fields) }))
  return [{ version, system }, ...lines].map((line) => `${JSON.stringify(line)}\n`).join('')
}

interface Mapping {
  readonly [name: string]: FileValue
}

const isMapping = (value: FileValue | undefined): value is Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function parse(path: string): FileValue[] {
  const lines = readFileSync(path, 'utf8').split('\n')
  return lines
    .filter((line) => line.trim() !== '')
    .map((line) => {
      try {
        return JSON.parse(line) as FileValue
      } catch (error) {
        throw unreadable(path, String(error))
      }
    })
}

const unreadable = (path: string, why: string): ImportError =>
  new ImportError(
    `${path} can't be read: ${why}\nTake it back from your version control, or delete it: then every field that differs counts as changed by hand.`,
  )

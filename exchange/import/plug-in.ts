import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ImportError } from './imported.ts'
import type { Imported, ImportedItem, KnownCatalogue, LeftOut } from './imported.ts'

/** Reads a source: what it holds, and what of it can't be taken. @throws Error where nothing of it can be read. */
export type Importer = (source: string, known: KnownCatalogue) => Promise<Imported> | Imported

/** A module that somebody wrote to import what Tributary doesn't know. */
export interface ImporterPlugIn {
  readonly importer: Importer
}

/**
 * Reads a source with an importer of somebody's own: a module that exports `importer`. It is code, and run as such.
 * @param file the module; relative to the process's folder.
 * @throws ImportError where it can't be loaded, fails, or gives what is no import.
 */
export async function importWithPlugIn(file: string, source: string, known: KnownCatalogue): Promise<Imported> {
  const importer = await load(file)
  const read = async (): Promise<unknown> => importer(source, known)
  const given = await read().catch((error: unknown) => {
    throw new ImportError(`${file} failed at ${source}: ${messageOf(error)}`)
  })
  const wrong = wrongIn(given)
  if (wrong.length > 0) throw new ImportError(`What ${file} gives is no import:\n${wrong.join('\n')}`)
  return given as Imported
}

async function load(file: string): Promise<Importer> {
  const module = (await import(pathToFileURL(resolve(file)).href).catch((error: unknown) => {
    throw new ImportError(`${file} can't be loaded: ${messageOf(error)}`)
  })) as Partial<ImporterPlugIn>
  if (typeof module.importer === 'function') return module.importer
  throw new ImportError(`${file} exports no importer. Export a function "importer": (source, known) => ({ … }).`)
}

/** Problems of what somebody else's code gave, the first of each sort. */
function wrongIn(given: unknown): string[] {
  if (!isObject(given)) return ['It is no object with "recordsAre", "records", "items" and "leftOut".']
  const { recordsAre, records, items, leftOut } = given as Partial<Imported>
  return [
    ...(typeof recordsAre === 'string' ? [] : ['"recordsAre" says what records are called: "rows".']),
    ...(typeof records === 'number' ? [] : ['"records" says how many were read.']),
    ...wrongList('items', items, isItem, 'needs "id", "kind" (of known.model.kinds), "fields" and "record"'),
    ...wrongList('leftOut', leftOut, isLeftOut, 'needs "record", "text" and "reason"'),
  ]
}

function wrongList(name: string, list: unknown, fits: (entry: unknown) => boolean, needs: string): string[] {
  if (!Array.isArray(list)) return [`"${name}" is a list.`]
  const at = list.findIndex((entry) => !fits(entry))
  return at < 0 ? [] : [`"${name}"[${String(at)}] ${needs}.`]
}

function isItem(entry: unknown): boolean {
  const { id, kind, fields, record } = (isObject(entry) ? entry : {}) as Partial<ImportedItem>
  return [id, record, kind?.name].every((each) => typeof each === 'string') && isObject(fields)
}

function isLeftOut(entry: unknown): boolean {
  const { record, text, reason } = (isObject(entry) ? entry : {}) as Partial<LeftOut>
  return [record, text, reason].every((each) => typeof each === 'string')
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

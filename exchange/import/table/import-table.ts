import { readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { ImportError } from '../imported.ts'
import type { Imported, KnownCatalogue } from '../imported.ts'
import { importTables } from './make/import-tables.ts'
import type { SourceTables } from './make/import-tables.ts'
import { namedColumns } from './mapping/named-columns.ts'
import { readMapping } from './mapping/read-mapping.ts'
import type { ReadMapping } from './mapping/read-mapping.ts'
import { formOf, readTables } from './read/read-tables.ts'
import { sourceFiles } from './read/source-files.ts'

/**
 * Reads a mapping from its file.
 * @throws ImportError with all problems at once, each with its line.
 */
export function openMapping(path: string): ReadMapping {
  try {
    return readMapping(readFileSync(path, 'utf8'), basename(path))
  } catch (error) {
    if (error instanceof ImportError) throw error
    throw new ImportError(`${path} can't be read: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/**
 * Imports tables, sheets and lists of documents as a mapping says.
 * @param files what the command line names; none: what the mapping names, beside it.
 * @param mappingPath the mapping's file, for what is beside it.
 * @throws ImportError where a file or the mapping can't be used.
 */
export async function importTable(
  files: readonly string[],
  read: ReadMapping,
  mappingPath: string,
  known: KnownCatalogue,
): Promise<Imported> {
  const chosen = sourceFiles(read.mapping, files, dirname(mappingPath))
  const sources = await Promise.all(
    read.mapping.sources.map(async (source, i): Promise<SourceTables> => {
      const named = namedColumns(source)
      const own = chosen[i] ?? []
      const tables = await Promise.all(own.map(({ path, name }) => readTables(path, name, source, named)))
      return { tables: tables.flat(), loose: own.every(({ name }) => formOf(name) === 'document') }
    }),
  )
  return importTables(read, sources, known)
}

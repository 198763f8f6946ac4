import { ImportError } from '../../imported.ts'
import type { SourceMapping } from '../mapping/mapping.ts'
import type { Table } from '../table.ts'
import { csvGrid } from './csv-grid.ts'
import { documentTable, jsonLinesTable, markdownTable } from './document-table.ts'
import { excelGrids } from './excel-grids.ts'
import { gridTable } from './grid-table.ts'
import { decode, readBytes } from './read-bytes.ts'
import { withoutHtml } from './without-html.ts'

/** What a mapping says of how its files are to be read. */
export type ReadOptions = Pick<SourceMapping, 'rows' | 'heading' | 'fill' | 'encoding' | 'delimiter' | 'html'>

/** What a file is: its columns are headings, or paths within documents. */
export type FileForm = 'grid' | 'document'

const endings: Readonly<Record<string, 'yaml' | 'json' | 'lines' | 'markdown'>> = {
  yaml: 'yaml',
  yml: 'yaml',
  json: 'json',
  jsonl: 'lines',
  ndjson: 'lines',
  md: 'markdown',
}

/** What a file is, by its name: .csv.gz is as .csv. */
export const formOf = (name: string): FileForm => (endings[endingOf(name)] === undefined ? 'grid' : 'document')

const endingOf = (name: string): string => /\.(\w+)$/.exec(name.toLowerCase().replace(/\.gz$/, ''))?.[1] ?? ''

/**
 * Reads a file's tables: one, or several sheets.
 * @param name what messages and records call it.
 * @param named columns that the mapping names.
 * @throws ImportError where it can't be read, with the place and what to do.
 */
export async function readTables(
  path: string,
  name: string,
  options: ReadOptions,
  named: readonly string[] = [],
): Promise<Table[]> {
  const bytes = readBytes(path, name)
  const tables = await tablesOf(bytes, name, options, named)
  return options.html === true ? tables.map(withoutHtml) : tables
}

async function tablesOf(bytes: Buffer, name: string, options: ReadOptions, named: readonly string[]): Promise<Table[]> {
  const { rows, heading, fill, delimiter, encoding } = options
  const wanted = rows === undefined ? [] : [rows].flat()
  if (bytes.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))) {
    throw new ImportError(
      `${name}: This is an Excel file of before 2007, or one with a password. Save it as .xlsx without one.`,
    )
  }
  if (bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004', 'latin1'))) {
    if (endingOf(name) === 'ods') throw new ImportError(`${name}: OpenDocument isn't read. Save it as .xlsx or as CSV.`)
    const grids = await excelGrids(bytes, name, wanted)
    return grids.map((grid) => gridTable(grid, { heading, fill, named }))
  }
  const { text, note } = decode(bytes, name, encoding)
  const notes = note === undefined ? [] : [note]
  const withNotes = (table: Table): Table => ({ ...table, notes: [...notes, ...table.notes] })
  const form = endings[endingOf(name)]
  if (form === 'lines') return [withNotes(jsonLinesTable(text, name))]
  if (form === 'markdown') return [withNotes(markdownTable(text, name))]
  if (form !== undefined)
    return (wanted.length === 0 ? [undefined] : wanted).map((at) =>
      withNotes(documentTable(text, name, at, form === 'json')),
    )
  return [withNotes(gridTable(csvGrid(text, name, delimiter), { heading, fill, named }))]
}

import { basename } from 'node:path'
import { ImportError } from '../../imported.ts'
import type { Model } from '../../../../graph/model/model.ts'
import { kindNamed, noKind } from '../make/compile-relation.ts'
import { readBytes, decode } from '../read/read-bytes.ts'
import { wholeDocument } from '../read/document-table.ts'
import { listsIn } from '../read/entries-at.ts'
import { formOf, readTables } from '../read/read-tables.ts'
import { filesOf } from '../read/source-files.ts'
import type { SourceFile } from '../read/source-files.ts'
import { isMapping } from '../table.ts'
import type { Table } from '../table.ts'
import { guessRows } from './guess-rows.ts'
import { guessSource } from './guess-source.ts'
import { comment, scalar } from './mapping-text.ts'

/** What the command line says of a guess. */
export interface GuessSaid {
  readonly kind?: string | undefined
  readonly rows?: string | undefined
}

/** More files of one form are a folder of records. */
const fewFiles = 4

/**
 * Guesses a mapping from the values of a source's columns, ready to run, with comments that say why and what was left.
 * @throws ImportError where nothing can be read.
 */
export async function guessMapping(paths: readonly string[], said: GuessSaid, model: Model): Promise<string> {
  const files = paths.flatMap(filesOf)
  if (files.length === 0) throw new ImportError('Name the file to guess a mapping for.')
  const kind = said.kind === undefined ? undefined : kindNamed(model, said.kind)
  if (said.kind !== undefined && kind === undefined) throw new ImportError(noKind(model, said.kind))
  const groups = files.length >= fewFiles ? [files] : files.map((each) => [each])
  const read = await Promise.all(
    groups.map(async (group) => {
      const rows = said.rows ?? rowsOf(group)
      const tables = (await Promise.all(group.map(({ path, name }) => readTables(path, name, { rows })))).flat()
      const table = together(tables)
      const source = guessRows(table, { kind, rows, model, file: group.length === 1 ? group[0]?.name : undefined })
      if (source.profiles.length === 0) throw new ImportError(`${table.name}: ${nothingIn(table)}`)
      return source
    }),
  )
  const sources = read.map((source) => guessSource(source, read))
  const head = [
    comment(
      `Guessed from ${groups.map(([first, ...more]) => (more.length === 0 ? (first?.name ?? '') : `${more.length + 1} files`)).join(', ')}: look it through, above all what says "check".`,
    ),
    comment('Editors complete it with the JSON Schema that "tributary import table --schema" writes.'),
    `system: ${scalar(titleOf(paths[0] ?? 'table'))}`,
  ]
  if (sources.length === 1) return `${[...head, ...(sources[0] ?? [])].join('\n')}\n`
  const lists = sources.flatMap((lines, i) => [
    `  - file: ${scalar(groups[i]?.[0]?.name ?? '')}`,
    ...lines.map((line) => `    ${line}`.trimEnd()),
  ])
  return `${[...head, 'sources:', ...lists].join('\n')}\n`
}

/** Lists of records lie so deep within documents. */
const deepest = 3

/** The longest list of a document; of several documents, each is a record. */
function rowsOf(group: readonly SourceFile[]): string | undefined {
  const [first, ...more] = group
  if (first === undefined || formOf(first.name) === 'grid' || /\.(jsonl|ndjson|md)(\.gz)?$/i.test(first.name))
    return undefined
  const { text } = decode(readBytes(first.path, first.name), first.name)
  const whole = wholeDocument(text, first.name, /\.json(\.gz)?$/i.test(first.name))
  if (!isMapping(whole)) return undefined
  return more.length > 0 ? '.' : (listsIn(whole, deepest)[0] ?? '.')
}

/** What to say of a table that nothing can be guessed from. */
function nothingIn({ columns, rows, leftOut: [first] }: Table): string {
  if (rows.length > 0) return 'There are no values in its rows to guess from.'
  if (first !== undefined) return `There are no rows to guess from. ${first.record} is left out: ${first.reason}`
  return columns.length === 0
    ? 'There are no rows to guess from.'
    : `There are no rows below the headings ${columns.map((each) => `"${each}"`).join(', ')}. Guess from a file that has some.`
}

function together(tables: readonly Table[]): Table {
  return {
    name: tables
      .map(({ name }) => name)
      .slice(0, 3)
      .join(', '),
    columns: [...new Set(tables.flatMap(({ columns }) => columns))],
    rows: tables.flatMap(({ rows }) => rows),
    leftOut: tables.flatMap(({ leftOut }) => leftOut),
    notes: tables.flatMap(({ notes }) => notes),
  }
}

function titleOf(path: string): string {
  const words = basename(path)
    .replace(/(\.\w+)+$/, '')
    .replace(/[_-]+/g, ' ')
    .trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

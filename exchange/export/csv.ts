import { csvRow, withoutFormula } from '../csv-row.ts'
import type { Kind } from '../../graph/model/model.ts'
import { relationsByHolder } from './exported.ts'
import type { Exported } from './exported.ts'
import { flatAttributes, oncePerPath, textOf } from './flat-values.ts'
import type { FlatAttribute } from './flat-values.ts'

/** How tables are written. */
export interface CsvOptions {
  /** Begin with a byte order mark: Excel takes a file without one for an old code page. */
  readonly bom?: boolean
  /** Leave texts as they are that a spreadsheet would run as formulas; otherwise an apostrophe goes before them. */
  readonly raw?: boolean
}

/** One table: a file of its own. */
export interface CsvFile {
  /** `applications.csv`. */
  readonly name: string
  /** Its text, a row at a time. */
  readonly rows: () => Generator<string>
}

/**
 * A table for each kind that has items, with an item a row: its id, its fields, then the ids that its relations lead to; and
 * `relations.csv`, with what they carry. RFC 4180 in UTF-8. A value with parts has a column for each (`value.amount`); entries
 * of a list have `; ` between them, and are a JSON list where an entry has a semicolon or parts itself. Which columns there
 * are depends on the model alone.
 */
export function exportCsv(exported: Exported, options: CsvOptions = {}): CsvFile[] {
  const { model, items } = exported
  const byKind = Map.groupBy(items.values(), ({ kind }) => kind)
  const held = relationsByHolder(exported)
  const tables = [...model.kinds.values()].flatMap((kind): CsvFile[] => {
    const some = byKind.get(kind.name)
    if (some === undefined) return []
    const columns = [
      { title: 'id', of: ({ id }: { readonly id: string }) => id },
      ...flatAttributes(kind.attributes, model).map(columnOf),
      ...targetColumns(kind, held),
    ]
    return [{ name: `${kind.folder}.csv`, rows: () => table(columns, some, options) }]
  })
  // A catalogue's own kind may have a folder of this name.
  const name = tables.some((each) => each.name === 'relations.csv') ? 'all-relations.csv' : 'relations.csv'
  return [...tables, { name, rows: () => table(relationColumns(exported), exported.relations, options) }]
}

/** A column, and what stands in it of a row. */
interface Column<Row> {
  readonly title: string
  readonly of: (row: Row) => string
}

function* table<Row>(
  columns: readonly Column<Row>[],
  rows: Iterable<Row>,
  { bom = false, raw = false }: CsvOptions,
): Generator<string> {
  const line = (fields: readonly string[]): string => `${csvRow(raw ? fields : fields.map(withoutFormula))}\r\n`
  yield (bom ? '\uFEFF' : '') + line(columns.map(({ title }) => title))
  for (const row of rows) yield line(columns.map(({ of }) => of(row)))
}

const columnOf = ({ path, of }: FlatAttribute): Column<Parameters<FlatAttribute['of']>[0]> => ({
  title: path.join('.'),
  of: (row) => textOf(of(row)),
})

const targetColumns = ({ relations }: Kind, held: ReturnType<typeof relationsByHolder>) =>
  relations.map(({ type, field }) => ({
    title: field,
    of: ({ id }: { readonly id: string }) =>
      (held.get(id) ?? [])
        .filter((each) => each.type === type)
        .map(({ to }) => to)
        .join('; '),
  }))

/** Of all relations: whatever any of them may carry. */
function relationColumns({ model }: Exported): Column<Exported['relations'][number]>[] {
  const carried = [...model.relations.values()].flatMap(({ edge }) => flatAttributes(edge?.attributes ?? [], model))
  return [
    { title: 'type', of: ({ type }) => type },
    { title: 'from', of: ({ from }) => from },
    { title: 'to', of: ({ to }) => to },
    ...oncePerPath(carried).map(columnOf),
  ]
}

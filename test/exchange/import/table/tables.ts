import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { importTable } from '../../../../exchange/import/table/import-table.ts'
import { readMapping } from '../../../../exchange/import/table/mapping/read-mapping.ts'
import type { Imported, KnownCatalogue, KnownItem } from '../../../../exchange/import/imported.ts'
import { readModel } from '../../../../graph/model/read-model.ts'
import { folderWith } from '../../../graph/catalogue/catalogue-folder.ts'

const model = readModel()

/** The built-in model, and items that the catalogue has. */
export const known = (...items: readonly KnownItem[]): KnownCatalogue => ({
  model,
  items: new Map(items.map((each) => [each.id, each])),
})

/** Imports files with a mapping, both given as text or bytes. */
export async function imported(
  files: Readonly<Record<string, string | Buffer>>,
  mapping: string,
  catalogue: KnownCatalogue = known(),
): Promise<Imported> {
  const folder = folderWith({})
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  const path = join(folder, 'm.yaml')
  return importTable(
    Object.keys(files).map((name) => join(folder, name)),
    readMapping(mapping, 'm.yaml'),
    path,
    catalogue,
  )
}

/** Fields of the items, by id. */
export const fieldsOf = ({ items }: Imported): Record<string, unknown> =>
  Object.fromEntries(items.map(({ id, fields }) => [id, fields]))

/** What was left out, a line each. */
export const leftOutOf = ({ leftOut }: Imported): string[] =>
  leftOut.map(({ record, part, text, reason }) => `${record} ${part ?? '(all)'}: ${text}: ${reason}`)

/** Records that are neither in an item nor in what was left out. */
export function lostRecords({ items, leftOut }: Imported, records: readonly string[]): string[] {
  const told = new Set([
    ...items.flatMap(({ record, merged = [] }) => [record, ...merged]),
    ...leftOut.map(({ record }) => record),
  ])
  return records.filter((record) => !told.has(record))
}

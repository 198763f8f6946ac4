import type { Catalogue } from '../../catalogue/catalogue.ts'
import type { Kind } from '../../catalogue/model.ts'
import { listCsv } from '../../kind-list/list-csv.ts'
import { messages } from '../../messages/messages.ts'
import { listOf } from './list-of.ts'

/** All items of a kind with all columns, as CSV. */
export function wholeCsv(kind: Kind, catalogue: Pick<Catalogue, 'byKind' | 'model'>): string {
  const file = listOf(kind, catalogue)
  const rows = file.names.map((_, row) => row)
  return listCsv(file, rows, file.columns, messages.kindPage, kind.idPrefix)
}

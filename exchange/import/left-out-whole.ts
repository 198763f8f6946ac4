import { excerpt } from './excerpt.ts'
import type { ImportedItem, LeftOut } from './imported.ts'

/** What is told when an item goes into no file: each of the records that it was made of. */
export function leftOutWhole(item: ImportedItem, reason: string, hint?: string): LeftOut[] {
  const text = excerpt(item.fields['name'] ?? item.id)
  return [item.record, ...(item.merged ?? [])].map((record) => ({
    record,
    text,
    reason,
    ...(hint === undefined ? {} : { hint }),
  }))
}

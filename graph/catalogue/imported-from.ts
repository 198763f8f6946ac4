import { isScalar } from 'yaml'
import type { ImportedFrom } from './draft.ts'
import type { Field, FieldReader } from './read-fields.ts'

/** `record` is a field of imported layers only: of their items, and of relations that are written as mappings. */
export const isRecord = (field: Field, system: string | undefined): boolean =>
  field.name === 'record' && system !== undefined

/** Where the system of an imported layer states what these fields are of; nothing in other layers. */
export function importedFrom(
  fields: readonly Field[],
  system: string | undefined,
  reader: FieldReader,
): { readonly imported?: ImportedFrom } {
  if (system === undefined) return {}
  const node = fields.find((each) => each.name === 'record')?.value
  if (node === undefined) return { imported: { system } }
  if (isScalar(node)) return { imported: { system, record: String(node.source ?? node.value) } }
  reader.wrongType(node, '"record" takes a text')
  return { imported: { system } }
}

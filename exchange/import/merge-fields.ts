import type { CatalogueFileText } from '../../authoring/catalogue-file.ts'
import { FileNotEditable } from '../../authoring/catalogue-file.ts'
import type { FileFields, FileValue } from '../../authoring/file-value.ts'
import { sameValue } from './layer-file.ts'

/** A field that an import changes. */
export interface FieldChange {
  readonly field: string
  /** What stands there; undefined: nothing. */
  readonly before?: FileValue
  /** What will stand there; undefined: nothing. */
  readonly after?: FileValue
  /** Only the places in the source change, not what it says. */
  readonly moved: boolean
}

/** A field that people changed. */
export interface KeptField {
  readonly field: string
  readonly stands?: FileValue
  readonly says?: FileValue
}

/** What merging did to a file. */
export interface Merged {
  readonly changes: readonly FieldChange[]
  readonly kept: readonly KeptField[]
  /** What counts as written last from now on. */
  readonly state: FileFields
  /** Why nothing could be changed. */
  readonly problem?: string
}

/**
 * Brings a file up to date with what the system says now. Fields that say something else than what was written last were
 * changed by people, and stay.
 */
export function merge(file: CatalogueFileText, wanted: FileFields, written: FileFields): Merged {
  const changes: FieldChange[] = []
  const kept: KeptField[] = []
  const state = new Map<string, FileValue>()
  const order = [...wanted.keys()]
  for (const field of new Set([...wanted.keys(), ...written.keys()])) {
    const [stands, says, last] = [file.fields.get(field), wanted.get(field), written.get(field)]
    if (!sameValue(stands, says)) {
      if (!sameValue(stands, last) && field !== 'record') {
        kept.push({ field, ...some('stands', stands), ...some('says', says) })
        if (last !== undefined) state.set(field, last)
        continue
      }
      const moved = field === 'record' || sameValue(withoutRecords(stands), withoutRecords(says))
      changes.push({ field, ...some('before', stands), ...some('after', says), moved })
    }
    if (says !== undefined) state.set(field, says)
  }
  try {
    for (const { field, after } of changes) {
      if (after === undefined) file.remove(field)
      else file.set(field, after, order)
    }
  } catch (error) {
    if (!(error instanceof FileNotEditable)) throw error
    return { changes: [], kept: [], state: written, problem: error.message }
  }
  return { changes, kept, state }
}

const some = <Name extends string>(name: Name, value: FileValue | undefined): { readonly [name in Name]?: FileValue } =>
  (value === undefined ? {} : { [name]: value }) as { readonly [name in Name]?: FileValue }

/** The value without the places in the source that its relations name. */
function withoutRecords(value: FileValue | undefined): FileValue | undefined {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return (value as readonly FileValue[]).map((each) => withoutRecords(each) ?? null)
  const rest = Object.entries(value).filter(([name]) => name !== 'record')
  return Object.fromEntries(rest.map(([name, part]: [string, FileValue]) => [name, withoutRecords(part) ?? null]))
}

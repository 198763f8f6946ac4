import type { KnownCatalogue } from '../../imported.ts'
import type { MappingPath } from '../mapping/read-mapping.ts'
import type { Emptied } from './emptied.ts'
import { nameKey } from './id-name.ts'

/** What compiling a mapping needs, and what it finds out. */
export interface Compiler {
  readonly known: KnownCatalogue
  /** Texts that stand for nothing, as {@link emptyKey} has them. */
  readonly empty: ReadonlySet<string>
  /** Cells that had such a text. */
  readonly emptied: Emptied
  /** The name that a spelling stands for, by {@link nameKey}. */
  readonly same: ReadonlyMap<string, string>
  /** Columns that are used, and where the mapping says so. */
  readonly used: { readonly column: string; readonly path: MappingPath; readonly inner: boolean }[]
  readonly problem: (path: MappingPath, message: string) => void
}

const usual =
  '- -- --- – — . … ? ?? n/a na n.a. n.a n/k tbc tba tbd tbc. null (null) none nil nan undefined (blank) (empty) \\n'

/** Texts that stand for nothing wherever they are; spreadsheets' own mistakes among them. */
export const usuallyEmpty: readonly string[] = [
  ...usual.split(' '),
  ...['#n/a', '#ref!', '#value!', '#div/0!', '#name?', '#null!', '#num!'],
  ...['not applicable', 'not available', 'to be confirmed', 'to be advised', 'to be determined'],
]

/** What texts that stand for nothing are compared by. */
export const emptyKey = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim()

/** Spellings by the name that they stand for, turned round. */
export function spellings(same: Readonly<Record<string, readonly string[]>>): Map<string, string> {
  return new Map(Object.entries(same).flatMap(([name, others]) => others.map((each) => [nameKey(each), name] as const)))
}

import type { DecimalSign } from '../values/number.ts'

/** A constant of a mapping file. */
export type Constant = string | number | boolean | null

/**
 * What a field is made of: a column's name, a text with columns in braces, the long form, or several of those, whose values
 * are all taken where the field is a list, and the first that there is where it isn't.
 */
export type Source = string | LongSource | readonly Source[]

/** The long form: where values come from, how they are taken apart and read, and what they refer to. */
export interface LongSource {
  readonly column?: string | readonly string[] | undefined
  readonly text?: string | undefined
  readonly is?: unknown
  readonly each?: string | LongSource | undefined
  readonly split?: string | readonly string[] | undefined
  readonly match?: string | undefined
  readonly words?: Readonly<Record<string, Constant>> | undefined
  readonly otherwise?: Constant | undefined
  readonly date?: string | readonly string[] | undefined
  readonly day?: 'first' | 'last' | undefined
  readonly decimal?: DecimalSign | undefined
  readonly currency?: Source | undefined
  readonly unit?: string | undefined
  readonly item?: string | readonly string[] | undefined
  readonly by?: string | readonly string[] | undefined
  readonly with?: Readonly<Record<string, Source>> | undefined
  readonly parts?: Readonly<Record<string, Source>> | undefined
}

/** What a column must hold for a row to be taken. */
export type Condition =
  | Constant
  | readonly Constant[]
  | {
      readonly not?: Constant | readonly Constant[] | undefined
      readonly empty?: boolean | undefined
      readonly match?: string | undefined
    }

/** Items made of rows: one of each row, or one of each value within a row. */
export interface Entry {
  readonly kind: string
  readonly id?: string | readonly string[] | undefined
  readonly when?: Readonly<Record<string, Condition>> | undefined
  readonly each?: Source | undefined
  readonly repeated?: 'merge' | 'number' | undefined
  readonly fields?: Readonly<Record<string, Source>> | undefined
}

/** Where rows are, and what is made of them. */
export interface SourceMapping {
  readonly file?: string | readonly string[] | undefined
  readonly rows?: string | readonly string[] | undefined
  readonly heading?: number | undefined
  readonly fill?: readonly string[] | undefined
  readonly encoding?: string | undefined
  readonly delimiter?: string | undefined
  readonly html?: boolean | undefined
  readonly empty?: readonly Constant[] | undefined
  readonly ignore?: readonly string[] | undefined
  readonly items: readonly Entry[]
}

/** A mapping file. */
export interface Mapping {
  readonly system?: string | undefined
  /** Spellings of one name: what is written, and what it stands for. */
  readonly same: Readonly<Record<string, readonly string[]>>
  readonly sources: readonly SourceMapping[]
}

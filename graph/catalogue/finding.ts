import { compareText } from '../text/compare-text.ts'

/** How much a finding matters. An error keeps the catalogue from being loaded. */
export type Severity = 'error' | 'warning' | 'info'

/** From worst to least. */
export const severities: readonly Severity[] = ['error', 'warning', 'info']

/** A place in a file. */
export interface Place {
  /** The layer that the file belongs to. */
  readonly layer: string
  /** The file as people can open it: absolute, or as the caller named it. */
  readonly path: string
  /** The file from the layer's root, with forward slashes. */
  readonly file: string
  /** From 1. */
  readonly line: number
  /** From 1. */
  readonly column: number
}

/** Something that validation found, with its place and what to do about it. */
export interface Finding {
  readonly rule: string
  readonly severity: Severity
  readonly message: string
  /** What to do, or what was probably meant. */
  readonly hint?: string
  readonly place: Place
  /** Id of the item that it is about. */
  readonly item?: string
  /** What mends it, where that is clear. */
  readonly fix?: Fix
  /** Id of the party that can mend it; left out where nobody is known to. */
  readonly owner?: string
}

/** What mends a finding: plain data, which `authoring/fix` carries out. */
export interface Fix {
  /** What it does, as an order: "Write 2027-06-03." */
  readonly does: string
  readonly edits: readonly Edit[]
  /** Files that get another name, in their folders. */
  readonly renames?: readonly Rename[]
  /** What was meant is likely, not certain: it is carried out only for whoever names the rule. */
  readonly isGuess?: true
}

/** Text of one line, and what to write instead. */
export interface Edit {
  /** Where it begins. */
  readonly place: Place
  /** What stands there, to the letter: anywhere else nothing is written. */
  readonly was: string
  readonly text: string
}

/** A file that gets another name. */
export interface Rename {
  readonly place: Place
  /** The name, with its ending. */
  readonly to: string
}

/** Sorts findings by file, line, column, then rule. */
export function byPlace(a: Finding, b: Finding): number {
  return (
    compareText(a.place.path, b.place.path) ||
    a.place.line - b.place.line ||
    a.place.column - b.place.column ||
    compareText(a.rule, b.rule) ||
    compareText(a.message, b.message)
  )
}

import type { ItemLink } from './table.ts'

/** A sentence with links in it. */
export type Line = readonly (string | ItemLink)[]

/** The headline figures of a stream, and what they leave out, numbered. */
export interface Figures {
  readonly figures: readonly FigureTile[]
  readonly notes: readonly FigureNote[]
}

/** One figure. */
export interface FigureTile {
  readonly name: string
  readonly text: string
  /** It is one of those that one looks at first. */
  readonly first: boolean
  /** Nothing is recorded. */
  readonly unknown: boolean
  /** Numbers of the notes that say what it leaves out. */
  readonly notes: readonly number[]
}

/** What figures leave out or assume, and the steps that it is about. */
export interface FigureNote {
  /** Its anchor. */
  readonly id: string
  readonly number: number
  readonly line: Line
}

/** A matrix of practices: a table that is shaded by its numbers. */
export interface MatrixGrid {
  /** What it is a table of. */
  readonly caption: string
  /** What the box to filter it says. */
  readonly filter: string
  /** What stands above the first column. */
  readonly corner: string
  /** Columns that belong together, in order. */
  readonly groups: readonly MatrixGroup[]
  readonly rows: readonly MatrixRow[]
  /** What shows the rows that are empty; left out where there are none. */
  readonly showEmpty?: string
  readonly csv: { readonly href: string; readonly name: string; readonly file: string }
}

/** Columns that belong together. */
export interface MatrixGroup {
  /** Left out where there is only one group. */
  readonly title?: string
  readonly tone: 'as-is' | 'to-be'
  readonly columns: readonly ItemLink[]
}

/** One practice. */
export interface MatrixRow {
  readonly practice: ItemLink
  /** One for each column of all groups; undefined where they don't meet. */
  readonly cells: readonly (MatrixCell | undefined)[]
}

/** Where a practice meets a column. */
export interface MatrixCell {
  readonly text: string
  /** In words what it stands for. */
  readonly title: string
  /** How dark: 0 to 1. */
  readonly heat: number
  /** What it is sorted by. */
  readonly sort: number
}

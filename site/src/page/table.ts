import type { StateWords } from '../words/states.ts'

/** A link to an item, or to another page. */
export interface ItemLink {
  readonly href: string
  readonly name: string
  /** What sort of item it is, where that isn't clear from the place. */
  readonly kind?: string
  /** Colour of its area. */
  readonly area?: string
  /** Behind the name: the part it has. */
  readonly note?: string
}

/** A short word that says how something stands. */
export interface Badge {
  readonly text: string
  readonly tone: Tone
}

/** What a badge's colour says. */
export type Tone =
  'plain' | 'good' | 'warn' | 'bad' | 'as-is' | 'to-be' | 'strong' | 'medium' | 'weak' | StateWords['tone']

/** A label and what stands beside it. */
export interface Fact {
  readonly label: string
  readonly cell: Cell
  /** How much of the width it needs; as much as the others when left out. */
  readonly width?: 'half' | 'full'
}

/** Rows of the same shape. */
export interface Table {
  /** What it is a table of, for those who can't see where it stands. */
  readonly label: string
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
  /** Columns are as wide as those of its neighbours, whatever is in them. */
  readonly steady?: boolean
}

/** A row, with the address that leads to it where there is one. */
export interface Row {
  readonly cells: readonly Cell[]
  readonly id?: string
  /** Words that a page's choices look at, by name: `severity` → `warning`. */
  readonly marks?: Readonly<Record<string, string>>
}

export interface Column {
  readonly title: string
  /** Numbers stand right, and so do short words of one sort. */
  readonly numeric?: boolean
  /** It takes what room there is. */
  readonly wide?: boolean
  /** Its cells have bars. */
  readonly bars?: boolean
  /** On phones it stands without its title. */
  readonly quiet?: boolean
}

/** A part of a whole, 0 to 1. */
export interface Share {
  readonly part: number
  /** How much of the part is alone, not shared with others; 0 to `part`. */
  readonly alone?: number
  /** The colour of the stream that it is a part of. */
  readonly tone: 'as-is' | 'to-be'
}

/** What stands in one place of a table or beside a fact's label. Parts that are given stand in this order. */
export interface Cell {
  readonly links?: readonly ItemLink[]
  /** Links stand in one line, not one below the other. */
  readonly inline?: boolean
  /** It names the row. */
  readonly strong?: boolean
  readonly badges?: readonly Badge[]
  readonly text?: string
  /** Text or HTML is English, on a site in another language. */
  readonly lang?: 'en'
  /** A word of a file or of the API. */
  readonly code?: string
  /** A list of short texts. */
  readonly list?: readonly string[]
  /** Rendered Markdown. */
  readonly html?: string
  /** Smaller, below the rest. */
  readonly sub?: string
  /** Labelled details, below the rest. */
  readonly details?: readonly Fact[]
  /** A web address to follow, with its words. */
  readonly away?: readonly { readonly href: string; readonly name: string }[]
  /** Words that the filter finds and nobody sees: other names. */
  readonly hidden?: string
  /** A part of a whole, drawn as a bar beside its number, which stands in `text`. */
  readonly share?: Share
  /** What it is sorted by, where that isn't its text. */
  readonly sort?: string | number
}

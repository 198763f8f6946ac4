import type { Picture } from '../diagrams/picture.ts'
import type { SystemPicture } from '../diagrams/system-picture.ts'
import type { Area } from './areas.ts'

/** A page as data: routes only render it. */
export interface Page {
  readonly title: string
  /** For search engines and link previews: one sentence. */
  readonly description: string
  /** Pages above this one, outermost first. */
  readonly trail?: readonly ItemLink[]
  readonly badges?: readonly Badge[]
  /** The summary under the title. */
  readonly lead?: string
  /** Other names. */
  readonly aliases?: readonly string[]
  readonly banner?: Banner
  /** Where one reads on about this sort of page. */
  readonly about?: ItemLink
  readonly sections: readonly Section[]
  /** The kind whose entry the navigation marks: its folder. */
  readonly folder?: string
}

/** A part of a page under a heading of its own. */
export interface Section {
  /** Its anchor, one on each page. */
  readonly id: string
  /** Left out: what follows the page's title directly. */
  readonly title?: string
  /** A count behind the title. */
  readonly count?: number
  /** Said before its blocks. */
  readonly intro?: string
  readonly blocks: readonly Block[]
}

/** One visual thing. */
export type Block =
  | { readonly is: 'prose'; readonly html: string; readonly headings: readonly Heading[] }
  | { readonly is: 'facts'; readonly facts: readonly Fact[] }
  | { readonly is: 'table'; readonly table: Table }
  | {
      readonly is: 'group'
      readonly id: string
      readonly title: string
      readonly count?: number
      readonly table: Table
    }
  | { readonly is: 'note'; readonly text: string }
  | { readonly is: 'code'; readonly code: string; readonly label: string }
  | { readonly is: 'picture'; readonly picture: Picture; readonly narrow?: Picture }
  | { readonly is: 'ends'; readonly from: StreamEnd; readonly to: StreamEnd }
  | { readonly is: 'system'; readonly wide: SystemPicture; readonly narrow: SystemPicture }
  | { readonly is: 'questions'; readonly questions: readonly ItemLink[] }
  | { readonly is: 'tiles'; readonly groups: readonly TileGroup[] }
  | { readonly is: 'more'; readonly summary: string; readonly table: Table }

/** The kinds of one area, with how many items each has. */
export interface TileGroup {
  readonly area: Area
  readonly kinds: readonly { readonly href: string; readonly name: string; readonly count: number }[]
}

/** A heading on the page. */
export interface Heading {
  readonly depth: number
  readonly slug: string
  readonly text: string
}

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
export type Tone = 'plain' | 'good' | 'warn' | 'bad' | 'as-is' | 'to-be' | 'strong' | 'medium' | 'weak'

/** Said across the page, before anything else. */
export interface Banner {
  readonly tone: 'as-is' | 'to-be'
  readonly title: string
  readonly text: string
}

/** A label and what stands beside it. */
export interface Fact {
  readonly label: string
  readonly cell: Cell
  /** How much of the width it needs; as much as the others when left out. */
  readonly width?: 'half' | 'full'
}

/** One end of a value stream: what sets it off, or what comes out. */
export interface StreamEnd {
  readonly title: string
  readonly html: string
  readonly people: { readonly label: string; readonly links: readonly ItemLink[] }
}

/** Rows of the same shape. */
export interface Table {
  /** What it is a table of, for those who can't see where it stands. */
  readonly label: string
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
  /** Columns are as wide as those of its neighbours, whatever is in them. */
  readonly steady?: boolean
  /** A box to filter it and headings to sort by, where there are scripts. */
  readonly filter?: string
}

/** A row, with the address that leads to it where there is one. */
export interface Row {
  readonly cells: readonly Cell[]
  readonly id?: string
}

export interface Column {
  readonly title: string
  /** Numbers stand right, and so do short words of one sort. */
  readonly numeric?: boolean
  /** It takes what room there is. */
  readonly wide?: boolean
  /** On phones it stands without its title. */
  readonly quiet?: boolean
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
  /** What it is sorted by, where that isn't its text. */
  readonly sort?: string | number
}

/** Headings of a page: its sections, and what stands below them. */
export function headingsOf(sections: readonly Section[]): Heading[] {
  return sections.flatMap(({ id, title, blocks }) => [
    ...(title === undefined ? [] : [{ depth: 2, slug: id, text: title }]),
    ...blocks.flatMap((block): readonly Heading[] => {
      if (block.is === 'prose') return block.headings.filter(({ depth }) => depth === 3)
      if (block.is === 'group') return [{ depth: 3, slug: block.id, text: block.title }]
      return []
    }),
  ])
}

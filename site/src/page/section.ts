import type { Item } from '../catalogue/catalogue.ts'
import type { ImpactPicture, PictureBox } from '../diagrams/impact/impact-picture.ts'
import type { NeighbourhoodPicture } from '../diagrams/neighbourhood/neighbourhood-picture.ts'
import type { StreamMap } from '../diagrams/stream-map/stream-map.ts'
import type { SystemPicture } from '../diagrams/system-picture.ts'
import type { Timeline } from '../diagrams/timeline/timeline.ts'
import type { StateWords } from '../words/states.ts'
import type { Area } from './areas.ts'
import type { KindList } from './kind-list/kind-list.ts'
import type { Figures, Line, MatrixGrid } from './stream-block.ts'
import type { Badge, Fact, ItemLink, Table } from './table.ts'

export type { Badge, Cell, Column, Fact, ItemLink, Row, Share, Table, Tone } from './table.ts'

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
  /** The same with links in it. */
  readonly leadParts?: Line
  /** Other names. */
  readonly aliases?: readonly string[]
  readonly banner?: Banner
  /** Where one reads on about this sort of page. */
  readonly about?: readonly ItemLink[]
  readonly sections: readonly Section[]
  /** The kind whose entry the navigation marks: its folder. */
  readonly folder?: string
  /** The item that it is about: its data stands beside the page. */
  readonly item?: Item
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
  /** It is about the page, not its subject: it stands behind everything else. */
  readonly closes?: boolean
  /** It isn't printed. */
  readonly onScreen?: boolean
}

/** One visual thing. */
export type Block =
  | { readonly is: 'prose'; readonly html: string; readonly headings: readonly Heading[] }
  | { readonly is: 'facts'; readonly facts: readonly Fact[] }
  | { readonly is: 'table'; readonly table: Table }
  | { readonly is: 'list'; readonly list: KindList }
  | {
      readonly is: 'group'
      readonly id: string
      readonly title: string
      readonly count?: number
      /** What is said of all rows alike. */
      readonly alike?: readonly Fact[]
      readonly table: Table
    }
  | { readonly is: 'note'; readonly text: string }
  | { readonly is: 'statement'; readonly text: string; readonly lang?: 'en'; readonly open?: boolean }
  /** `asks`: it is a question to the API, which the query editor takes. */
  | { readonly is: 'code'; readonly code: string; readonly label: string; readonly asks?: true }
  | { readonly is: 'query-editor' }
  | { readonly is: 'stream-map'; readonly map: StreamMap }
  | { readonly is: 'ends'; readonly from: StreamEnd; readonly to: StreamEnd }
  | { readonly is: 'system'; readonly wide: SystemPicture; readonly narrow: SystemPicture }
  | { readonly is: 'readers'; readonly readers: readonly Reader[] }
  | { readonly is: 'timeline'; readonly name: string; readonly timeline: Timeline }
  | { readonly is: 'row-filter'; readonly filter: RowFilter }
  | { readonly is: 'tiles'; readonly groups: readonly TileGroup[] }
  | { readonly is: 'ways'; readonly ways: Ways }
  | { readonly is: 'neighbourhood'; readonly picture: NeighbourhoodPicture; readonly label: string }
  | { readonly is: 'more'; readonly summary: string; readonly blocks: readonly Block[] }
  | Part
  | { readonly is: 'lines'; readonly lines: readonly Line[]; readonly tone?: LineTone }
  | { readonly is: 'figures'; readonly figures: Figures }
  | { readonly is: 'matrix'; readonly grid: MatrixGrid }

/** How sentences stand: as they are, as something to look at, or as a remark. */
export type LineTone = 'plain' | 'warn' | 'quiet'

/** Somebody who comes with questions, and the pages that answer them. */
export interface Reader {
  readonly id: string
  readonly title: string
  readonly questions: readonly ItemLink[]
}

/** Choices that hide rows of all tables of a page, by their `marks`. */
export interface RowFilter {
  readonly label: string
  /** Said once something is chosen, with `{count}` and `{all}`. */
  readonly status: string
  readonly choices: readonly RowChoice[]
}

/** One choice. */
export interface RowChoice {
  /** The mark that it looks at; also its name in the page's address. */
  readonly mark: string
  readonly label: string
  /** What it says while it hides nothing. */
  readonly any: string
  readonly options: readonly { readonly value: string; readonly text: string }[]
}

/** A part of a section under a heading of its own. */
export interface Part {
  readonly is: 'part'
  readonly id: string
  readonly title: string
  /** What the list of what is on the page calls it, where its title is long. */
  readonly short?: string
  /** Which way it looks along needs: to what hangs on the item, or to what the item hangs on. */
  readonly toward?: 'dependents' | 'needed'
  readonly blocks: readonly Block[]
}

/** The ways of a failure, drawn from left to right. */
export interface Ways extends Omit<ImpactPicture, 'boxes'> {
  readonly boxes: readonly WaysBox[]
  /** What it is a picture of. */
  readonly label: string
  readonly caption: string
}

/** An item of the picture, with its state in a word. */
export interface WaysBox extends PictureBox {
  readonly href: string
  /** Left out where there is no room for it. */
  readonly kind?: string
  /** What state and kind take on whatever font they are set in. */
  readonly noteWidth: number
  readonly state: string
  readonly tone: StateWords['tone']
}

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

/** Said across the page, before anything else. */
export interface Banner {
  readonly tone: 'as-is' | 'to-be'
  readonly title: string
  readonly text: string
}

/** One end of a value stream: what sets it off, or what comes out. */
export interface StreamEnd {
  readonly title: string
  readonly html: string
  readonly people: { readonly label: string; readonly links: readonly ItemLink[] }
}

/** Headings of a page: its sections, and what stands below them. */
export function headingsOf(sections: readonly Section[]): Heading[] {
  return sections.flatMap(({ id, title, blocks }) => [
    ...(title === undefined ? [] : [{ depth: 2, slug: id, text: title }]),
    ...blocks.flatMap((block): readonly Heading[] => {
      if (block.is === 'prose') return block.headings.filter(({ depth }) => depth === 3)
      if (block.is === 'group') return [{ depth: 3, slug: block.id, text: block.title }]
      if (block.is === 'part') return [{ depth: 3, slug: block.id, text: block.short ?? block.title }]
      return []
    }),
  ])
}

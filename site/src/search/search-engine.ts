import { linkTo } from '../links.ts'
import { wordsOf } from '../scripts/fold.ts'
import type { SearchFile, SearchKind } from './search-file.ts'
import { wordIndex } from './word-index.ts'
import type { FoundRow, WordIndex } from './word-index.ts'

/** One item that was found. */
export interface Found {
  readonly href: string
  readonly name: string
  /** What one of its kind is called. */
  readonly kind: string
  readonly area: string
  readonly summary: string
  readonly aliases: readonly string[]
  /** The item that it is written inside of, such as a step's stream, or who owns it. */
  readonly within?: { readonly name: string; readonly is: 'holder' | 'owner' }
  /** Those of its words that were found, folded. */
  readonly matches: ReadonlySet<string>
}

/** A kind that the words name: there is a page of all its items. */
export interface FoundKind {
  readonly href: string
  readonly name: string
  readonly area: string
  readonly count: number
}

/** What was found. */
export interface SearchAnswer {
  /** How many items, of the kinds asked for. */
  readonly total: number
  /** How many items of each kind, the kinds asked for or not, by folder; kinds without any are left out. */
  readonly byKind: ReadonlyMap<string, number>
  /** Kinds that the words name. */
  readonly kinds: readonly FoundKind[]
  /** False where no item has all the words: then those with some of them are there. */
  readonly hasAll: boolean
  /** Items from the best down. */
  items(from: number, to: number): Found[]
}

/** Finds items by what they are called and what they are. */
export class SearchEngine {
  /** Kinds that have items. */
  readonly kinds: readonly SearchKind[]
  readonly #file: SearchFile
  readonly #base: string
  readonly #aliases: ReadonlyMap<number, readonly string[]>
  /** Place of each row's kind. */
  readonly #kinds: Uint16Array
  readonly #words: WordIndex

  private constructor(file: SearchFile, base: string, words: WordIndex) {
    this.#file = file
    this.kinds = file.kinds
    this.#base = base
    this.#aliases = new Map(file.aliases)
    this.#kinds = Uint16Array.from(file.kinds.flatMap(([, , , , count], place) => Array<number>(count).fill(place)))
    this.#words = words
  }

  /**
   * Makes the engine in small parts, so that a page can draw and answer keys between them: some milliseconds each.
   * @param base the path that the site is published under.
   * @param locale the site's language: in German, words within words are found, too.
   */
  static async prepare(file: SearchFile, base: string, locale: string): Promise<SearchEngine> {
    return new SearchEngine(file, base, await wordIndex(file, locale === 'de'))
  }

  /**
   * Finds the items that have all the words, their beginnings, or almost, in their names, other names, summaries or their
   * kind's name; whatever case, diacritics and order.
   * @param only folders of the kinds that may be found; all where it is empty.
   */
  search(said: string, only: ReadonlySet<string> = new Set()): SearchAnswer {
    const { kinds } = this.#file
    const found = this.#words(said)
    const counts = kinds.map(() => 0)
    const isAsked = kinds.map(([, , folder]) => only.size === 0 || only.has(folder))
    const rows: FoundRow[] = []
    for (const each of found.rows) {
      const place = this.#kinds[each.row] ?? 0
      counts[place] = (counts[place] ?? 0) + 1
      if (isAsked[place] === true) rows.push(each)
    }
    return {
      total: rows.length,
      byKind: new Map(kinds.flatMap(([, , folder], i) => (counts[i] === 0 ? [] : [[folder, counts[i] ?? 0] as const]))),
      kinds: kinds.filter((kind) => isNamed(kind, said)).map((kind) => this.#foundKind(kind)),
      hasAll: found.hasAll,
      items: (from, to) => rows.slice(from, to).map((row) => this.#found(row)),
    }
  }

  #found({ row, matches }: FoundRow): Found {
    const { names, summaries, within, kinds } = this.#file
    const [kind = '', , , area = ''] = kinds[this.#kinds[row] ?? 0] ?? []
    const other = (within[row] ?? 0) - 1
    return {
      href: this.#hrefOf(row),
      ...{ name: names[row] ?? '', kind, area, summary: summaries[row] ?? '', aliases: this.#aliases.get(row) ?? [] },
      matches: new Set(matches),
      ...(other < 0
        ? {}
        : { within: { name: names[other] ?? '', is: this.#isInside(row, other) ? 'holder' : 'owner' } }),
    }
  }

  /** An item that is written inside of another lies below that one's name. */
  #isInside(row: number, other: number): boolean {
    const { paths } = this.#file
    return paths[row]?.startsWith(`${paths[other] ?? ''}/`) ?? false
  }

  #hrefOf(row: number): string {
    const folder = this.#file.kinds[this.#kinds[row] ?? 0]?.[2] ?? ''
    return linkTo({ id: this.#file.paths[row] ?? '', kind: { idPrefix: '', folder } }, this.#base)
  }

  #foundKind([, name, folder, area, count]: SearchKind): FoundKind {
    return { href: linkTo({ allOf: { folder } }, this.#base), name, area, count }
  }
}

/** Whether what was typed is the beginning of what a kind is called: "suppl", but not "s". */
function isNamed([one, many, folder]: SearchKind, said: string): boolean {
  const begin = wordsOf(said).join(' ')
  return begin.length > 2 && [one, many, folder].some((name) => wordsOf(name).join(' ').startsWith(begin))
}

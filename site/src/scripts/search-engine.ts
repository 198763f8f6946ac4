import MiniSearch from 'minisearch'
import { linkTo } from '../links.ts'
import { folded } from './fold.ts'

/** What `search.json` holds: kinds as label, folder and area; items as kind, name in the folder, name, summary, other names. */
export interface SearchData {
  readonly kinds: readonly (readonly [label: string, folder: string, area: string])[]
  readonly items: readonly (readonly [kind: number, path: string, name: string, summary: string, aliases?: string])[]
}

/** One item that was found. */
export interface Found {
  readonly href: string
  readonly name: string
  readonly kind: string
  readonly area: string
  readonly summary: string
  /** Other names that match, where the name itself doesn't. */
  readonly aliases: string
}

/** Finds items by the beginnings of words, also with a letter wrong, whatever case and diacritics. */
export type SearchEngine = (words: string) => Found[]

/** Makes the engine: 2 s for 10,000 items on a slow phone, then some 15 ms a search. */
export function searchEngine({ kinds, items }: SearchData, base: string): SearchEngine {
  const index = new MiniSearch<{ id: number; name: string; aliases: string; summary: string }>({
    fields: ['name', 'aliases', 'summary'],
    processTerm: (term) => folded(term),
    searchOptions: {
      boost: { name: 8, aliases: 6, summary: 1 },
      prefix: true,
      fuzzy: (term) => (term.length > 3 ? 0.2 : false),
      combineWith: 'AND',
    },
  })
  index.addAll(items.map(([, , name, summary, aliases = ''], id) => ({ id, name, aliases, summary })))
  return (words) => {
    const begins = (name: string): boolean => folded(name).startsWith(folded(words.trim()))
    const found = index.search(words).flatMap(({ id, score }) => {
      const item = items[Number(id)]
      if (item === undefined) return []
      // Who types the beginning of a name, or of another name, means that item, whatever else has the same words.
      const isCalled = item[4]?.split(', ').some(begins) ?? false
      return [{ item, score: begins(item[2]) ? score * 6 : isCalled ? score * 4 : score }]
    })
    return found
      .sort((a, b) => b.score - a.score)
      .flatMap(({ item }): Found[] => {
        const kind = kinds[item[0]]
        if (kind === undefined) return []
        const [, path, name, summary] = item
        const aliases = matching(item, words)
        const href = linkTo({ id: path, kind: { idPrefix: '', folder: kind[1] } }, base)
        return [{ href, name, kind: kind[0], area: kind[2], summary, aliases }]
      })
  }
}

/** The other names that have the words, where the name itself hasn't. */
function matching([, , name, , aliases = '']: SearchData['items'][number], words: string): string {
  const sought = folded(words.trim()).split(/\s+/)
  const has = (text: string): boolean => sought.some((word) => folded(text).includes(word))
  return has(name) ? '' : aliases.split(', ').filter(has).join(', ')
}

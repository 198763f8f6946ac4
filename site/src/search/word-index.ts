import MiniSearch from 'minisearch'
import { tailsOf, wordsOf } from '../scripts/fold.ts'
import type { SearchFile } from './search-file.ts'

/** Looks up words in what items are called and what is said of them. */
export type WordIndex = (said: string) => FoundRows

/** What was found. */
export interface FoundRows {
  /** The best first. */
  readonly rows: readonly FoundRow[]
  /** False where no item has all the words: then those with some of them are there. */
  readonly hasAll: boolean
}

/** An item's place in the file's columns, and those of its words that were found, folded. */
export interface FoundRow {
  readonly row: number
  readonly matches: readonly string[]
}

/** What is looked through, and how much a word in it counts. */
const boost = { name: 16, aliases: 12, kind: 2, summary: 1 }
type Field = keyof typeof boost
type Texts = Readonly<Record<Field, string> & { id: number }>

const fields = Object.keys(boost)
/** Fields of names, one a line. */
const naming: readonly string[] = ['name', 'aliases'] satisfies Field[]

/** So many items are added at once: some milliseconds, so that a page can draw and answer keys between them. */
const chunkSize = 200

/** Beginnings of words; where nothing has them all, words that are nearly so, too; where nothing has those, some of them. */
const attempts = [
  { combineWith: 'AND', fuzzy: false },
  { combineWith: 'AND', fuzzy: nearness },
  { combineWith: 'OR', fuzzy: nearness },
] as const

/**
 * Makes the index of all items.
 * @param hasCompounds whether ends of words in names are found, too: "management" in "Störungsmanagement".
 */
export async function wordIndex(file: SearchFile, hasCompounds: boolean): Promise<WordIndex> {
  const index = new MiniSearch<Texts>({
    fields,
    tokenize: (text, field = '') => {
      const words = wordsOf(text)
      if (!naming.includes(field)) return words
      return [...words, ...wholeNames(text), ...(hasCompounds ? words.flatMap(tailsOf) : [])]
    },
    searchOptions: { boost, prefix: true, weights: { prefix: 0.6, fuzzy: 0.3 }, maxFuzzy: 2 },
  })
  await index.addAllAsync(textsOf(file), { chunkSize })
  return (said) => search(index, said)
}

function search(index: MiniSearch<Texts>, said: string): FoundRows {
  const letters = wordsOf(said).join('').length
  if (letters === 0) return { rows: [], hasAll: true }
  for (const { combineWith, fuzzy } of attempts) {
    const found = index.search({
      fuzzy,
      // One letter begins some word of nearly every summary.
      fields: letters === 1 ? [...naming] : fields,
      combineWith: 'OR',
      // Who types a name, or its beginning, means that item, whatever else has the same words.
      queries: [
        { combineWith, queries: [said] },
        { tokenize: wholeNames, queries: [said] },
      ],
    })
    if (found.length === 0) continue
    const rows = found.map(({ id, terms }) => ({ row: Number(id), matches: terms }))
    return { rows, hasAll: combineWith === 'AND' }
  }
  return { rows: [], hasAll: false }
}

function textsOf({ kinds, names, aliases, summaries }: SearchFile): Texts[] {
  const others = new Map(aliases)
  const kindOf = kinds.flatMap(([one, many, folder, , count]) => Array<string>(count).fill(`${one} ${many} ${folder}`))
  return names.map((name, id) => ({
    id,
    name,
    aliases: others.get(id)?.join('\n') ?? '',
    kind: kindOf[id] ?? '',
    summary: summaries[id] ?? '',
  }))
}

/** Names as one word each, unlike any word of a text. */
const wholeNames = (lines: string): string[] => lines.split('\n').map((name) => `=${wordsOf(name).join(' ')}`)

/** So much of a word may be wrong: a letter, from six letters on two. Numbers that are a digit off are other numbers. */
function nearness(word: string): number | false {
  return word.length > 3 && !/\d/.test(word) ? 0.25 : false
}

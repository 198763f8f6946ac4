import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Completeness } from '../catalogue/completeness/completeness.ts'
import type { Finding } from '../catalogue/finding.ts'
import { labels } from '../representation.ts'
import type { Store } from '../store/store.ts'
import { piecesOf, readPieces } from './texts.ts'
import type { Piece } from './texts.ts'

/** What a catalogue says of all its items, which grows with them: kept in pieces. */
export interface Lists {
  readonly findings: readonly Piece[]
  readonly completeness: readonly Piece[]
}

/** The lists of a catalogue as they are stored. */
export const listsOf = ({ findings, completeness }: Pick<Catalogue, 'findings' | 'completeness'>): Lists => ({
  findings: piecesOf(findings, stored),
  completeness: piecesOf(completeness),
})

/** Paths of the machine that loaded are nobody's business, nor is what edits its files. */
const stored = ({ fix: _, ...finding }: Finding): Finding => ({
  ...finding,
  place: { ...finding.place, path: finding.place.file },
})

/** Which entries of a list are wanted. */
type Wanted<Entry> = (entry: Entry) => boolean
const all = (): boolean => true

/** The findings of what is loaded, sorted by place, in parts. */
export const readFindings = (store: Store, isWanted: Wanted<Finding> = all): AsyncGenerator<Finding[]> =>
  readList(store, 'findings', 'findingTexts', isWanted)

/** How complete each item of what is loaded is, by id, in parts. */
export const readCompleteness = (store: Store, isWanted: Wanted<Completeness> = all): AsyncGenerator<Completeness[]> =>
  readList(store, 'completeness', 'completenessTexts', isWanted)

/** A list that is read in parts, whole. */
export const whole = async <Entry>(parts: AsyncIterable<readonly Entry[]>): Promise<Entry[]> =>
  (await Array.fromAsync(parts)).flat()

const node = `(n:${labels.catalogue} {id: 'catalogue'})`

async function* readList<Entry>(
  store: Store,
  inOneText: string,
  inPieces: string,
  isWanted: Wanted<Entry>,
): AsyncGenerator<Entry[]> {
  let empty = true
  for await (const entries of readPieces<Entry>(store, node, inPieces)) {
    empty = false
    yield entries.filter(isWanted)
  }
  if (!empty) return
  // It has no entries, or the graph was loaded when lists were texts, or weren't told at all.
  const [row] = await store.read<{ readonly text: string | null }>(`MATCH ${node} RETURN n.${inOneText} AS text`)
  if (row?.text != null) yield (JSON.parse(row.text) as Entry[]).filter(isWanted)
}

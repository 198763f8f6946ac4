import { hash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { labels } from '../representation.ts'
import { StoreError } from '../store/store.ts'
import type { Statement, Store } from '../store/store.ts'

/**
 * A part of a long list (findings, completeness, a revision's changes) as it stands in the graph: a node of its own, because
 * one property of the embedded store holds at most 16 MiB, and one text of JavaScript half a gigabyte. Its id is made of
 * what it says: equal parts of two lists are one node, and lists are compared by their ids alone.
 */
export interface Piece {
  readonly id: string
  /** JSON: a list of entries. Worked out when it is asked for: all at once would be the list a second time. */
  readonly text: () => string
}

/** Of about so many entries one ends a piece, by what it says: so a list that changes in one place has one other piece. */
const entriesOfPiece = 512
/** A piece ends here whatever it says, in characters: the embedded store takes three bytes for some. */
const longestPiece = 1_000_000

/**
 * Cuts a list into pieces.
 * @param stored an entry as it is stored.
 */
export function piecesOf<Entry>(list: readonly Entry[], stored: (entry: Entry) => unknown = (entry) => entry): Piece[] {
  const pieces: Piece[] = []
  let start = 0
  let length = 0
  for (const [index, entry] of list.entries()) {
    const said = JSON.stringify(stored(entry))
    length += said.length
    if (crc32(said) % entriesOfPiece !== 0 && length < longestPiece && index < list.length - 1) continue
    const [from, to] = [start, index + 1]
    const text = (): string => JSON.stringify(list.slice(from, to).map((each) => stored(each)))
    pieces.push({ id: hash('sha256', text(), 'base64url'), text })
    start = to
    length = 0
  }
  return pieces
}

/** How many pieces one statement writes. */
const batch = 8

/** The statements that write pieces, those among them that are there already included. */
export function savePieces(pieces: readonly Piece[]): Statement[] {
  return Array.from({ length: Math.ceil(pieces.length / batch) }, (_, index) => ({
    cypher: `UNWIND $texts AS row MERGE (t:${labels.text} {id: row.id}) SET t.text = row.text`,
    parameters: () => ({ texts: rowsOf(pieces.slice(index * batch, (index + 1) * batch)) }),
  }))
}

/** Pieces as a statement takes them. */
export const rowsOf = (pieces: readonly Piece[]): { id: string; text: string }[] =>
  pieces.map(({ id, text }) => ({ id, text: text() }))

/** Ids of pieces. */
export const idsOf = (pieces: readonly Piece[]): string[] => pieces.map(({ id }) => id)

/** How many pieces one statement reads: between them others have their turn, and no more of a long list is in memory. */
const readAtOnce = 32
/** How often pieces are read again that a load takes away meanwhile. */
const mostAttempts = 4

interface Row {
  readonly [column: string]: string | number | null
  /** Which piece it is, from 0. */
  readonly at: number
  /** Null where the piece isn't there. */
  readonly text: string | null
}

/**
 * Reads a list that a node names the pieces of, in statements of some pieces each: whoever reads in a graph that may be loaded
 * meanwhile looks afterwards whether all were of one revision.
 * @param node the Cypher pattern of that node, named n.
 * @param property its property with the pieces' ids.
 * @returns the entries of one piece after the other; nothing when the node names none.
 * @throws StoreError when pieces are missing.
 */
export async function* readPieces<Entry>(store: Store, node: string, property: string): AsyncGenerator<Entry[]> {
  for (let from = 0; ; from += readAtOnce) {
    const texts = await readSome(store, node, property, from)
    for (const text of texts) yield JSON.parse(text) as Entry[]
    if (texts.length < readAtOnce) return
  }
}

async function readSome(store: Store, node: string, property: string, from: number): Promise<string[]> {
  for (let attempt = 1; attempt <= mostAttempts; attempt++) {
    const rows = await store.read<Row>(
      `MATCH ${node} WHERE n.${property} IS NOT NULL WITH n.${property}[$from..$to] AS ids
       UNWIND range(0, size(ids) - 1) AS at OPTIONAL MATCH (t:${labels.text} {id: ids[at]}) RETURN at, t.text AS text`,
      { from, to: from + readAtOnce },
    )
    const texts = rows.sort((a, b) => a.at - b.at).map(({ text }) => text)
    if (texts.every((text) => text !== null)) return texts // Otherwise a load came in between, or they are lost.
  }
  throw missingPieces(store, property)
}

/** Pieces that a node names aren't there. */
export const missingPieces = (store: Store, property: string): StoreError =>
  new StoreError(`What is loaded at ${store.address} is incomplete: parts of "${property}" are missing`, {
    failure: 'damaged',
    hint: `Load into another graph, or take the ${labels.catalogue} node out of this one and load again`,
  })

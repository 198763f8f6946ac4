import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { piecesOf, readPieces, savePieces, idsOf } from '../../../graph/load/texts.ts'
import { schemaStatements } from '../../../graph/load/schema-statements.ts'
import { StoreError } from '../../../graph/store/store.ts'
import type { Store } from '../../../graph/store/store.ts'
import { storesUnderTest } from '../../stores-under-test.ts'

const entries = (count: number, from = 0) => Array.from({ length: count }, (_, index) => ({ number: from + index }))
const said = (list: readonly unknown[]): unknown[] =>
  piecesOf(list).flatMap(({ text }) => JSON.parse(text()) as unknown[])

describe('pieces of a list', () => {
  it('say together what the list says, and the same list has the same', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue(), { maxLength: 30 }), (list) => {
        expect(JSON.stringify(said(list))).toBe(JSON.stringify(list))
        expect(idsOf(piecesOf(list))).toStrictEqual(idsOf(piecesOf([...list])))
      }),
    )
    expect(piecesOf([])).toStrictEqual([])
  })

  it('are few where little changes: what comes, goes or moves leaves the others as they are', () => {
    const list = entries(20_000)
    const before = idsOf(piecesOf(list))
    expect(before.length).toBeGreaterThan(20)
    const after = idsOf(piecesOf([{ number: -1 }, ...list.slice(0, 9_000), ...list.slice(9_001)]))
    expect(after.filter((id) => !before.includes(id)).length).toBeLessThanOrEqual(3)
  })

  it('are never so long that a store refuses them', () => {
    const long = Array.from({ length: 50 }, (_, index) => ({ text: `${index} ${'ß'.repeat(300_000)}` }))
    const lengths = piecesOf(long).map(({ text }) => text().length)
    expect(Math.max(...lengths)).toBeLessThan(1_400_000)
    expect(said(long)).toStrictEqual(long)
  })

  it('hold entries as they are stored', () => {
    const pieces = piecesOf(entries(3), ({ number }) => number * 2)
    expect(pieces.map(({ text }) => text())).toStrictEqual(['[0,2,4]'])
  })
})

describe.each(storesUnderTest())('a list in pieces, on $name', (under) => {
  let store: Store
  beforeEach(async () => {
    store = await under.fresh()
  })
  afterEach(() => store.close())

  const node = "(n:TributaryCatalogue {id: 'catalogue'})"
  const read = async () => (await Array.fromAsync(readPieces(store, node, 'numbers'))).flat()
  const naming = (ids: readonly string[]) => ({
    cypher: `MERGE ${node} SET n.numbers = $ids`,
    parameters: { ids },
  })

  it('is read whole and in order, however long it is', async () => {
    const list = entries(5_000).map(({ number }) => ({ number, text: 'ä'.repeat(4_000) })) // 40 MB.
    const pieces = piecesOf(list)
    await store.write([...schemaStatements, ...savePieces(pieces), naming(idsOf(pieces))])
    expect(await read()).toStrictEqual(list)
  })

  it('may be written again, and share pieces with another', async () => {
    const pieces = piecesOf(entries(40_000))
    expect(pieces.length).toBeGreaterThan(64) // More than one statement reads.
    await store.write([...schemaStatements, ...savePieces(pieces), naming(idsOf(pieces))])
    await store.write(savePieces(pieces))
    expect(await read()).toStrictEqual(entries(40_000))
  })

  it('has no entries where nobody names it, or it has no pieces', async () => {
    expect(await read()).toStrictEqual([])
    await store.write([naming([])])
    expect(await read()).toStrictEqual([])
  })

  it('ends early where it becomes shorter meanwhile: who reads it looks at the revision afterwards', async () => {
    const pieces = piecesOf(entries(40_000))
    await store.write([...schemaStatements, ...savePieces(pieces), naming(idsOf(pieces))])
    const reading = readPieces(store, node, 'numbers')
    expect((await reading.next()).done).toBe(false)
    await store.write([naming(idsOf(pieces.slice(0, 40)))])
    let read = 1
    for await (const _ of reading) read += 1
    expect(read).toBe(40)
  })

  it('of which a piece is missing is an error that says what to do', async () => {
    const pieces = piecesOf(entries(3_000))
    await store.write([...schemaStatements, ...savePieces(pieces.slice(1)), naming(idsOf(pieces))])
    const error: unknown = await read().catch((each: unknown) => each)
    expect(error).toBeInstanceOf(StoreError)
    expect((error as StoreError).message).toContain('is incomplete: parts of "numbers" are missing')
    expect((error as StoreError).hint).toContain('take the TributaryCatalogue node out of this one and load again')
  })
})

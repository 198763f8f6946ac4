import { describe, expect, it } from 'vitest'
import { StoreError } from '../../../graph/store/store.ts'
import type { Store } from '../../../graph/store/store.ts'
import { addItems, addRows, failure, itemIds } from './items-in-store.ts'

/** What reading guarantees: plain JSON out, integers in, nothing changed. */
export function describeReads(store: () => Store): void {
  describe('read', () => {
    it('gives rows as plain JSON', async () => {
      const [row] = await store().read(
        `RETURN 42 AS whole, -7 AS negative, 1.5 AS float, 'text' AS text, '🌊 Änderung' AS unicode, true AS yes,
                false AS no, null AS nothing, [1, 'a', null] AS list, [] AS empty,
                {a: 1, b: [{c: 'd'}, {e: null}]} AS map`,
      )
      expect(row).toStrictEqual({
        whole: 42,
        negative: -7,
        float: 1.5,
        text: 'text',
        unicode: '🌊 Änderung',
        yes: true,
        no: false,
        nothing: null,
        list: [1, 'a', null],
        empty: [],
        map: { a: 1, b: [{ c: 'd' }, { e: null }] },
      })
    })

    it('gives parameters back as they were, at any depth', async () => {
      const value = {
        whole: 3,
        float: 2.5,
        large: 2 ** 53 - 1,
        list: [
          [1, 2],
          ['a', null],
        ],
        map: { deep: { er: [0] } },
      }
      expect(await store().read('RETURN $value AS value', { value })).toStrictEqual([{ value }])
    })

    it('takes whole numbers as integers, at any depth', async () => {
      const rows = await store().read(
        'UNWIND $numbers.list AS number RETURN number / 2 AS half ORDER BY half SKIP $skip LIMIT $first',
        { numbers: { list: [9, 7, 5, 3] }, skip: 1, first: 2 },
      )
      expect(rows).toStrictEqual([{ half: 2 }, { half: 3 }])
    })

    it('gives properties back as they were written', async () => {
      const row = { id: 'a', n: 1, f: 0.1, b: false, s: 'line\nline "quoted"', tags: ['x', 'ß'], none: [] }
      await store().write([{ cypher: addRows, parameters: { rows: [{ ...row, left: null }] } }])
      expect(await store().read('MATCH (n:TributaryItem) RETURN properties(n) AS item')).toStrictEqual([{ item: row }])
    })

    it('gives no rows where nothing matches', async () => {
      expect(await store().read('MATCH (n:TributaryItem) RETURN n.id AS id')).toStrictEqual([])
      expect(await store().read('MATCH (n:TributaryItem) RETURN count(n) AS count')).toStrictEqual([{ count: 0 }])
    })

    it('answers many questions at once', async () => {
      const numbers = Array.from({ length: 40 }, (_, number) => number)
      const answers = await Promise.all(numbers.map((number) => store().read('RETURN $number AS number', { number })))
      expect(answers).toStrictEqual(numbers.map((number) => [{ number }]))
    })

    it('refuses a statement that changes the graph', async () => {
      await addItems(store(), 'a')
      await expect(store().read("CREATE (n:TributaryItem {id: 'b'})")).rejects.toThrow(StoreError)
      expect(await itemIds(store())).toStrictEqual(['a'])
    })

    it('answers a signal that aborts at once, and then goes on answering', async () => {
      const controller = new AbortController()
      const long = 'UNWIND range(1, 2000000) AS n WITH sum(n) AS sum RETURN sum'
      const question = failure(store().read(long, {}, { signal: controller.signal }))
      const reason = new Error('no more time')
      controller.abort(reason)
      const error = await question
      expect(error).toMatchObject({ name: 'StoreError', failure: 'cancelled', cause: reason })
      expect(error.message).toBe(`The question to the graph at ${store().address} was cancelled`)
      expect(error.hint).toMatch(/ask for less, or give it more time$/)
      expect(await store().read('RETURN 1 AS one')).toStrictEqual([{ one: 1 }])
    })

    it('asks nothing where the signal has aborted already', async () => {
      const error = await failure(store().read('THIS IS NOT CYPHER', {}, { signal: AbortSignal.abort() }))
      expect(error.failure).toBe('cancelled')
    })

    it('reads as always while the signal doesn’t abort', async () => {
      const { signal } = new AbortController()
      expect(await store().read('RETURN 1 AS one', {}, { signal })).toStrictEqual([{ one: 1 }])
      expect((await failure(store().read('THIS IS NOT CYPHER', {}, { signal }))).failure).toBe('refused')
    })

    it('says which store refuses a statement that is not Cypher', async () => {
      const error = await failure(store().read('MATCH (n:TributaryItem RETURN n.id AS id'))
      expect(error).toBeInstanceOf(StoreError)
      expect(error.message).toContain(`The graph at ${store().address} refused to read: `)
    })
  })
}

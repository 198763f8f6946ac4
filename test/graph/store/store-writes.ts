import { describe, expect, it } from 'vitest'
import { StoreError } from '../../../graph/store/store.ts'
import type { Statement, Store } from '../../../graph/store/store.ts'
import { addItems, addRows, failure, itemIds, itemSchema } from './items-in-store.ts'

/** What writing guarantees: all or nothing, in order, schema first. */
export function describeWrites(store: () => Store): void {
  describe('write', () => {
    it('runs statements in order and tells after each', async () => {
      const told: string[] = []
      await store().write(
        [
          { cypher: "CREATE (n:TributaryItem {id: 'a', step: 1})" },
          { cypher: 'MATCH (n:TributaryItem) SET n.step = n.step * 10' },
          { cypher: 'MATCH (n:TributaryItem) SET n.step = n.step + 1' },
        ],
        (done, of) => told.push(`${done} of ${of}`),
      )
      expect(told).toStrictEqual(['1 of 3', '2 of 3', '3 of 3'])
      expect(await store().read('MATCH (n:TributaryItem) RETURN n.step AS step')).toStrictEqual([{ step: 11 }])
    })

    it('leaves nothing behind when a statement fails', async () => {
      await addItems(store(), 'a')
      const write = store().write([
        { cypher: "CREATE (n:TributaryItem {id: 'b'})" },
        { cypher: "MATCH (n:TributaryItem {id: 'a'}) DELETE n" },
        { cypher: 'THIS IS NOT CYPHER' },
      ])
      const error = await failure(write)
      expect(error).toBeInstanceOf(StoreError)
      expect(error.message).toContain(`The graph at ${store().address} refused to be written: `)
      expect(await itemIds(store())).toStrictEqual(['a'])
      await addItems(store(), 'c')
      expect(await itemIds(store())).toStrictEqual(['a', 'c'])
    })

    it('leaves nothing behind when the one who is told throws', async () => {
      const write = store().write([{ cypher: "CREATE (n:TributaryItem {id: 'a'})" }], () => {
        throw new Error('enough')
      })
      await expect(write).rejects.toThrow('enough')
      expect(await itemIds(store())).toStrictEqual([])
    })

    it('never shows readers a part of it', async () => {
      await addItems(store(), 'a')
      const meanwhile: Promise<string[]>[] = []
      const statements = ['b', 'c', 'd'].map((id) => ({ cypher: addRows, parameters: { rows: [{ id }] } }))
      await store().write(statements, () => meanwhile.push(itemIds(store())))
      for (const ids of await Promise.all(meanwhile)) expect(['a', 'abcd']).toContain(ids.join(''))
      expect(await itemIds(store())).toStrictEqual(['a', 'b', 'c', 'd'])
    })

    it('refuses a second node with a value that must be unique', async () => {
      await store().write([...itemSchema, { cypher: addRows, parameters: { rows: [{ id: 'a' }] } }])
      const error = await failure(addItems(store(), 'b', 'a'))
      expect(error).toBeInstanceOf(StoreError)
      expect(error.hint).toContain('A value that must be unique is taken')
      expect(await itemIds(store())).toStrictEqual(['a'])
    })

    it('runs schema statements first, and again without harm', async () => {
      const told: number[] = []
      const items = { cypher: addRows, parameters: { rows: [{ id: 'a' }] } }
      await store().write([items, ...itemSchema], (done) => told.push(done))
      await store().write(itemSchema)
      expect(told).toStrictEqual([1, 2, 3])
      await expect(addItems(store(), 'a')).rejects.toThrow(StoreError)
    })

    it('does nothing when there is nothing to do', async () => {
      await store().write([])
      expect(await itemIds(store())).toStrictEqual([])
    })

    it('asks for parameters when their statement is about to run, not all at once', async () => {
      const told: string[] = []
      const adding = (id: string): Statement => ({
        cypher: addRows,
        parameters() {
          told.push(id)
          return { rows: [{ id }] }
        },
      })
      await store().write([adding('a'), adding('b')], (done) => told.push(String(done)))
      expect(told).toStrictEqual(['a', '1', 'b', '2'])
      expect(await itemIds(store())).toStrictEqual(['a', 'b'])
    })

    it('writes what is apart in its turn, among what is not', async () => {
      const told: number[] = []
      await store().write(
        [
          ...itemSchema,
          { cypher: addRows, parameters: { rows: [{ id: 'first' }] } },
          { cypher: addRows, parameters: { rows: [{ id: 'a' }] }, apart: true },
          { cypher: "MATCH (n:TributaryItem {id: 'a'}) CREATE (:TributaryItem {id: 'b'})", apart: true },
          { cypher: addRows, parameters: { rows: [{ id: 'last' }] } },
        ],
        (done) => told.push(done),
      )
      expect(told).toStrictEqual(Array.from({ length: itemSchema.length + 4 }, (_, index) => index + 1))
      expect(await itemIds(store())).toStrictEqual(['a', 'b', 'first', 'last'])
    })

    it('leaves nothing of what is not apart behind when a statement fails, apart or not', async () => {
      for (const failing of [true, false]) {
        const write = store().write([
          { cypher: "CREATE (n:TributaryItem {id: 'first'})" },
          { cypher: "CREATE (n:TributaryItem {id: 'a'})", apart: true },
          { cypher: 'THIS IS NOT CYPHER', apart: failing },
        ])
        expect(await failure(write)).toBeInstanceOf(StoreError)
        expect(await itemIds(store())).not.toContain('first')
        await store().write([{ cypher: 'MATCH (n:TributaryItem) DELETE n' }])
      }
    })

    it('takes 5,000 nodes and 15,000 relations', async () => {
      const rows = Array.from({ length: 5000 }, (_, number) => ({ id: `i${number}`, number, tags: ['a', 'b'] }))
      const needs = Array.from({ length: 15_000 }, (_, number) => ({
        from: `i${number % 5000}`,
        to: `i${(number * 7919) % 5000}`,
        weight: number,
      }))
      await store().write([
        ...itemSchema,
        { cypher: addRows, parameters: { rows } },
        {
          cypher: `UNWIND $needs AS need
                   MATCH (a:TributaryItem {id: need.from}) MATCH (b:TributaryItem {id: need.to})
                   CREATE (a)-[:USES {weight: need.weight}]->(b)`,
          parameters: { needs },
        },
      ])
      const [row] = await store().read(
        `MATCH (n:TributaryItem) WITH count(n) AS items, sum(n.number) AS numbers
         MATCH (:TributaryItem)-[r:USES]->(:TributaryItem) RETURN items, numbers, count(r) AS needs`,
      )
      expect(row).toStrictEqual({ items: 5000, numbers: 12_497_500, needs: 15_000 })
    }, 30_000)
  })
}

import { beforeEach, describe, expect, it } from 'vitest'
import type { Parameters, Store } from '../../../graph/store/store.ts'
import { addThreeLevels, firstColumn } from './three-levels.ts'

/** The shapes of Cypher that a load changes the graph with, and that must do the same on every store. */
export function describeCypherChanges(store: () => Store): void {
  describe('Cypher that changes', () => {
    beforeEach(() => store().write(addThreeLevels))

    const column = (cypher: string, parameters?: Parameters) => firstColumn(store(), cypher, parameters)

    it('replaces all properties of nodes', async () => {
      const rows = [
        { id: 'a', properties: { id: 'a', name: 'Gateway' } },
        { id: 'd', properties: { id: 'd', score: 9 } },
      ]
      await store().write([
        {
          cypher: 'UNWIND $rows AS row MATCH (n:TributaryItem {id: row.id}) SET n = row.properties',
          parameters: { rows },
        },
      ])
      const cypher = 'MATCH (n:TributaryItem) WHERE n.id IN $ids RETURN properties(n) AS item ORDER BY n.id'
      expect(await column(cypher, { ids: ['a', 'd'] })).toStrictEqual(rows.map((row) => row.properties))
    })

    it('replaces all properties of relations', async () => {
      await store().write([
        {
          cypher: `UNWIND $rows AS row
             MATCH (:TributaryItem {id: row.from})-[r:USES]->(:TributaryItem {id: row.to}) SET r = row.properties`,
          parameters: { rows: [{ from: 'c', to: 'd', properties: { note: 'n', share: 0.5 } }] },
        },
      ])
      const cypher = "MATCH (:TributaryItem {id: 'c'})-[r:USES]->(:TributaryItem) RETURN properties(r) AS edge"
      expect(await column(cypher)).toStrictEqual([{ note: 'n', share: 0.5 }])
    })

    it('adds and removes labels', async () => {
      const labels = 'MATCH (n:TributaryItem {id: $id}) UNWIND labels(n) AS label RETURN label ORDER BY label'
      await store().write([
        { cypher: 'MATCH (n:TributaryItem) WHERE n.id IN $ids SET n:Application', parameters: { ids: ['a', 'b'] } },
      ])
      expect(await column(labels, { id: 'a' })).toStrictEqual(['Application', 'TributaryItem'])
      await store().write([{ cypher: "MATCH (n:TributaryItem {id: 'a'}) REMOVE n:Application SET n:Server" }])
      expect(await column(labels, { id: 'a' })).toStrictEqual(['Server', 'TributaryItem'])
      expect(await column('MATCH (n:TributaryItem:Application) RETURN n.id AS id')).toStrictEqual(['b'])
    })

    it('removes relations by type, then nodes that nothing points at', async () => {
      await store().write([
        {
          cypher: 'MATCH (n:TributaryItem)-[r:USES]-(:TributaryItem) WHERE n.id IN $ids DELETE r',
          parameters: { ids: ['d'] },
        },
        { cypher: 'MATCH (n:TributaryItem) WHERE n.id IN $ids DELETE n', parameters: { ids: ['d'] } },
      ])
      expect(await column('MATCH (n:TributaryItem) RETURN n.id AS id ORDER BY n.id')).toStrictEqual([
        'a',
        'b',
        'c',
        'e',
      ])
      expect(await column('MATCH (:TributaryItem)-[r:USES]->(:TributaryItem) RETURN count(r) AS count')).toStrictEqual([
        3,
      ])
    })

    it('refuses to remove a node that something points at', async () => {
      const write = store().write([{ cypher: "MATCH (n:TributaryItem {id: 'd'}) DELETE n" }])
      await expect(write).rejects.toMatchObject({
        name: 'StoreError',
        hint: expect.stringMatching(/something still points at a node/i) as string,
      })
      expect(await column('MATCH (n:TributaryItem) RETURN count(n) AS count')).toStrictEqual([5])
    })
  })
}

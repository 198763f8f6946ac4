import { beforeEach, describe, expect, it } from 'vitest'
import type { Parameters, Store } from '../../../graph/store/store.ts'
import { addThreeLevels, firstColumn, items } from './three-levels.ts'

/** The shapes of Cypher that the product asks with, and that every store must answer alike. */
export function describeCypherQuestions(store: () => Store): void {
  describe('Cypher that asks', () => {
    beforeEach(() => store().write(addThreeLevels))

    const column = (cypher: string, parameters?: Parameters) => firstColumn(store(), cypher, parameters)

    it('nests subqueries that depend on what is outside', async () => {
      const cypher = `
        MATCH (n0:TributaryItem {id: $id})
        CALL (n0) {
          MATCH (n0)-[r1:USES]->(n1:TributaryItem) WITH n1, r1 ORDER BY n1._sort, n1.id LIMIT $first
          CALL (n1) {
            MATCH (n1)-[r2:USES]->(n2:TributaryItem) WITH n2, r2 ORDER BY n2.id
            RETURN collect([n2.id, r2.criticality]) AS c2
          }
          RETURN collect([n1.id, n1.name, r1.criticality, c2]) AS c1
        }
        RETURN [n0.id, c1] AS row`
      const directory = ['c', 'Directory', 'IMPORTANT', [['d', 'ESSENTIAL']]]
      const ticketing = [
        'b',
        'Ticketing',
        'ESSENTIAL',
        [
          ['c', 'SUPPORTING'],
          ['d', 'ESSENTIAL'],
        ],
      ]
      expect(await column(cypher, { id: 'a', first: 5 })).toStrictEqual([['a', [directory, ticketing]]])
      expect(await column(cypher, { id: 'a', first: 1 })).toStrictEqual([['a', [directory]]])
      expect(await column(cypher, { id: 'e', first: 5 })).toStrictEqual([['e', []]])
      expect(await column(cypher, { id: 'nobody', first: 5 })).toStrictEqual([])
    })

    it('pages a relation for many parents in one statement', async () => {
      const rows = await store().read(
        `UNWIND $ids AS id
         CALL (id) { MATCH (:TributaryItem {id: id})-[:USES]->(n:TributaryItem) RETURN count(n) AS total }
         CALL (id) {
           MATCH (:TributaryItem {id: id})-[r:USES]->(n:TributaryItem) WITH n, r ORDER BY n.name, n.id SKIP $skip LIMIT $first
           RETURN collect({node: properties(n), edge: properties(r)}) AS page
         }
         RETURN id, total, page`,
        { ids: ['a', 'd', 'b'], skip: 1, first: 1 },
      )
      expect(rows).toStrictEqual([
        { id: 'a', total: 2, page: [{ node: items[1], edge: { criticality: 'ESSENTIAL' } }] },
        { id: 'd', total: 0, page: [] },
        { id: 'b', total: 2, page: [{ node: items[3], edge: { criticality: 'ESSENTIAL' } }] },
      ])
    })

    it('orders what has no value last, either way', async () => {
      const up = 'MATCH (n:TributaryItem) RETURN n.id AS id ORDER BY n.score IS NULL, n.score, n.id'
      const down = 'MATCH (n:TributaryItem) RETURN n.id AS id ORDER BY n.score IS NULL, n.score DESC, n.id'
      expect(await column(up)).toStrictEqual(['c', 'd', 'a', 'b', 'e'])
      expect(await column(down)).toStrictEqual(['a', 'd', 'c', 'b', 'e'])
    })

    it('orders text by code point', async () => {
      expect(await column('MATCH (n:TributaryItem) RETURN n.name AS name ORDER BY n.name')).toStrictEqual([
        'Directory',
        'Portal',
        'Server',
        'Ticketing',
        'Änderung',
      ])
    })

    it('pages by the last key seen', async () => {
      const cypher = `MATCH (n:TributaryItem)
         WHERE n._sort > $sort OR (n._sort = $sort AND n.id > $id)
         RETURN n.id AS id ORDER BY n._sort, n.id LIMIT $first`
      expect(await column(cypher, { sort: '', id: '', first: 2 })).toStrictEqual(['e', 'c'])
      expect(await column(cypher, { sort: 'directory', id: 'c', first: 2 })).toStrictEqual(['a', 'd'])
      expect(await column(cypher, { sort: 'server', id: 'd', first: 2 })).toStrictEqual(['b'])
    })

    it('pages by the last key seen where that may be missing', async () => {
      const cypher = `MATCH (n:TributaryItem)
         WHERE ($score IS NULL AND n.score IS NULL AND n.id > $id)
            OR ($score IS NOT NULL AND (n.score IS NULL OR n.score > $score OR (n.score = $score AND n.id > $id)))
         RETURN n.id AS id ORDER BY n.score IS NULL, n.score, n.id`
      expect(await column(cypher, { score: 2, id: 'd' })).toStrictEqual(['a', 'b', 'e'])
      expect(await column(cypher, { score: null, id: 'b' })).toStrictEqual(['e'])
    })

    it('asks whether something related exists', async () => {
      const uses = `MATCH (n:TributaryItem)
         WHERE EXISTS { MATCH (n)-[r:USES]->(m:TributaryItem) WHERE m.id = $id AND r.criticality IN $criticalities }
         RETURN n.id AS id ORDER BY n.id`
      expect(await column(uses, { id: 'c', criticalities: ['IMPORTANT'] })).toStrictEqual(['a'])
      expect(await column(uses, { id: 'c', criticalities: ['IMPORTANT', 'SUPPORTING'] })).toStrictEqual(['a', 'b'])
      const unused = `MATCH (n:TributaryItem) WHERE NOT EXISTS { MATCH (:TributaryItem)-[:USES]->(n) }
         RETURN n.id AS id ORDER BY n.id`
      expect(await column(unused)).toStrictEqual(['a', 'e'])
    })

    it('asks for related items of related items', async () => {
      const cypher = `MATCH (n:TributaryItem)
         WHERE EXISTS { MATCH (n)-[:USES]->(m:TributaryItem)
                        WHERE EXISTS { MATCH (m)-[:USES]->(o:TributaryItem) WHERE o.name = $name } }
         RETURN n.id AS id ORDER BY n.id`
      expect(await column(cypher, { name: 'Server' })).toStrictEqual(['a', 'b'])
    })

    it('asks whether a list holds one of some values', async () => {
      const any = 'MATCH (n:TributaryItem) WHERE any(t IN n.tags WHERE t IN $tags) RETURN n.id AS id ORDER BY n.id'
      const all = 'MATCH (n:TributaryItem) WHERE all(t IN $tags WHERE t IN n.tags) RETURN n.id AS id ORDER BY n.id'
      expect(await column(any, { tags: ['web', 'us'] })).toStrictEqual(['a', 'c', 'e'])
      expect(await column(any, { tags: [] })).toStrictEqual([])
      expect(await column(all, { tags: ['web', 'eu'] })).toStrictEqual(['a'])
    })

    it('compares text', async () => {
      const cypher = `MATCH (n:TributaryItem) WHERE n.name STARTS WITH $start OR n._sort CONTAINS $part
         RETURN n.id AS id ORDER BY n.id`
      expect(await column(cypher, { start: 'Änd', part: 'rect' })).toStrictEqual(['c', 'e'])
    })

    it('reaches any number of steps away, each once', async () => {
      const cypher = `MATCH (n:TributaryItem {id: $id})-[:USES*1..]->(m:TributaryItem) RETURN DISTINCT m.id AS id ORDER BY m.id`
      expect(await column(cypher, { id: 'a' })).toStrictEqual(['b', 'c', 'd'])
    })

    it('reaches in either direction, by several types', async () => {
      const cypher = `MATCH (n:TributaryItem {id: $id})<-[:USES|SUPPLIES*1..]-(m:TributaryItem)
         RETURN DISTINCT m.id AS id ORDER BY m.id`
      expect(await column(cypher, { id: 'd' })).toStrictEqual(['a', 'b', 'c'])
    })

    it('joins one level from several types of relation', async () => {
      const cypher = `UNWIND $ids AS id
         CALL (id) {
           MATCH (:TributaryItem {id: id})-[r:USES]->(n:TributaryItem) RETURN n.id AS to, type(r) AS type
           UNION ALL
           MATCH (:TributaryItem {id: id})<-[r:USES]-(n:TributaryItem) RETURN n.id AS to, 'USED_BY' AS type
         }
         WITH id, to, type ORDER BY id, to, type RETURN id + ' ' + type + ' ' + to AS line`
      expect(await column(cypher, { ids: ['c'] })).toStrictEqual(['c USED_BY a', 'c USED_BY b', 'c USES d'])
    })

    it('reads the whole state back', async () => {
      const cypher = `MATCH (a:TributaryItem)-[r:USES]->(b:TributaryItem)
         RETURN a.id AS from, type(r) AS type, b.id AS to, properties(r) AS properties ORDER BY from, to`
      const rows = await store().read(cypher)
      expect(rows).toHaveLength(5)
      expect(rows[0]).toStrictEqual({ from: 'a', type: 'USES', to: 'b', properties: { criticality: 'ESSENTIAL' } })
    })
  })
}

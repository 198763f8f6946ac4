import { describe, expect, it } from 'vitest'
import { compileItemsRead, compileListRead } from '../../../graph/query/compile-read.ts'
import { joinReads } from '../../../graph/query/join-reads.ts'
import type { Hop } from '../../../graph/query/hop.ts'
import type { StoredAs } from '../../../graph/query/read.ts'
import { listRead, nodeRead } from './reads.ts'

const uses: Hop = { over: 'relation', type: 'USES', direction: 'OUT' }
const steps: Hop = { over: 'path', types: ['HAS_STEP', 'WORKED_BY'], direction: 'OUT' }

/** Statements are written in one line; tests read better in several. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

describe('compileListRead', () => {
  it('reads a page and the pages below it in one statement, rows as lists', () => {
    const edge = { properties: new Map<string, StoredAs>([['criticality', 'plain']]), passed: undefined }
    const resources = { ...listRead({ edges: true }, nodeRead(['name'])), hop: uses, edge }
    const node = nodeRead(['name'], { kind: 'Practice', pages: new Map([['USES>', resources]]) })
    const { cypher, parameters } = joinReads([compileListRead(listRead({ nodes: true, total: true }, node))])
    expect(cypher).toBe(
      oneLine(`
        CALL () { MATCH (n0:TributaryItem:\`Practice\`) WHERE n0.\`_sort\` IS NOT NULL WITH n0 ORDER BY n0.\`_sort\`, n0.id LIMIT $p1
          CALL (n0) { MATCH (n0)-[r1:\`USES\`]->(n1:TributaryItem) WITH n1, r1 ORDER BY n1.\`_sort\`, n1.id LIMIT $p0
            RETURN collect([n1.\`_kind\`, n1.\`name\`, r1.\`criticality\`]) AS c1 }
          RETURN collect([n0.\`name\`, c1]) AS c0 }
        CALL () { MATCH (n0:TributaryItem:\`Practice\`) RETURN count(n0) AS t0 }
        RETURN [c0, t0] AS a0`),
    )
    expect(parameters).toStrictEqual({ p0: 20, p1: 20 })
  })

  it('makes plain objects of the answer', () => {
    const edge = { properties: new Map<string, StoredAs>([['sources', 'json']]), passed: undefined }
    const resources = { ...listRead({ nodes: true, edges: true, cursors: true }, nodeRead(['name'])), hop: uses, edge }
    const { decode } = compileItemsRead(
      nodeRead(['id'], { kind: 'Practice', pages: new Map([['USES>', resources]]) }),
      ['a'],
    )
    const team = { __typename: 'Team', name: 'Network' }
    expect(decode([['a', 'a', [['Team', 'Network', '[{"line":1}]', 'network', 'team/network']]]])).toStrictEqual(
      new Map([
        [
          'a',
          {
            __typename: 'Practice',
            id: 'a',
            'USES>': {
              nodes: [team],
              edges: [
                {
                  sources: [{ line: 1 }],
                  node: team,
                  cursor: Buffer.from('["NAME","network","team/network"]').toString('base64url'),
                },
              ],
              pageInfo: {
                hasNextPage: false,
                hasPreviousPage: false,
                startCursor: Buffer.from('["NAME","network","team/network"]').toString('base64url'),
                endCursor: Buffer.from('["NAME","network","team/network"]').toString('base64url'),
              },
            },
          },
        ],
      ]),
    )
  })

  it('reads nothing but the total where nothing else is wanted', () => {
    const { cypher } = joinReads([compileListRead(listRead({ total: true }, nodeRead([])))])
    expect(cypher).toBe('CALL () { MATCH (n0:TributaryItem) RETURN count(n0) AS t0 } RETURN [t0] AS a0')
  })

  it('reads one more than the page where somebody asks whether there is more', () => {
    const { parameters } = compileListRead(listRead({ nodes: true, more: true }, nodeRead(['name'])))
    expect(parameters).toStrictEqual({ p0: 21 })
  })

  it('goes past the items of a path and carries them', () => {
    const passed = {
      field: 'steps',
      order: { name: 'POSITION', property: 'position', optional: false },
      node: nodeRead(['id'], { kind: 'Step' }),
    }
    const practices = {
      ...listRead({ edges: true, total: true }, nodeRead(['name'], { kind: 'Practice' })),
      hop: steps,
      edge: { properties: new Map(), passed },
    }
    const { cypher } = joinReads([
      compileItemsRead(nodeRead([], { kind: 'ValueStream', pages: new Map([['practices', practices]]) }), ['a', 'a']),
    ])
    expect(cypher).toBe(
      oneLine(`
        UNWIND $p0 AS id MATCH (n0:TributaryItem {id: id})
        CALL (n0) { MATCH (n0)-[:\`HAS_STEP\`]->(v1:TributaryItem)-[:\`WORKED_BY\`]->(n1:TributaryItem)
          WITH n1, collect(DISTINCT v1) AS vs1 ORDER BY n1.\`_sort\`, n1.id LIMIT $p1
          CALL (vs1) { UNWIND vs1 AS n2 WITH n2 ORDER BY n2.\`position\`, n2.id RETURN collect([n2.\`id\`]) AS c2 }
          RETURN collect([n1.\`name\`, c2]) AS c1 }
        CALL (n0) { MATCH (n0)-[:\`HAS_STEP\`]->(v1:TributaryItem)-[:\`WORKED_BY\`]->(n1:TributaryItem) RETURN count(DISTINCT n1) AS t1 }
        RETURN collect([n0.id, c1, t1]) AS a0`),
    )
  })

  it('has the same text for other values, so that stores can reuse its plan', () => {
    const read = (size: number, group: string): ReturnType<typeof listRead> =>
      listRead({ nodes: true }, nodeRead(['name']), {
        filter: { is: 'in', property: 'group', values: [group] },
        slice: { size, fromEnd: false, after: undefined, before: undefined },
      })
    expect(compileListRead(read(5, 'A')).clauses).toBe(compileListRead(read(50, 'B')).clauses)
  })

  it('is joined with others into one statement, in which nothing is in the way of anything else', () => {
    const total = listRead({ total: true }, nodeRead([]), { filter: { is: 'in', property: 'group', values: ['A'] } })
    const { cypher, parameters, decode } = joinReads([
      compileListRead(total, 0),
      compileItemsRead(nodeRead(['name']), ['x'], 1),
    ])
    expect(cypher).toBe(
      oneLine(`
        CALL () { CALL () { MATCH (n0:TributaryItem) WHERE n0.\`group\` IN $p0 RETURN count(n0) AS t0 } RETURN [t0] AS a0 }
        CALL () { UNWIND $p1_0 AS id MATCH (n0:TributaryItem {id: id}) RETURN collect([n0.id, n0.\`_kind\`, n0.\`name\`]) AS a1 }
        RETURN a0, a1`),
    )
    expect(parameters).toStrictEqual({ p0: ['A'], p1_0: ['x'] })
    expect(decode([{ a0: [4], a1: [['x', 'Team', 'X']] }])).toStrictEqual([
      { totalCount: 4 },
      new Map([['x', { __typename: 'Team', name: 'X' }]]),
    ])
  })
})

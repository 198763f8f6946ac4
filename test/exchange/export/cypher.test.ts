import fc from 'fast-check'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { literal } from '../../../exchange/export/cypher-literal.ts'
import { cypherLabel, exportCypher } from '../../../exchange/export/cypher.ts'
import type { Exported } from '../../../exchange/export/exported.ts'
import type { Statement, Store } from '../../../graph/store/store.ts'
import { storesUnderTest } from '../../stores-under-test.ts'
import { exportedFrom, exportedOf, hostile, hostileFiles, hostileName } from './exported-from.ts'

const example = await exportedFrom(join(import.meta.dirname, '../../../catalogues/example'))
const hostileOnes = await exportedOf(hostileFiles)

/** The statements of a script: each ends with a semicolon and a line break, which no text of it holds. */
function statementsOf(exported: Exported): Statement[] {
  const [comment, ...lines] = [...exportCypher(exported)].join('').split('\n')
  expect(comment).toMatch(/^\/\/ .*, revision 1$/)
  return lines
    .join('\n')
    .split(/;\n/)
    .filter((statement) => statement !== '')
    .map((cypher) => ({ cypher, schema: cypher.startsWith('CREATE CONSTRAINT') }))
}

const removeAll: Statement[] = [
  { cypher: `MATCH (:${cypherLabel})-[r]-() DELETE r` },
  { cypher: `MATCH (n:${cypherLabel}) DELETE n` },
]

describe.each(storesUnderTest())('a Cypher script, run on $name', (under) => {
  async function withStore(use: (store: Store) => Promise<void>): Promise<void> {
    const store = await under.fresh()
    try {
      await store.write(removeAll)
      await use(store)
    } finally {
      await store.write(removeAll)
      await store.close()
    }
  }
  const counted = async (store: Store): Promise<unknown[]> => [
    ...(await store.read(`MATCH (n:${cypherLabel}) RETURN count(n) AS items`)),
    ...(await store.read(`MATCH (:${cypherLabel})-[r]->(:${cypherLabel}) RETURN count(r) AS relations`)),
  ]

  it('makes every item and relation, and nothing more when it is run again', async () => {
    await withStore(async (store) => {
      for (const time of [1, 2]) {
        await store.write(statementsOf(example))
        expect(await counted(store), String(time)).toEqual([
          { items: example.items.size },
          { relations: example.relations.length },
        ])
      }
      expect(
        await store.read(
          `MATCH (c:Contract:Resource {id: 'contract/cloud-production'})-[r:AGREED_WITH]->(s:Supplier:Party)
           RETURN c.name AS name, c.value_amount AS amount, c.value_currency AS currency, s.id AS supplier, r.criticality AS criticality`,
        ),
      ).toEqual([
        {
          name: 'Cloud production order',
          amount: 3_700_000,
          currency: 'EUR',
          supplier: 'supplier/nimbara-cloud',
          criticality: 'ESSENTIAL',
        },
      ])
      expect(await store.read('MATCH (n:TributaryItem) RETURN count(n) AS own')).toEqual([{ own: 0 }])
    })
  }, 60_000)

  it('holds texts as they are', async () => {
    await withStore(async (store) => {
      await store.write(statementsOf(hostileOnes))
      expect(
        await store.read("MATCH (n:Team {id: 'team/a'}) RETURN n.name AS name, n.summary AS summary, n.tags AS tags"),
      ).toEqual([{ name: hostileName, summary: hostile, tags: ['plain', 'semi;colon'] }])
      expect(await store.read('MATCH (:Team)-[r:NEEDS]->(:Team) RETURN r.note AS note')).toEqual([
        { note: hostileName },
      ])
      expect(await store.read('MATCH (n:Contract) RETURN n.links AS links, n.value_amount AS amount')).toEqual([
        { links: [JSON.stringify({ title: hostileName, url: 'https://example.org' })], amount: -12.5 },
      ])
    })
  })

  it('takes what has changed since, and leaves what it doesn’t know', async () => {
    await withStore(async (store) => {
      await store.write(statementsOf(hostileOnes))
      await store.write([{ cypher: `CREATE (:${cypherLabel} {id: 'team/gone', name: 'Gone'})` }])
      const items = new Map(hostileOnes.items)
      items.set('team/b', { id: 'team/b', kind: 'Team', values: { name: 'New name' }, sources: [] })
      await store.write(statementsOf({ ...hostileOnes, items }))
      expect(await store.read("MATCH (n {id: 'team/b'}) RETURN n.name AS name, n.summary AS summary")).toEqual([
        { name: 'New name', summary: null },
      ])
      expect(await counted(store)).toEqual([{ items: 5 }, { relations: 2 }])
    })
  })

  it('writes any value so that it is read as it was', async () => {
    const text = fc.string({ unit: 'binary' }).filter((each) => each.isWellFormed() && !each.includes('\0'))
    const awkward = fc
      .array(fc.constantFrom('\\', "'", 'u', '0041', '\n', ';\n', '"', '`', '${', '//', '/*'), { maxLength: 6 })
      .map((parts) => parts.join(''))
    const number = fc.oneof(
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }).filter((n) => !Object.is(n, -0)),
    )
    await withStore(async (store) => {
      await fc.assert(
        fc.asyncProperty(fc.oneof(text, awkward), number, fc.boolean(), async (written, count, flag) => {
          const value = { text: written, list: [written], number: count, flag }
          expect(literal(value)).not.toContain('\n')
          const [row] = await store.read(
            `UNWIND [${literal(value)}] AS v RETURN v.text AS text, v.list AS list, v.number AS number, v.flag AS flag`,
          )
          expect(row).toEqual(value)
        }),
        { numRuns: under.name === 'memory' ? 200 : 50 },
      )
    })
  }, 60_000)
})

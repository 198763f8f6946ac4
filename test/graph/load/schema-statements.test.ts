import { describe, expect, it } from 'vitest'
import { schemaStatements } from '../../../graph/load/schema-statements.ts'
import { storesUnderTest } from '../../stores-under-test.ts'

it('schema statements are marked as such, and constraints come before indexes', () => {
  expect(schemaStatements.every((statement) => statement.schema === true)).toBe(true)
  expect(schemaStatements.map((statement) => statement.cypher.split(' ').slice(0, 2).join(' '))).toStrictEqual([
    ...['CREATE CONSTRAINT', 'CREATE CONSTRAINT', 'CREATE CONSTRAINT', 'CREATE CONSTRAINT'],
    ...['CREATE INDEX', 'CREATE INDEX', 'CREATE INDEX'],
  ])
})

describe.each(storesUnderTest())('schema statements on $name', (under) => {
  it('can be run again, and keep what must be unique unique', async () => {
    const store = await under.fresh()
    try {
      await store.write(schemaStatements)
      await store.write(schemaStatements)
      for (const node of [
        "TributaryItem {id: 'a'}",
        'TributaryRevision {number: 1}',
        "TributaryCatalogue {id: 'catalogue'}",
        "TributaryText {id: 'a'}",
      ]) {
        const create = { cypher: `CREATE (n:${node})` }
        await store.write([create])
        await expect(store.write([create]), node).rejects.toThrow(/^The graph at .* refused to be written/)
      }
    } finally {
      await store.close()
    }
  })
})

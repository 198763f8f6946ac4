import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Source } from '../../../graph/catalogue/catalogue.ts'
import { CollectedSources } from '../../../graph/impact/source-table.ts'

const text = fc.constantFrom('a.yaml', 'b.yaml', 'ä "quoted".csv:12', 'line')
const source: fc.Arbitrary<Source> = fc.record(
  { layer: text, file: text, line: fc.integer({ min: 1, max: 2 ** 31 - 1 }), system: text, record: text, says: text },
  { requiredKeys: ['layer', 'file', 'line'] },
)

it('keeps the sources of every relation as they were written', () => {
  fc.assert(
    fc.property(fc.array(fc.array(source, { maxLength: 3 })), (all) => {
      const collected = new CollectedSources()
      expect(all.map((sources) => collected.add(JSON.stringify(sources)))).toEqual([...all.keys()])
      const sourcesOf = collected.done()
      expect(all.map((_, relation) => sourcesOf(relation))).toEqual(all)
      expect(sourcesOf(-1)).toEqual([])
    }),
    { numRuns: 200 },
  )
})

import { expect, it } from 'vitest'
import { indexSnapshot } from '../../../graph/impact/index-snapshot.ts'
import { reachesMore } from '../../../site/src/impact/reaches-more.ts'

/** A needs B, B needs C, C needs A again and D. */
const ids = ['a', 'b', 'c', 'd']
const needs = [
  ['a', 'b'],
  ['b', 'c'],
  ['c', 'a'],
  ['c', 'd'],
].map(([dependent = '', needed = ''], relation) => ({ dependent, needed, type: 'NEEDS', relation }))
const index = indexSnapshot({
  items: ids.map((id) => ({ id, kind: 'Application', name: id })),
  needs,
})

it.each([
  ['a', 'NEEDED', 3],
  ['d', 'DEPENDENTS', 3],
  ['d', 'NEEDED', 0],
  ['b', 'DEPENDENTS', 2],
] as const)('tells that %s has %s by the number, itself left out, in circles too', (id, toward, count) => {
  const item = index.numbers.get(id) ?? -1
  expect(reachesMore(index, item, toward, count)).toBe(false)
  if (count > 0) expect(reachesMore(index, item, toward, count - 1)).toBe(true)
})

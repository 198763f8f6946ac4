import { expect, it } from 'vitest'
import { relationKey } from '../../../graph/load/stored-graph.ts'

it('relations are told apart by holder, type and target', () => {
  const key = (from: string, type: string, to: string) => relationKey({ from, type, to })
  expect(key('team/a', 'NEEDS', 'team/b')).toBe('team/a NEEDS team/b')
  expect(new Set([key('a', 'N', 'b'), key('b', 'N', 'a'), key('a', 'M', 'b')]).size).toBe(3)
})

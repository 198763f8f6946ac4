import { expect, it } from 'vitest'
import { OperationNames } from '../../../../api/server/watch/operation-names.ts'

it('tells apart the first names that are asked and all that are known; however many there are, labels stay few', () => {
  const names = new OperationNames(2)
  names.know('Known')
  expect(['A', 'B', 'C', 'A', 'Known', undefined, 'D'].map((name) => names.label(name))).toEqual([
    ...['A', 'B', 'other', 'A', 'Known', 'unnamed', 'other'],
  ])
})

it('has no room for a name that nobody could read', () => {
  const names = new OperationNames()
  expect(names.label('N'.repeat(101))).toBe('other')
  const labels = new Set(Array.from({ length: 5_000 }, (_, i) => names.label(`Name${String(i)}`)))
  expect(labels.size).toBe(201)
})

import { expect, it } from 'vitest'
import { readOnce } from '../../api/read-once.ts'

it('reads once, however many ask, and again after a failure', async () => {
  let reads = 0
  const read = readOnce(async () => {
    reads += 1
    if (reads === 1) throw new Error('The graph is away.')
    return reads
  })
  const first = await Promise.allSettled([read(), read()])
  expect(first.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(await Promise.all([read(), read()])).toEqual([2, 2])
  expect(reads).toBe(2)
})

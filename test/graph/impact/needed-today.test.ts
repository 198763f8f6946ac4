import { expect, it } from 'vitest'
import { isNeededToday } from '../../../graph/impact/needed-today.ts'

it('leaves out what isn’t in use yet, and what is only left behind', () => {
  expect([{}, { status: 'IN_USE' }, { use: 'NEEDS' }].map(isNeededToday)).toEqual([true, true, true])
  expect([{ status: 'PLANNED' }, { status: 'IDEA' }, { use: 'PROVIDES' }].map(isNeededToday)).toEqual([
    ...[false, false, false],
  ])
})

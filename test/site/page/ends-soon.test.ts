import { expect, it } from 'vitest'
import { endingsOf } from '../../../site/src/page/ends-soon.ts'
import { itemWith } from './item.ts'

const endings = (values: Record<string, string>): string[] => {
  const item = itemWith(values)
  const found = endingsOf({ items: new Map([[item.id, item]]), contractEnds: new Map() }, '2026-11-22')
  return found.map(({ day, what }) => `${day} ${what}`)
}

it('tells the last day to give notice before the end, each if it lies ahead and within half a year', () => {
  expect(endings({ end: '2027-05-22', noticePeriod: 'P3M' })).toStrictEqual([
    '2027-02-22 Last day to give notice',
    '2027-05-22 Ends',
  ])
  expect(endings({ end: '2027-01-31', noticePeriod: 'P3M' })).toStrictEqual(['2027-01-31 Ends'])
  expect(endings({ end: '2027-05-23' })).toStrictEqual([])
  expect(endings({ end: '2026-11-21' })).toStrictEqual([])
})

it('tells what is overdue, unless it is done', () => {
  expect(endings({ due: '2026-01-31', status: 'UNDER_WAY' })).toStrictEqual(['2026-01-31 Due'])
  expect(endings({ due: '2026-01-31', status: 'DONE' })).toStrictEqual([])
  expect(endings({ reviewBy: '2026-06-30' })).toStrictEqual(['2026-06-30 To be reviewed'])
})

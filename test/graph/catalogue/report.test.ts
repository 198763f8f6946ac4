import { describe, expect, it } from 'vitest'
import { Report } from '../../../graph/catalogue/report.ts'

const place = { layer: 'own', path: '/catalogue/teams/a.yaml', file: 'teams/a.yaml', line: 2, column: 3 }

describe('Report', () => {
  it('gathers findings in the order in which they come', () => {
    const report = new Report()
    report.error('wrong-type', place, 'First.', { hint: 'Write it.', item: 'team/a' })
    report.add('info', 'overdue-review', place, 'Second.')
    expect(report.findings).toStrictEqual([
      { rule: 'wrong-type', severity: 'error', message: 'First.', place, hint: 'Write it.', item: 'team/a' },
      { rule: 'overdue-review', severity: 'info', message: 'Second.', place },
    ])
  })

  it('has errors only when one of its findings is an error', () => {
    const report = new Report()
    report.add('warning', 'missing-owner', place, 'First.')
    expect(report.hasErrors).toBe(false)
    report.add('error', 'missing-owner', place, 'Second.')
    expect(report.hasErrors).toBe(true)
  })
})

describe('suggestions', () => {
  it('are found for the first 200 findings', () => {
    const report = new Report()
    const all = Array.from({ length: 201 }, () => report.suggestion(() => 'This?'))
    expect(all.filter((each) => each === 'This?')).toHaveLength(200)
    expect(all.at(-1)).toBeUndefined()
  })
})

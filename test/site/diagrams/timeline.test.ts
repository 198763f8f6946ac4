import { describe, expect, it } from 'vitest'
import { timelineOf } from '../../../site/src/diagrams/timeline/timeline.ts'
import type { Timeline } from '../../../site/src/diagrams/timeline/timeline.ts'
import { termOf } from '../../../site/src/page/contract-state.ts'

const today = '2026-11-22'
const words = {
  label: 'Contracts',
  today: 'Today',
  legend: { running: 'Running', soon: 'Soon', ended: 'Ended', notice: 'Notice', renews: 'Renews' },
}
const drawn = (...contracts: Record<string, string | boolean>[]): Timeline =>
  timelineOf(
    contracts.map((values) => ({ name: 'C', said: '', depth: 0, term: termOf({ values }, today) })),
    today,
    words,
  )

describe('where a contract stands', () => {
  it.each([
    [{}, 'open'],
    [{ start: '2027-01-01', end: '2027-12-31' }, 'planned'],
    [{ end: '2026-11-21' }, 'ended'],
    [{ end: '2026-11-22' }, 'endsSoon'],
    [{ end: '2027-05-22' }, 'endsSoon'],
    [{ end: '2027-05-23' }, 'running'],
    [{ end: '2027-06-30', noticePeriod: 'P1M' }, 'running'],
    [{ end: '2027-06-22', noticePeriod: 'P1M' }, 'noticeSoon'],
    [{ end: '2028-01-31', noticePeriod: 'P1Y3M' }, 'noticePassed'],
  ])('%o is %s', (values, state) => {
    expect(termOf({ values }, today).state).toBe(state)
  })
})

describe('a timeline', () => {
  it('places days in percent of its width, the year’s first day on its tick', () => {
    const { bars, ticks, today: now } = drawn({ start: '2026-01-01', end: '2027-01-01' })
    expect(ticks.map(({ text }) => text)).toStrictEqual(['2025', '2026', '2027', '2028'])
    expect(bars[0]).toMatchObject({ from: ticks[1]?.at, to: ticks[2]?.at, openStart: false, openEnd: false })
    expect(now.at).toBeGreaterThan(bars[0]?.from ?? 100)
    expect(now.at).toBeLessThan(bars[0]?.to ?? 0)
  })

  it('cuts what lies further away than anybody looks, and says so', () => {
    const { bars, ticks } = drawn({ start: '1999-01-01', end: '2099-12-31' }, { start: '2020-01-01' })
    expect(ticks.length).toBeLessThanOrEqual(7)
    expect(bars[0]).toMatchObject({ from: 0, to: 100, openStart: true, openEnd: true })
    expect(bars[1]).toMatchObject({ to: 100, openEnd: true, renews: false })
  })

  it('leaves room behind what ends with a year', () => {
    expect(drawn({ end: '2027-12-31', renewsItself: true }).bars[0]?.to).toBeLessThan(90)
  })

  it('tells each state by a sign of its own, and explains those that it has', () => {
    const { bars, legend } = drawn(
      { end: '2026-01-01' },
      { end: '2027-01-31', noticePeriod: 'P2M' },
      { start: '2026-01-01' },
    )
    expect(bars.map(({ sign }) => sign)).toStrictEqual(['ended', 'soon', 'running'])
    expect(bars.map(({ notice }) => notice === undefined)).toStrictEqual([true, false, true])
    expect(legend.map(({ sign }) => sign)).toStrictEqual(['running', 'soon', 'ended', 'notice'])
  })
})

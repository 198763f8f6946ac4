import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { endingContracts } from '../../../graph/impact/ending-contracts.ts'
import type { ContractTerm, EndingContract } from '../../../graph/impact/ending-contracts.ts'
import { countStates } from '../../../graph/impact/harm.ts'
import { impact } from '../../../graph/impact/impact.ts'
import { indexSnapshot } from '../../../graph/impact/index-snapshot.ts'
import { summaryOf } from '../../../graph/impact/summary.ts'
import { randomSnapshots } from './random-snapshots.ts'
import { need, snapshotOf } from './small-snapshot.ts'

const index = indexSnapshot(
  snapshotOf(
    need('ValueStream/resolve', 'Contract/small', 'IMPORTANT'),
    need('ValueStream/resolve', 'Contract/great'),
    need('Service/mail', 'Contract/great', 'SUPPORTING'),
    need('Contract/great', 'Supplier/acme'),
    need('Contract/unused', 'Supplier/acme'),
  ),
)
const term = (id: string, more: Partial<ContractTerm>): ContractTerm => ({
  ...{ id: `Contract/${id}`, name: id, end: null, noticePeriod: null, renewsItself: null },
  ...more,
})
const ending = (contracts: readonly ContractTerm[], within = 90): EndingContract<ContractTerm>[] =>
  endingContracts(index, contracts, '2026-11-22', within)
const ids = (found: readonly EndingContract<ContractTerm>[]): string[] => found.map(({ contract }) => contract.id)

describe('endingContracts', () => {
  it('takes those whose last day lies within the days, both ends included', () => {
    const contracts = ['2026-11-22', '2026-12-22', '2026-12-23', null].map((end) => term('great', { end }))
    expect(ending(contracts, 30).map(({ end, daysLeft }) => [end, daysLeft])).toEqual([
      ['2026-11-22', 0],
      ['2026-12-22', 30],
    ])
  })

  it('keeps those that have ended only where something still needs them, and marks them', () => {
    const found = ending(['great', 'unused'].map((id) => term(id, { end: '2026-11-21' })))
    expect(found.map(({ contract, ended, daysLeft }) => [contract.id, ended, daysLeft])).toEqual([
      ['Contract/great', true, -1],
    ])
  })

  it('puts those first that harm most, then those that end first', () => {
    const found = ending([
      term('unused', { end: '2026-12-01' }),
      term('small', { end: '2026-12-02' }),
      term('great', { end: '2027-01-31' }),
      term('great', { end: '2027-01-30' }),
    ])
    expect(ids(found)).toEqual(['Contract/great', 'Contract/great', 'Contract/small', 'Contract/unused'])
    expect(found[0]?.end).toBe('2027-01-30')
    expect(found.map(({ counts }) => counts)).toEqual([
      { down: 1, degraded: 0, atRisk: 1 },
      { down: 1, degraded: 0, atRisk: 1 },
      { down: 0, degraded: 1, atRisk: 0 },
      { down: 0, degraded: 0, atRisk: 0 },
    ])
    expect(found[0]?.streams.map(({ item, state }) => [item.id, state])).toEqual([['ValueStream/resolve', 'DOWN']])
    expect(found[0]?.services.map(({ item, state }) => [item.id, state])).toEqual([['Service/mail', 'AT_RISK']])
  })

  it.each([
    [{ end: '2026-11-22' }, '2026-11-22', 'great ends on 2026-11-22, today.'],
    [
      { end: '2026-11-23', noticePeriod: 'P1M', renewsItself: true },
      '2026-10-23',
      'great ends on 2026-11-23, in 1 day; notice could be given until 2026-10-23, and it renews itself.',
    ],
    [
      { end: '2027-01-31', noticePeriod: 'P2M' },
      '2026-11-30',
      'great ends on 2027-01-31, in 70 days; notice can be given until 2026-11-30.',
    ],
    [
      { end: '2026-11-20', renewsItself: true },
      '2026-11-20',
      'great ended on 2026-11-20, 2 days ago, and is still in use: it renews itself.',
    ],
  ])('says when notice must be given, and what follows: %j', (more, noticeBy, words) => {
    expect(ending([term('great', more)])).toMatchObject([
      { noticeBy, summary: `${words} With Great down: the one value stream is down; the one service is at risk.` },
    ])
  })

  it('finds what failing every item alone finds', () => {
    fc.assert(
      fc.property(randomSnapshots, ({ items, needs }) => {
        // Half of a random snapshot's items are what counts most.
        const kinds = ['ValueStream', 'Service', 'Step', 'Application']
        const snapshot = { items: items.map((item, i) => ({ ...item, kind: kinds[i % 4] ?? '' })), needs }
        const random = indexSnapshot(snapshot)
        const contracts = snapshot.items.map(({ id, name }) => ({ ...term(id, { end: '2026-12-01' }), id, name }))
        for (const { contract, counts, streams, services, summary } of endingContracts(
          random,
          contracts,
          '2026-11-22',
          90,
        )) {
          const declared = new Map([[contract.id, 'DOWN' as const]])
          const found = impact(random, declared)
          const others = [...found.affected.values()].filter(({ item }) => item.id !== contract.id)
          const of = (kind: string): unknown[] =>
            others.flatMap(({ item, state }) => (item.kind === kind ? [{ item, state }] : []))
          expect({ counts, streams, services }).toEqual({
            counts: countStates(others),
            streams: of('ValueStream'),
            services: of('Service'),
          })
          expect(summary.endsWith(summaryOf(random, declared, found))).toBe(true)
        }
      }),
    )
  })
})

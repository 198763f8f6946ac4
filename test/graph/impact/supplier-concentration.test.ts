import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { impact } from '../../../graph/impact/impact.ts'
import { indexSnapshot } from '../../../graph/impact/index-snapshot.ts'
import { splitSuppliers } from '../../../graph/impact/supplier-capacities.ts'
import type { SupplierFacts } from '../../../graph/impact/supplier-capacities.ts'
import { supplierConcentration } from '../../../graph/impact/supplier-concentration.ts'
import type { Concentration, HangingOn } from '../../../graph/impact/supplier-concentration.ts'
import { randomDeclarations, randomSnapshots } from './random-snapshots.ts'
import { member, need, snapshotOf } from './small-snapshot.ts'

const agreed = (contract: string, supplier: string, criticality: 'ESSENTIAL' | 'IMPORTANT' = 'ESSENTIAL') =>
  need(`Contract/${contract}`, `Supplier/${supplier}`, criticality, { type: 'AGREED_WITH' })

/** Acme holds two contracts, one of a pair, and is a subcontractor in the other of the pair. */
const snapshot = snapshotOf(
  need('ValueStream/resolve', 'Step/capture'),
  need('ValueStream/resolve', 'Step/close', 'SUPPORTING'),
  need('Step/capture', 'Application/ticketing'),
  need('Step/close', 'Supplier/helper'),
  need('Application/ticketing', 'Contract/support'),
  agreed('support', 'acme'),
  agreed('support', 'part', 'IMPORTANT'),
  member('Service/mail', 'Contract/east'),
  member('Service/mail', 'Contract/west'),
  agreed('east', 'acme'),
  agreed('west', 'other'),
  agreed('west', 'acme'),
  need('Supplier/acme', 'Supplier/deep'),
  need('Supplier/idle', 'Team/desk'),
  need('Supplier/holding', 'Team/desk'),
  need('Supplier/maker', 'Team/desk'),
)
const facts = (id: string, more: Partial<SupplierFacts> = {}): SupplierFacts => ({
  ...{ id: `Supplier/${id}`, name: id, subcontracts: [], makes: [], owns: [] },
  ...more,
})
const suppliers = [
  facts('idle'),
  facts('acme', { subcontracts: ['Contract/west'] }),
  facts('part', { subcontracts: ['Contract/support'] }),
  facts('other'),
  facts('helper'),
  facts('deep'),
  facts('maker', { makes: ['Application/ticketing'] }),
  facts('holding', { owns: ['Supplier/acme'] }),
]
const shares = new Map([
  ['Step/capture', 0.25],
  ['Step/close', 0.75],
])
const found = supplierConcentration(snapshot, suppliers, () => shares)
const of = (id: string): Concentration<SupplierFacts> | undefined => found.find(({ supplier }) => supplier.name === id)
const states = ({ as, through, streams, services }: HangingOn): unknown[] => [
  ...[as, through],
  [...streams, ...services].map(({ id, state, alone }) => `${id} ${state}${alone ? ' alone' : ''}`),
]

describe('supplierConcentration', () => {
  it.each([
    [
      'acme',
      [
        [
          'CONTRACT_HOLDER',
          ['Contract/east', 'Contract/support'],
          ['ValueStream/resolve DOWN alone', 'Service/mail AT_RISK'],
        ],
        ['SUBCONTRACTOR', ['Contract/west'], ['Service/mail AT_RISK']],
      ],
    ],
    ['part', [['SUBCONTRACTOR', ['Contract/support'], ['ValueStream/resolve DEGRADED alone']]]],
    ['other', [['CONTRACT_HOLDER', ['Contract/west'], ['Service/mail AT_RISK']]]],
    ['helper', [['CONTRACT_HOLDER', ['Step/close'], ['ValueStream/resolve AT_RISK']]]],
    ['deep', [['SUBCONTRACTOR', ['Supplier/acme'], ['ValueStream/resolve DOWN alone', 'Service/mail DOWN alone']]]],
    ['maker', [['MAKER', ['Application/ticketing'], ['ValueStream/resolve DOWN alone']]]],
    ['holding', [['OWNER', ['Supplier/acme'], ['ValueStream/resolve DOWN alone', 'Service/mail DOWN alone']]]],
    ['idle', []],
  ])('keeps the capacities of a supplier apart: %s', (id, expected) => {
    expect(of(id)?.capacities.map(states)).toEqual(expected)
  })

  it('names what is left where there is an alternative', () => {
    expect(of('acme')?.capacities[0]?.services[0]?.alternatives).toEqual([
      { of: 'Service/mail', group: 'g', left: ['Contract/west'] },
    ])
    expect(of('helper')?.capacities[0]?.streams[0]?.alternatives).toEqual([])
  })

  it('adds up the lead time of the steps that are hit', () => {
    expect(of('acme')?.capacities[0]?.streams[0]).toMatchObject({ share: 0.25, shareAlone: 0.25 })
    expect(of('helper')?.capacities[0]?.streams[0]).toMatchObject({ share: 0.75, shareAlone: 0.75 })
    const [first] = supplierConcentration(snapshot, suppliers, () => undefined)
    expect(first?.capacities[0]?.streams[0]?.share).toBeUndefined()
  })

  it('puts those first on which most hangs, and those last on which nothing does', () => {
    expect(found.map(({ supplier }) => supplier.name)).toEqual([
      ...['deep', 'holding', 'acme', 'maker', 'part', 'helper', 'other', 'idle'],
    ])
  })

  it('says it in words', () => {
    expect(of('acme')?.summary).toBe(
      'As contract holder, acme alone carries 1 value stream; 1 service more would be at risk without it. Without acme as sub-supplier, 1 service would be at risk.',
    )
    expect(of('idle')?.summary).toBe('No value stream and no service hangs on idle.')
  })

  it('changes nothing where a supplier fails as a whole', () => {
    fc.assert(
      fc.property(randomSnapshots, randomDeclarations, (drawn, declared) => {
        const all = drawn.items
          .filter(({ kind }) => kind === 'Supplier')
          .map(({ id, name }, i) => ({ ...facts(name), id, subcontracts: i === 0 ? ['a', 'b'] : [] }))
        const split = impact(indexSnapshot(splitSuppliers(drawn, all)), declared).affected
        const whole = impact(indexSnapshot(drawn), declared).affected
        const known = ({ id }: { readonly id: string }): boolean => !id.includes(' ')
        expect(
          new Map([...split.values()].filter(({ item }) => known(item)).map(({ item, state }) => [item.id, state])),
        ).toEqual(new Map([...whole.values()].map(({ item, state }) => [item.id, state])))
      }),
    )
  })
})

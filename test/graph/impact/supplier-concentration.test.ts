import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { impact } from '../../../graph/impact/impact.ts'
import { compareText } from '../../../graph/text/compare-text.ts'
import { indexSnapshot } from '../../../graph/impact/index-snapshot.ts'
import { mostLanes } from '../../../graph/impact/lanes.ts'
import { splitSuppliers } from '../../../graph/impact/supplier-capacities.ts'
import type { SupplierFacts } from '../../../graph/impact/supplier-capacities.ts'
import { supplierConcentration } from '../../../graph/impact/supplier-concentration.ts'
import type { Concentration, Hanging, HangingOn } from '../../../graph/impact/supplier-concentration.ts'
import { naiveConcentration } from './naive-concentration.ts'
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

/** With its alternatives as the naive answer has them: by id. */
const inOrder = <On extends Hanging>(on: On): On => ({
  ...on,
  alternatives: on.alternatives.toSorted((a, b) => compareText(`${a.of} ${a.group}`, `${b.of} ${b.group}`)),
})

/** Random graphs in which everything may be a stream, a service or a supplier, and suppliers have all capacities. */
const someIds = fc.subarray(['a', 'b', 'c', 'd', 'e', 'f', 'g'], { maxLength: 2 })
const roles = fc.record({
  kind: fc.constantFrom('ValueStream', 'Service', 'Supplier', 'Supplier', 'Application'),
  ...{ subcontracts: someIds, makes: someIds, owns: someIds },
})
const networks = fc
  .tuple(randomSnapshots, fc.array(roles, { minLength: 7, maxLength: 7 }))
  .map(([{ items, needs }, drawnRoles]) => {
    const drawn = { items: items.map((item, i) => ({ ...item, kind: drawnRoles[i]?.kind ?? '' })), needs }
    const known = drawn.items.flatMap(({ id, kind, name }, i): SupplierFacts[] => {
      const { subcontracts = [], makes = [], owns = [] } = drawnRoles[i] ?? {}
      return kind === 'Supplier' ? [{ id, name, subcontracts, makes, owns: owns.filter((owned) => owned !== id) }] : []
    })
    return { drawn, known }
  })

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

  it('names the nearest alternatives first', () => {
    const two = snapshotOf(
      member('Service/a', 'Application/m'),
      member('Service/a', 'Application/n'),
      need('Application/m', 'Application/b', 'IMPORTANT'),
      member('Application/b', 'Supplier/x', 2),
      member('Application/b', 'Supplier/y', 2),
      need('Service/s', 'Service/z'),
      need('Service/z', 'Service/a'),
      need('Service/z', 'Application/c'),
      member('Application/c', 'Supplier/x'),
      member('Application/c', 'Supplier/y'),
    )
    const [first] = supplierConcentration(two, [facts('x')], () => undefined)
    const s = first?.capacities[0]?.services.find(({ id }) => id === 'Service/s')
    expect(s?.alternatives.map(({ of }) => of)).toEqual(['Application/c', 'Service/a', 'Application/b'])
  })

  it('lists the nearest of one state first, groups that pass nothing on left aside', () => {
    const long = snapshotOf(
      need('Application/p', 'Supplier/x', 'SUPPORTING'),
      need('Application/q', 'Application/p'),
      need('Application/r', 'Application/q'),
      need('Service/a', 'Application/r'),
      member('Service/a', 'Application/p', 1, 'IMPORTANT'),
      member('Service/a', 'Application/other', 1, 'IMPORTANT'),
      need('Service/b', 'Application/q'),
    )
    const [first] = supplierConcentration(long, [facts('x')], () => undefined)
    expect(first?.capacities[0]?.services.map(({ id }) => id)).toEqual(['Service/b', 'Service/a'])
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

  it('counts what several capacities hit once, in the worst state', () => {
    const network = snapshotOf(
      need('ValueStream/r', 'Contract/r', 'IMPORTANT'),
      need('ValueStream/r', 'Application/r'),
      agreed('r', 'rising'),
      need('ValueStream/f', 'Contract/f'),
      need('ValueStream/f', 'Application/f', 'IMPORTANT'),
      agreed('f', 'falling'),
      need('ValueStream/s', 'Contract/s'),
      need('Service/s', 'Contract/s'),
      agreed('s', 'solo'),
      need('ValueStream/l', 'Contract/l', 'IMPORTANT'),
      need('Service/l', 'Contract/l'),
      agreed('l', 'less'),
    )
    const known = [
      facts('less'),
      facts('rising', { makes: ['Application/r'] }),
      facts('falling', { makes: ['Application/f'] }),
      facts('solo'),
    ]
    const order = supplierConcentration(network, known, () => undefined).map(({ supplier }) => supplier.name)
    expect(order).toEqual(['solo', 'falling', 'rising', 'less'])
  })

  it('says it in words', () => {
    expect(of('acme')?.summary).toBe(
      'As contract holder, acme alone carries 1 value stream; 1 service more would be at risk without it. Without acme as sub-supplier, 1 service would be at risk.',
    )
    expect(of('idle')?.summary).toBe('No value stream and no service hangs on idle.')
  })

  it('finds what asking for every failure alone finds, whatever fails together', () => {
    fc.assert(
      fc.property(networks, ({ drawn, known }) => {
        const sharesOf = (stream: string) =>
          stream < 'c' ? new Map(drawn.items.map((item, i) => [item.id, (i + 1) / 8] as const)) : undefined
        const answer = supplierConcentration(drawn, known, sharesOf)
        const told = answer.flatMap(({ supplier, capacities }) =>
          capacities.map(({ as, streams, services }) => ({
            ...{ supplier: supplier.id, as },
            ...{ streams: streams.map(inOrder), services: services.map(inOrder) },
          })),
        )
        const expected = naiveConcentration(drawn, known, sharesOf)
        expect(told.sort((a, b) => compareText(a.supplier, b.supplier))).toEqual(
          expected.sort((a, b) => compareText(a.supplier, b.supplier)),
        )
      }),
      { numRuns: 1000 },
    )
  })

  it('works out more failures than go side by side', () => {
    const many = Array.from({ length: mostLanes + 40 }, (_, i) => facts(String(i)))
    const wide = snapshotOf(...many.map(({ id }, i) => need(`Service/${String(i % 3)}`, id)))
    const answer = supplierConcentration(wide, many, () => undefined)
    expect(answer.map(({ supplier, capacities }) => [supplier.id, capacities[0]?.services[0]?.id])).toEqual(
      many.map(({ id }, i) => [id, `Service/${String(i % 3)}`] as const).sort(([a], [b]) => compareText(a, b)),
    )
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

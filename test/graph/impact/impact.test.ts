import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { impact } from '../../../graph/impact/impact.ts'
import type { Impact, ImpactOptions } from '../../../graph/impact/impact.ts'
import { indexSnapshot } from '../../../graph/impact/index-snapshot.ts'
import { pathOf } from '../../../graph/impact/path.ts'
import type { Need } from '../../../graph/impact/snapshot.ts'
import { UnknownItems } from '../../../graph/impact/unknown-items.ts'
import { groupsOf, naiveDegrees, naiveStates, passedBy, rank } from './naive-impact.ts'
import { randomDeclarations, randomSnapshots } from './random-snapshots.ts'
import { member, need, snapshotOf } from './small-snapshot.ts'

/** What happens when these items are down. */
function down(ids: readonly string[], needs: readonly Need[], options?: ImpactOptions): Impact {
  return impact(indexSnapshot(snapshotOf(...needs)), new Map(ids.map((id) => [id, 'DOWN'])), options)
}

const listed = ({ affected }: Impact): unknown[] =>
  [...affected.values()].map(({ item, state, degree }) => [item.id, state, degree])
const because = ({ affected }: Impact, id: string): string[] | undefined =>
  affected.get(id)?.because.map((hop) => hop.need.needed)

/** A service on two applications that back each other up, both on one network; one alone prints. */
const channels = [
  member('service', 'chat'),
  member('service', 'mail'),
  need('chat', 'network'),
  need('mail', 'network', 'IMPORTANT'),
  need('stream', 'service', 'IMPORTANT'),
  need('stream', 'printer', 'SUPPORTING'),
]

describe('impact', () => {
  it('lists the worst first, then the nearest, with what was declared', () => {
    const found = down(['network'], channels)
    expect(listed(found)).toEqual([
      ['network', 'DOWN', 0],
      ['chat', 'DOWN', 1],
      ['mail', 'DEGRADED', 1],
      ['service', 'DEGRADED', 2],
      ['stream', 'AT_RISK', 3],
    ])
    expect(found.affected.get('network')?.declared).toBe('DOWN')
    expect(found.affected.get('chat')?.declared).toBeUndefined()
    expect(found.cuts).toEqual([])
  })

  it('names the needs that decided, and how a group stands', () => {
    const found = down(['chat', 'printer'], channels)
    expect(because(found, 'stream')).toEqual(['printer'])
    expect(because(found, 'printer')).toEqual([])
    expect(found.affected.get('service')?.because).toEqual([
      {
        need: { ...member('service', 'chat'), relation: 0 },
        group: { name: 'g', left: 1, members: 2, atLeast: 1 },
      },
    ])
    expect(because(down(['network'], channels), 'service')).toEqual(['chat', 'mail'])
  })

  it('names of a group that lost cover only the members that were lost', () => {
    const needs = ['a', 'b', 'c'].map((id) => member('service', id))
    const found = impact(
      indexSnapshot(snapshotOf(...needs)),
      new Map([
        ['a', 'DOWN'],
        ['b', 'AT_RISK'],
      ] as const),
    )
    expect(because(found, 'service')).toEqual(['a'])
    expect(found.affected.get('service')?.because[0]?.group).toMatchObject({ left: 2, members: 3 })
  })

  it('counts the degree of a group’s member that isn’t OK, though another decides', () => {
    const needs = [member('service', 'a', 2), member('service', 'b', 2), need('a', 'root'), need('root', 'far')]
    const found = impact(
      indexSnapshot(snapshotOf(...needs)),
      new Map([
        ['far', 'DOWN'],
        ['b', 'AT_RISK'],
      ] as const),
    )
    expect(because(found, 'service')).toEqual(['a'])
    expect(found.affected.get('service')).toMatchObject({ state: 'DOWN', degree: 1 })
    expect(pathOf(found.trail, 'service').items).toEqual(['service', 'a', 'root', 'far'])
  })

  it('gives a path that explains the state, though a shorter one leads to a failed item', () => {
    const found = down(['tool'], [need('step', 'tool', 'SUPPORTING'), need('step', 'app'), need('app', 'tool')])
    expect(found.affected.get('step')).toMatchObject({ state: 'DOWN', degree: 1 })
    expect(pathOf(found.trail, 'step').items).toEqual(['step', 'app', 'tool'])
  })

  it('explains an item that is worse than declared by the one that makes it so', () => {
    const index = indexSnapshot(snapshotOf(need('app', 'network'), need('step', 'app')))
    const found = impact(
      index,
      new Map([
        ['app', 'AT_RISK'],
        ['network', 'DOWN'],
      ] as const),
    )
    expect(found.affected.get('app')).toMatchObject({ state: 'DOWN', declared: 'AT_RISK', degree: 0 })
    expect(pathOf(found.trail, 'step').items).toEqual(['step', 'app', 'network'])
  })

  it('keeps what no restriction reaches as a backup that works', () => {
    const needs = [...['a', 'b'].map((id) => member('service', id)), { ...need('b', 'a'), type: 'HOSTED_ON' }]
    expect(listed(down(['a'], needs))).toContainEqual(['service', 'DOWN', 1])
    const restricted = down(['a'], needs, { relations: ['NEEDS'] })
    expect(listed(restricted)).toEqual([
      ['a', 'DOWN', 0],
      ['service', 'AT_RISK', 1],
    ])
    expect(restricted.affected.get('service')?.because[0]?.group).toMatchObject({ left: 1, members: 2 })
    expect(restricted.cuts).toEqual([])
  })

  it('neither reaches other kinds nor passes through them, whatever the kind that failed', () => {
    const needs = [need('step/a', 'application/x'), need('application/x', 'supplier/s'), need('step/b', 'supplier/s')]
    expect(listed(down(['supplier/s'], needs, { kinds: ['Step'] }))).toEqual([
      ['supplier/s', 'DOWN', 0],
      ['step/b', 'DOWN', 1],
    ])
  })

  it('leaves out what is further away than asked for and says so, without changing the rest', () => {
    const found = down(['network'], channels, { maxDegree: 1 })
    expect(listed(found)).toEqual([
      ['network', 'DOWN', 0],
      ['chat', 'DOWN', 1],
      ['mail', 'DEGRADED', 1],
    ])
    expect(found.cuts).toEqual([{ limit: 'MAX_DEGREE', value: 1, items: 2 }])
    expect(down(['network'], channels, { maxDegree: 3 }).cuts).toEqual([])
  })

  it('lists nothing when nothing is declared failed', () => {
    const index = indexSnapshot(snapshotOf(...channels))
    expect(impact(index, new Map()).affected.size).toBe(0)
    expect(impact(index, new Map([['network', 'OK']])).affected.size).toBe(0)
  })

  it('refuses unknown ids, all at once and with what may have been meant', () => {
    const ask = (): unknown =>
      down(['application/ticketting', 'step/a', 'nowhere'], [need('step/a', 'application/ticketing')])
    expect(ask).toThrow(UnknownItems)
    expect(ask).toThrow(
      'There is no item application/ticketting. Did you mean "application/ticketing"?\nThere is no item nowhere.',
    )
  })

  it('has the degrees of their definition, for every item that isn’t OK', () => {
    fc.assert(
      fc.property(randomSnapshots, randomDeclarations, (snapshot, declared) => {
        const { affected } = impact(indexSnapshot(snapshot), declared)
        const degrees = new Map([...affected].map(([id, { degree }]) => [id, degree]))
        expect(degrees).toEqual(new Map([...naiveDegrees(snapshot, declared)]))
      }),
      { numRuns: 500 },
    )
  })

  it('names exactly the needs that pass on the item’s state', () => {
    fc.assert(
      fc.property(randomSnapshots, randomDeclarations, (snapshot, declared) => {
        const found = naiveStates(snapshot, declared)
        for (const [id, { state, because: hops }] of impact(indexSnapshot(snapshot), declared).affected) {
          const deciding = groupsOf(snapshot, id).filter((group) => passedBy(group, found) === state)
          const alone = (each: Need): number => rank(passedBy([each], found))
          const expected = deciding.flatMap((group) => {
            const left = group.filter((each) => alone(each) === 0).length
            const enough = left >= Math.min(group.length, Math.max(...group.map(({ atLeast }) => atLeast ?? 1)))
            return group.filter((each) => alone(each) >= (enough ? rank('DEGRADED') : rank(state)))
          })
          expect(new Set(hops.map((hop) => hop.need))).toEqual(new Set(expected))
        }
      }),
      { numRuns: 500 },
    )
  })

  it('has a path for every item: along deciding needs, to one that is declared in its state, and never better on', () => {
    fc.assert(
      fc.property(randomSnapshots, randomDeclarations, (snapshot, declared) => {
        const found = impact(indexSnapshot(snapshot), declared)
        for (const id of found.affected.keys()) {
          const { items, hops } = pathOf(found.trail, id)
          const along = items.map((each) => found.affected.get(each))
          const end = along.at(-1)
          expect(end?.declared).toBe(end?.state)
          for (const [i, hop] of hops.entries()) {
            expect(along[i]?.because).toContainEqual(hop)
            expect(rank(along[i]?.state ?? 'DOWN')).toBeLessThanOrEqual(rank(along[i + 1]?.state ?? 'OK'))
          }
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('indexSnapshot', () => {
  it('refuses items twice and needs without an end', () => {
    const item = { id: 'a', kind: 'Step', name: 'A' }
    expect(() => indexSnapshot({ items: [item, item], needs: [] })).toThrow('The snapshot has two items a.')
    expect(() => indexSnapshot({ items: [item], needs: [need('a', 'b')] })).toThrow(
      'The snapshot has no item b: a -NEEDS-> b.',
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Snapshot } from '../../../../graph/impact/snapshot.ts'
import { criticalities } from '../../../../graph/impact/states.ts'
import { applications, changed, related, saying, written } from './small-scenario.ts'

const ids = ['a', 'b', 'c', 'd', 'e']
const randomApplications: fc.Arbitrary<Snapshot> = fc
  .uniqueArray(
    fc.record({
      dependent: fc.constantFrom(...ids),
      needed: fc.constantFrom(...ids),
      criticality: fc.constantFrom(...criticalities),
      redundancyGroup: fc.constantFrom(undefined, 'x'),
      atLeast: fc.constantFrom(undefined, 1, 2),
    }),
    { maxLength: 12, selector: ({ dependent, needed }) => `${dependent} ${needed}` },
  )
  .map((needs) => applications(ids, ...needs))

describe('applyChanges', () => {
  it('changes nothing without changes, and never what it began from', () => {
    fc.assert(
      fc.property(randomApplications, (snapshot) => {
        const before = structuredClone(snapshot)
        expect(changed(snapshot)).toEqual(snapshot)
        changed(snapshot, { does: 'remove', items: [written('application/a')] })
        expect(snapshot).toEqual(before)
      }),
    )
  })

  it('comes to nothing where an item is removed and added as it was', () => {
    fc.assert(
      fc.property(randomApplications, fc.constantFrom(...ids), (snapshot, last) => {
        const id = `application/${last}`
        const [own, others] = [
          snapshot.needs.filter(({ dependent }) => dependent === id),
          snapshot.needs.filter(({ dependent, needed }) => needed === id && dependent !== id),
        ]
        const { kind } = related(id, [])
        const result = changed(
          snapshot,
          { does: 'remove', items: [written(id)] },
          { ...related(id, own), does: 'add', kind, name: last.toUpperCase() },
          ...others.map((need) => ({ ...related(need.dependent, [need]), does: 'relate' as const })),
        )
        expect(saying(result)).toEqual(saying(snapshot))
      }),
    )
  })

  it('comes to nothing where relations are taken out and written again', () => {
    fc.assert(
      fc.property(randomApplications, (snapshot) => {
        const each = snapshot.needs.map((need) => related(need.dependent, [need]))
        const result = changed(
          snapshot,
          ...each.map((one) => ({ ...one, does: 'unrelate' as const })),
          ...each.map((one) => ({ ...one, does: 'relate' as const })),
        )
        expect(saying(result)).toEqual(saying(snapshot))
      }),
    )
  })

  it('gives every relation of a replaced item to the other, once, and takes it out', () => {
    const snapshot = applications(
      ['a', 'b', 'c', 'd'],
      { dependent: 'a', needed: 'b', criticality: 'ESSENTIAL' },
      { dependent: 'b', needed: 'c', criticality: 'IMPORTANT' },
      { dependent: 'b', needed: 'd', criticality: 'ESSENTIAL' },
      { dependent: 'a', needed: 'd', criticality: 'SUPPORTING' },
    )
    const result = changed(snapshot, {
      does: 'replace',
      item: written('application/b'),
      with: written('application/d'),
      in: undefined,
    })
    expect(saying(result)).toEqual(
      saying(
        applications(
          ['a', 'c', 'd'],
          { dependent: 'a', needed: 'd', criticality: 'SUPPORTING' },
          { dependent: 'd', needed: 'c', criticality: 'IMPORTANT' },
        ),
      ),
    )
  })

  it('gives only the relations with some items to the other where that is said, and leaves it there', () => {
    const snapshot = applications(
      ['a', 'b', 'c', 'd'],
      { dependent: 'a', needed: 'c', criticality: 'ESSENTIAL' },
      { dependent: 'b', needed: 'c', criticality: 'ESSENTIAL' },
    )
    const within = [written('application/b')]
    const result = changed(snapshot, {
      does: 'replace',
      item: written('application/c'),
      with: written('application/d'),
      in: within,
    })
    expect(result.needs.map(({ dependent, needed }) => `${dependent} ${needed}`).sort()).toEqual([
      'application/a application/c',
      'application/b application/d',
    ])
    expect(result.items).toHaveLength(4)
  })

  it('takes criticality from the model where a change doesn’t say it', () => {
    const [need] = changed(applications(['a', 'b']), {
      ...related('application/a', [{ needed: 'application/b' }]),
      does: 'relate',
    }).needs
    expect(need).toMatchObject({ dependent: 'application/a', needed: 'application/b', criticality: 'IMPORTANT' })
  })
})

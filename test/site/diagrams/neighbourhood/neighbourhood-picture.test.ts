import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  mostGroups,
  mostNames,
  neighbourhoodPicture,
  sizes,
} from '../../../../site/src/diagrams/neighbourhood/neighbourhood-picture.ts'
import type { NeighbourGroup } from '../../../../site/src/diagrams/neighbourhood/neighbourhood-picture.ts'

const group = (verb: string, total: number): NeighbourGroup => ({
  verb,
  total,
  neighbours: Array.from({ length: Math.min(total, 10) }, (_, i) => ({
    name: `Neighbour ${String(i)}`,
    href: '/x/',
    area: 'resource',
  })),
})

test('A hub of hundreds is drawn with a few names, and how many more there are', () => {
  const { groups, height } = neighbourhoodPicture('Identity', [group('is needed by', 500)], [])
  expect(groups).toMatchObject([{ verb: 'is needed by', names: [{}, {}, {}], more: 497, before: true }])
  expect(height).toBeLessThan(200)
})

test('A long name is broken and cut to fit the box', () => {
  const { centre } = neighbourhoodPicture('A very long name of an application that nobody can remember at all', [], [])
  expect(centre.lines.length).toBeLessThanOrEqual(3)
  expect(centre.lines.join(' ')).toMatch(/^A very long name/)
})

test('Whatever there is: groups lie below each other inside the picture, and every neighbour is told or counted', () => {
  const groups = fc.array(fc.tuple(fc.string(), fc.integer({ min: 1, max: 400 })), { maxLength: 9 })
  fc.assert(
    fc.property(fc.string({ maxLength: 80 }), groups, groups, (name, left, right) => {
      const of = (some: readonly (readonly [string, number])[]): NeighbourGroup[] =>
        some.map(([verb, total]) => group(verb, total))
      const picture = neighbourhoodPicture(name, of(left), of(right))
      for (const before of [true, false]) {
        const side = picture.groups.filter((each) => each.before === before)
        const given = (before ? left : right).slice(0, mostGroups)
        expect(side.map(({ names, more }) => names.length + more)).toEqual(given.map(([, total]) => total))
        let below = 0
        for (const { y, names, more } of side) {
          expect(names.length).toBeLessThanOrEqual(mostNames)
          expect(y - 14).toBeGreaterThanOrEqual(below)
          below = y + (names.length + (more > 0 ? 1 : 0)) * sizes.lineHeight
        }
        expect(below).toBeLessThanOrEqual(picture.height)
      }
      expect(picture.centre.y).toBeGreaterThanOrEqual(0)
    }),
  )
})

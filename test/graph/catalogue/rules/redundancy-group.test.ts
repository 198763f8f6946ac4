import { expect, it } from 'vitest'
import { foundBy } from '../findings-of.ts'

const found = (...needs: readonly string[]) =>
  foundBy('redundancy-group', {
    'applications/a.yaml': ['name: A', 'needs:', ...needs.map((need) => `  - {to: application/${need}}`)].join('\n'),
    ...Object.fromEntries(['b', 'c', 'd'].map((name) => [`applications/${name}.yaml`, `name: ${name}\n`])),
  })

it('finds members that don’t agree', async () => {
  expect(
    await found('b, redundancyGroup: g, atLeast: 1', 'c, redundancyGroup: g', 'd, redundancyGroup: g, atLeast: 2'),
  ).toStrictEqual([
    'applications/a.yaml:5:10  error  redundancy-group  Redundancy group "g" of application/a says atLeast 1 and 2. → Say it once, or everywhere the same.',
  ])
})

it.each([3, 0, -1])('finds a group of two that needs %d', async (atLeast) => {
  expect(await found(`b, redundancyGroup: g, atLeast: ${atLeast}`, 'c, redundancyGroup: g')).toStrictEqual([
    `applications/a.yaml:3:10  error  redundancy-group  Redundancy group "g" of application/a needs at least ${atLeast} of its 2. → Write a number from 1 to 2.`,
  ])
})

it('finds nothing where members agree, or only one says it', async () => {
  expect(await found('b, redundancyGroup: g, atLeast: 2', 'c, redundancyGroup: g, atLeast: 2')).toStrictEqual([])
  expect(await found('b, redundancyGroup: g', 'c, redundancyGroup: g, atLeast: 2')).toStrictEqual([])
  expect(await found('b, redundancyGroup: g', 'c, redundancyGroup: h')).toStrictEqual([])
})

it('counts the needs that others declare: those who hold a skill back each other up', async () => {
  const holders = (...counts: readonly number[]) =>
    foundBy('redundancy-group', {
      'skills/s.yaml': 'name: S\n',
      ...Object.fromEntries(
        counts.map((atLeast, i) => [`teams/t${i}.yaml`, `name: T${i}\nskills: [{to: s, atLeast: ${atLeast}}]\n`]),
      ),
    })
  expect(await holders(2, 2)).toStrictEqual([])
  expect(await holders(2)).toStrictEqual([
    'teams/t0.yaml:2:15  error  redundancy-group  Redundancy group "holders" of skill/s needs at least 2 of its 1. → Write a number from 1 to 1.',
  ])
})

import { expect, it } from 'vitest'
import { foundBy } from '../findings-of.ts'

const found = (...lines: readonly string[]) =>
  foundBy('essential-without-alternative', {
    'applications/a.yaml': ['name: A', ...lines].join('\n'),
    'applications/b.yaml': 'name: B\n',
    'applications/c.yaml': 'name: C\n',
  })
const need = (to: string, ...more: readonly string[]) => [`  - to: ${to}`, ...more.map((line) => `    ${line}`)]
const essential = 'criticality: ESSENTIAL'

it('finds essential needs with nothing in their place, once an item', async () => {
  expect(await found('needs:', ...need('application/b', essential))).toStrictEqual([
    'applications/a.yaml:3:9  info  essential-without-alternative  Application "A" stops without application/b: nothing takes its place. → Where there is an alternative, put both into one "redundancyGroup".',
  ])
  expect(
    await found(
      'needs:',
      ...need('application/c'),
      ...need('application/b', essential),
      ...need('application/a', essential),
    ),
  ).toStrictEqual([
    'applications/a.yaml:4:9  info  essential-without-alternative  Application "A" stops without application/b, application/a: nothing takes their place. → Where there is an alternative, put both into one "redundancyGroup".',
  ])
})

it('finds them in what products are composed of', async () => {
  const files = {
    'applications/b.yaml': 'name: B\n',
    'products/p.yaml': 'name: P\nresources: [{to: application/b, criticality: ESSENTIAL}]\n',
  }
  expect(await foundBy('essential-without-alternative', files)).toStrictEqual([
    'products/p.yaml:2:18  info  essential-without-alternative  Product "P" stops without application/b: nothing takes its place. → Where there is an alternative, put both into one "redundancyGroup".',
  ])
})

it('finds a group of one: nothing in it takes its place', async () => {
  expect(await found('needs:', ...need('application/b', essential, 'redundancyGroup: both'))).toHaveLength(1)
})

it('finds nothing in what other kinds need', async () => {
  const files = {
    'teams/a.yaml': 'name: A\nneeds: [{to: team/b, criticality: ESSENTIAL}]\n',
    'teams/b.yaml': 'name: B\n',
  }
  expect(await foundBy('essential-without-alternative', files)).toStrictEqual([])
})

it('finds nothing in needs that matter less, or that share a group', async () => {
  expect(await found('needs:', ...need('application/b'))).toStrictEqual([])
  const group = [essential, 'redundancyGroup: both']
  expect(await found('needs:', ...need('application/b', ...group), ...need('application/c', ...group))).toStrictEqual(
    [],
  )
})

import { expect, it } from 'vitest'
import { workingCalendar } from '../../../../graph/catalogue/duration.ts'
import { rule } from '../../../../graph/catalogue/rules/no-cycles.ts'
import { FormerIds } from '../../../../graph/catalogue/former-ids.ts'
import { createView } from '../../../../graph/catalogue/view.ts'
import { readModel } from '../../../../graph/model/read-model.ts'
import { foundBy } from '../findings-of.ts'

/** Teams, each part of another. */
const teams = (parts: Readonly<Record<string, string>>) =>
  foundBy(
    'no-cycles',
    Object.fromEntries(
      Object.entries(parts).map(([team, of]) => [
        `teams/${team}.yaml`,
        `name: ${team}\n${of === '' ? '' : `partOf: ${of}\n`}`,
      ]),
    ),
  )
const circle = (team: string, way: string) =>
  `teams/${team}.yaml:2:9  error  no-cycles  "partOf" goes in a circle: ${way}. → Take one of these relations out.`

it('finds a circle once, wherever one enters it', async () => {
  expect(await teams({ a: 'b', b: 'c', c: 'd', d: 'b', e: 'c' })).toStrictEqual([
    circle('b', 'team/b → team/c → team/d → team/b'),
  ])
})

it('finds what leads to itself, and every circle', async () => {
  expect(await teams({ a: 'a', b: 'c', c: 'b' })).toStrictEqual([
    circle('a', 'team/a → team/a'),
    circle('b', 'team/b → team/c → team/b'),
  ])
})

it('finds circles in every relation that may have none', async () => {
  const contract = (parent: string) => `name: ${parent}\nsuppliers: [s]\nparent: ${parent}\n`
  expect(
    await foundBy('no-cycles', {
      'contracts/a.yaml': contract('b'),
      'contracts/b.yaml': contract('a'),
      'suppliers/s.yaml': 'name: S\n',
    }),
  ).toStrictEqual([
    'contracts/a.yaml:3:9  error  no-cycles  "parent" goes in a circle: contract/a → contract/b → contract/a. → Take one of these relations out.',
  ])
})

it('finds nothing in trees, nor in relations that may go in circles', async () => {
  expect(await teams({ a: '', b: 'a', c: 'a', d: 'b' })).toStrictEqual([])
  expect(
    await foundBy('no-cycles', {
      'teams/a.yaml': 'name: A\nneeds: [team/b]\n',
      'teams/b.yaml': 'name: B\nneeds: [team/a]\n',
    }),
  ).toStrictEqual([])
})

it('finds a circle at the end of a chain of any length', () => {
  const model = readModel()
  const relation = model.relations.get('PART_OF')
  if (relation === undefined) throw new Error('The model has no PART_OF')
  const length = 100_000
  const place = { layer: 'own', path: '/c/teams/t.yaml', file: 'teams/t.yaml', line: 2, column: 9 }
  const relations = Array.from({ length }, (_, i) => ({
    ...{ type: 'PART_OF', from: `team/t${i}`, to: `team/t${Math.min(i + 1, length - 1)}` },
    ...{ values: {}, sources: [], relation, place },
  }))
  const from = {
    model,
    ownLayer: 'own',
    today: '2026-11-22',
    calendar: workingCalendar,
    audiences: [],
    siteFiles: [],
    former: new FormerIds(),
  }
  const view = createView({ ...from, items: new Map(), relations })
  const last = `team/t${length - 1}`
  expect([...rule.check(view)]).toStrictEqual([
    {
      message: `"partOf" goes in a circle: ${last} → ${last}.`,
      hint: 'Take one of these relations out.',
      place,
      item: last,
    },
  ])
})

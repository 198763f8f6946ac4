import { expect, it } from 'vitest'
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

it('finds a circle at the end of a long chain', async () => {
  const length = 3000
  const chain = Object.fromEntries(Array.from({ length }, (_, i) => [`t${i}`, `t${i + 1}`]))
  expect(await teams({ ...chain, [`t${length}`]: `t${length}` })).toStrictEqual([
    circle(`t${length}`, `team/t${length} → team/t${length}`),
  ])
})

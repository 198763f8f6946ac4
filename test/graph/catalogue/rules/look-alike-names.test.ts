import { expect, it } from 'vitest'
import { foundBy } from '../findings-of.ts'

const suppliers = (...names: readonly string[]) =>
  foundBy('look-alike-names', Object.fromEntries(names.map((name, i) => [`suppliers/s${i}.yaml`, `name: ${name}\n`])))

it.each([
  ['Data#3', 'DATA#3 LIMITED'],
  ['Acme GmbH', 'Acme'],
  ['Grüße & Co. KG', 'Gruße'],
  ['Straße', 'STRASSE'],
  ['North-Beam', 'northbeam'],
  ['Acme', 'Acme'],
])('finds that %s looks like %s', async (first, second) => {
  expect(await suppliers(JSON.stringify(first), JSON.stringify(second))).toStrictEqual([
    `suppliers/s1.yaml:1:1  warning  look-alike-names  "${second}" looks like "${first}" (supplier/s0). → If they are one, keep one file and write the other name under "aliases"; if not, make the names tell them apart.`,
  ])
})

it.each([
  ['Acme', 'Acme North'],
  ['Data#3', 'Data#4'],
  ['東京', '大阪'],
  ['Limited', 'GmbH'],
])('finds nothing in %s and %s', async (first, second) => {
  expect(await suppliers(JSON.stringify(first), JSON.stringify(second))).toStrictEqual([])
})

it('finds nothing where one is the other’s alias, or is of another kind', async () => {
  expect(await suppliers('Acme', 'ACME\naliases: [Acme]')).toStrictEqual([])
  expect(await suppliers('Acme\naliases: [ACME]', 'ACME')).toStrictEqual([])
  expect(
    await foundBy('look-alike-names', { 'teams/a.yaml': 'name: Desk\n', 'roles/a.yaml': 'name: Desk\n' }),
  ).toStrictEqual([])
})

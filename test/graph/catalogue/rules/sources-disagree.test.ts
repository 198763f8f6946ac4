import { expect, it } from 'vitest'
import { catalogueOfTwoSystems, disagreementsIn as messages, shopOfTwoSystems as shop } from '../two-systems.ts'

it('finds what only one of two systems relates, and what they relate otherwise', async () => {
  const folder = shop(
    'needs: [application/db, {to: application/cache, criticality: ESSENTIAL}]\n',
    'needs: [{to: application/cache, criticality: SUPPORTING}]\n',
  )
  expect(await messages(folder)).toStrictEqual([
    'applications/shop.yaml:3:1  warning  sources-disagree  Systems disagree on "needs": of application/cache CMDB says criticality: ESSENTIAL (cmdb: applications/shop.yaml:3); only CMDB names application/db. → Mend it in one of the systems, or write "needs" of application/shop in the catalogue’s own files: that counts.',
  ])
})

it('finds the one item that each relates another to', async () => {
  expect(await messages(shop('owner: team/one\n', 'owner: team/two\n'))).toStrictEqual([
    expect.stringContaining(
      'Systems disagree on "owner": it is team/two, but CMDB says owner: team/one (cmdb: applications/shop.yaml:3).',
    ),
  ])
})

it('finds words of a list, dates and figures that differ, not names and texts', async () => {
  const folder = shop('lifecycle: LIVE\nsummary: A.\nversion: 1\n', 'lifecycle: RETIRED\nsummary: B.\nversion: 2\n')
  expect(await messages(folder)).toStrictEqual([
    expect.stringContaining('"lifecycle" is "RETIRED" by Portal, but "LIVE" by CMDB (cmdb: applications/shop.yaml:1).'),
  ])
})

it('finds nothing where both say the same', async () => {
  const same = 'owner: team/one\nlifecycle: LIVE\nneeds: [application/db]\n'
  expect(await messages(shop(same, same))).toStrictEqual([])
})

it('finds nothing that people have settled', async () => {
  expect(await messages(shop('owner: team/one\n', 'owner: team/two\n', 'owner: team/one\n'))).toStrictEqual([])
})

it('finds nothing where only one of them speaks', async () => {
  const files = { 'cmdb/applications/shop.yaml': 'name: Shop\nlifecycle: LIVE\nneeds: [application/db]\n' }
  expect(await messages(catalogueOfTwoSystems(files))).toStrictEqual([])
})

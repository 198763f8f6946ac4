import { describe, expect, it } from 'vitest'
import { catalogueIn, findingsIn } from './findings-of.ts'
import { catalogueOfTwoSystems as catalogue, disagreementsIn, shopOfTwoSystems as shop } from './two-systems.ts'

const relations = async (folder: string): Promise<unknown[]> =>
  (await catalogueIn(folder)).relations.map(({ to, sources, values }) => [to, values, sources])

describe('an imported layer', () => {
  it('says where its system states an item and its relations', async () => {
    const folder = catalogue({
      'cmdb/applications/shop.yaml':
        'record: cmdb.csv:7\nname: Shop\nowner: team/one\nneeds:\n  - application/db\n  - {to: application/cache, record: needs.csv:3}\n',
    })
    const { items } = await catalogueIn(folder)
    const source = { layer: 'cmdb', file: 'applications/shop.yaml', system: 'CMDB', record: 'cmdb.csv:7' }
    expect(items.get('application/shop')?.sources).toStrictEqual([{ ...source, line: 1 }])
    const need = { criticality: 'IMPORTANT' }
    expect(await relations(folder)).toStrictEqual([
      ['application/cache', need, [{ ...source, line: 6, record: 'needs.csv:3' }]],
      ['application/db', need, [{ ...source, line: 5 }]],
      ['team/one', {}, [{ ...source, line: 3 }]],
    ])
  })

  it('alone may say so', async () => {
    const own = catalogue({ 'own/applications/shop.yaml': 'name: Shop\nrecord: cmdb.csv:7\n' })
    expect(await findingsIn(own)).toStrictEqual([
      'applications/shop.yaml:2:1  error  unknown-field  Application has no field "record". → Only imported layers say where a system states something: name it as "system" in their tributary.config.yaml.',
    ])
  })

  it('is replaced by what people write, and stays on record', async () => {
    const folder = shop(
      'needs: [application/db]\nowner: team/one\n',
      'needs: [application/cache]\nowner: team/two\n',
      'needs: [application/cache]\nowner: team/one\n',
    )
    expect(await relations(folder)).toMatchObject([
      ['application/cache', {}, [{ layer: 'own' }, { layer: 'portal' }]],
      ['team/one', {}, [{ layer: 'own' }, { layer: 'portal', says: 'owner: team/two' }, { layer: 'cmdb' }]],
    ])
  })
})

describe('two systems', () => {
  it('have their lists united, and both are on record where they disagree', async () => {
    const folder = shop(
      'needs: [application/db, {to: application/cache, criticality: ESSENTIAL}]\n',
      'needs: [{to: application/cache, criticality: SUPPORTING}]\n',
    )
    expect(await relations(folder)).toMatchObject([
      [
        'application/cache',
        { criticality: 'SUPPORTING' },
        [{ system: 'Portal' }, { system: 'CMDB', says: 'criticality: ESSENTIAL' }],
      ],
      ['application/db', { criticality: 'IMPORTANT' }, [{ system: 'CMDB', record: 'cmdb.csv:7' }]],
    ])
  })

  it('have what either says of a relation where the other says nothing', async () => {
    const folder = shop(
      'needs: [{to: application/cache, criticality: ESSENTIAL}]\n',
      'needs: [{to: application/cache, note: Measured.}]\n',
    )
    expect(await relations(folder)).toMatchObject([
      [
        'application/cache',
        { criticality: 'ESSENTIAL', note: 'Measured.' },
        [{ system: 'Portal' }, { system: 'CMDB' }],
      ],
    ])
    expect(await disagreementsIn(folder)).toStrictEqual([])
  })

  it('have the last one’s owner, and the other’s on record', async () => {
    const folder = shop('owner: team/one\n', 'owner: team/two\n')
    expect(await relations(folder)).toMatchObject([
      ['team/two', {}, [{ system: 'Portal' }, { system: 'CMDB', says: 'owner: team/one' }]],
    ])
  })

  it('may say a relation at either end, and otherwise of it', async () => {
    const folder = catalogue({
      'cmdb/metrics/uptime.yaml': 'name: Uptime\nunit: "%"\ndirection: HIGHER_IS_BETTER\nmeasures: [application/db]\n',
      'portal/applications/db.yaml': 'name: Database\nmetrics: [uptime]\n',
    })
    expect(await relations(folder)).toMatchObject([['application/db', {}, [{ system: 'CMDB' }, { system: 'Portal' }]]])
  })
})

import { describe, expect, it } from 'vitest'
import { catalogueOf, findingsOf, readFiles } from './findings-of.ts'
import { layered } from './layered.ts'
import { readCatalogue } from '../../../graph/catalogue/read-catalogue.ts'
import { captureStep, smallCatalogue, streamHead } from './small-catalogue.ts'

const desk = (...former: readonly string[]) =>
  `name: Service desk team\nskills: [listening]\nformerIds: [${former.join(', ')}]\n`
const errors = async (files: Record<string, string>) =>
  (await findingsOf({ ...smallCatalogue, ...files })).filter((line) => line.includes('  error  '))

describe('an id that an item had before', () => {
  it('leads to it from every reference, whole or by its last part', async () => {
    const catalogue = await catalogueOf({
      ...smallCatalogue,
      'teams/service-desk.yaml': desk('team/help-desk'),
      'applications/ticketing.yaml': 'name: Ticketing\nowner: team/help-desk\n',
      'practices/service-desk.yaml':
        'name: Service desk\nowner: team/service-desk\ngroup: SERVICE_MANAGEMENT\ncontributors: [{ to: team/help-desk }]\n',
      'skills/listening.yaml': 'name: Listening\nformerIds: [skill/hearing]\n',
      'value-streams/resolve.yaml': `${streamHead}steps:\n${captureStep.replace('[listening]', '[hearing]')}`,
    })
    const ends = catalogue.relations.map(({ type, from, to }) => `${from} ${type} ${to}`)
    expect(ends).toContain('application/ticketing OWNED_BY team/service-desk')
    expect(ends).toContain('practice/service-desk INVOLVES team/service-desk')
    expect(ends.filter((each) => each.endsWith('skill/listening')).length).toBe(2)
    expect(ends.some((each) => each.includes('help-desk') || each.includes('hearing'))).toBe(false)
  })

  it('may be of another kind', async () => {
    const files = { ...smallCatalogue, 'teams/service-desk.yaml': desk('role/help-desk') }
    const { items } = await catalogueOf({
      ...files,
      'applications/ticketing.yaml': 'name: Ticketing\nowner: role/help-desk\n',
    })
    expect(items.get('team/service-desk')?.values['formerIds']).toStrictEqual(['role/help-desk'])
  })

  it('is the item’s in the configuration: what is left out, and what audiences name', async () => {
    const below = { 'teams/desk.yaml': 'name: Desk\nformerIds: [team/help]\n', 'teams/other.yaml': 'name: Other\n' }
    const config = 'name: own\nextends: [../below]\nwithout: [team/help]\n'
    const read = await readCatalogue(layered(below, {}, config))
    expect([...(read.catalogue?.items.keys() ?? [])]).toStrictEqual(['team/other'])
    const audience = 'name: own\nextends: [../below]\naudiences:\n  all: { items: [team/help], fields: all }\n'
    const { catalogue } = await readCatalogue(layered(below, {}, audience))
    expect(catalogue?.audiences[0]?.items).toStrictEqual(['team/desk'])
  })

  it('is told of every layer that says one', async () => {
    const below = { 'teams/desk.yaml': 'name: Desk\nformerIds: [team/help]\n' }
    const { catalogue } = await readCatalogue(layered(below, { 'teams/desk.yaml': 'formerIds: [team/phone]\n' }))
    expect(catalogue?.items.get('team/desk')?.values['formerIds']).toStrictEqual(['team/help', 'team/phone'])
  })
})

describe('what is written inside of a renamed item', () => {
  it('has had ids to match: its own last parts, now and before, below each former id', async () => {
    const { items } = await catalogueOf({
      ...smallCatalogue,
      'value-streams/resolve.yaml': `${streamHead}formerIds: [value-stream/mend]\nsteps:\n${captureStep}    formerIds: [step/resolve/record]\n`,
    })
    expect(items.get('step/resolve/capture')?.values['formerIds']).toStrictEqual([
      'step/mend/capture',
      'step/mend/record',
      'step/resolve/record',
    ])
  })
})

describe('former ids that can’t be', () => {
  it.each([
    ['team', 'no whole id', '"team" was never an id: it isn’t a kind and a name. → Write it whole: team/old-name.'],
    ['tem/a', 'of no kind', '"tem/a" was never an id: it isn’t a kind and a name. → Write it whole: team/old-name.'],
    ['team/A', 'in capitals', '"team/A" was never an id: it isn’t a kind and a name. → Write it whole: team/old-name.'],
    [
      'team/a/b',
      'too long',
      '"team/a/b" was never an id: it isn’t a kind and a name. → Write it whole: team/old-name.',
    ],
    ['team/service-desk', 'its own', 'team/service-desk is the id of this item now. → Take it off the list.'],
  ])('are reported: %s is %s', async (id, _, said) => {
    expect(await errors({ 'teams/service-desk.yaml': desk(id) })).toStrictEqual([
      `teams/service-desk.yaml:3:1  error  former-id  ${said}`,
    ])
  })

  it('are reported where an item has them now, or two had them', async () => {
    const files = { 'teams/service-desk.yaml': desk('supplier/acme', 'team/old') }
    expect(
      await errors({ ...files, 'suppliers/borealis.yaml': 'name: Borealis\nformerIds: [team/old]\n' }),
    ).toStrictEqual([
      'teams/service-desk.yaml:3:1  error  former-id  supplier/acme is the id of another item now, written in suppliers/acme.yaml. → Take it off the list, or make one of the two: what suppliers/acme.yaml says belongs to team/service-desk if they are the same.',
      'teams/service-desk.yaml:3:1  error  former-id  team/old is a former id of supplier/borealis too. → It can lead to one of them: take it off the other.',
    ])
  })

  it('keep nothing from being read: the id that is there counts', async () => {
    const { findings } = await readFiles({ ...smallCatalogue, 'teams/service-desk.yaml': desk('supplier/acme') })
    expect(findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule)).toStrictEqual(['former-id'])
  })
})

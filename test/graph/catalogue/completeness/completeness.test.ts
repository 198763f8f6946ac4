import { describe, expect, it } from 'vitest'
import { choose, UnknownKindError } from '../../../../graph/catalogue/completeness/choose.ts'
import { expectationsOf, expectationsOfKinds } from '../../../../graph/catalogue/completeness/expectations.ts'
import { summarize } from '../../../../graph/catalogue/completeness/summary.ts'
import { readModel } from '../../../../graph/model/read-model.ts'
import { kindOf } from '../../../../graph/model/model.ts'
import { assetModel } from '../../model/asset-model.ts'
import type { Files } from '../catalogue-folder.ts'
import { catalogueOf } from '../findings-of.ts'

const config = 'name: own\nextends: [itil4]\n'
const teams: Files = {
  'tributary.config.yaml': config,
  'teams/desk.yaml': 'name: Desk\nsummary: They help.\ncontact: "#desk"\nskills: [calm]\n',
  'skills/calm.yaml': 'name: Calm\nsummary: Of mind.\n',
}
const application = (more: string): Files => ({ ...teams, 'applications/mail.yaml': `name: Mail\n${more}` })

async function of(id: string, files: Files) {
  return (await catalogueOf(files)).completeness.find(({ item }) => item === id)
}

describe('the expectations', () => {
  const model = readModel()

  it('are of kinds and fields that the model has, at either end', () => {
    expect(Object.keys(expectationsOfKinds)).toStrictEqual([...model.kinds.keys()])
    for (const kind of model.kinds.values()) {
      const inverses = [...model.relations.values()].filter((each) => each.targets.includes(kind.name))
      const known = new Set([
        ...kind.attributes.map(({ name }) => name),
        ...kind.relations.map(({ field }) => field),
        ...inverses.map(({ inverse }) => inverse),
      ])
      for (const { fields, when, unless } of expectationsOf(kind, model)) {
        const named = [...fields, ...(when ? [when.field] : []), ...(unless ? [unless.field] : [])]
        for (const field of named) expect([...known], `${kind.name}.${field}`).toContain(field)
      }
    }
  })

  it('ask nothing that is always there, and each thing once', () => {
    for (const kind of model.kinds.values()) {
      const expected = expectationsOf(kind, model)
      const always = kind.attributes
        .filter((each) => each.required || each.default !== undefined)
        .map(({ name }) => name)
      for (const { fields } of expected) expect(fields.filter((each) => always.includes(each))).toStrictEqual([])
      expect(new Set(expected.map(({ fields: [first] }) => first)).size, kind.name).toBe(expected.length)
    }
  })

  it('of a kind that a catalogue adds are its own fields that have no default', () => {
    const extended = readModel([{ path: 'model/assets.graphql', text: assetModel }])
    const fields = expectationsOf(kindOf(extended, 'Asset'), extended).map(({ fields: [first] }) => first)
    expect(fields).toContain('serialNumber')
    expect(fields).toContain('summary')
    expect(fields).not.toContain('tags')
  })
})

describe('an item', () => {
  it('that says everything is complete', async () => {
    expect(await of('team/desk', teams)).toStrictEqual({
      item: 'team/desk',
      kind: 'Team',
      score: 100,
      missing: [],
      owner: 'team/desk',
    })
  })

  it('lacks what it doesn’t say, the heaviest first, in the part of its weight', async () => {
    // Weights: owner 3, summary, needs and a use 2 each, review and a contract or maker 1 each.
    expect(await of('application/mail', application('owner: team/desk\nreviewBy: 2027-01-01\n'))).toStrictEqual({
      item: 'application/mail',
      kind: 'Application',
      score: Math.round((100 * 4) / 11),
      missing: ['summary', 'needs', 'neededBy', 'coveredBy'],
      owner: 'team/desk',
    })
  })

  it('that says of a list that it is empty says something', async () => {
    expect((await of('application/mail', application('needs: []\n')))?.missing).not.toContain('needs')
    expect((await of('application/mail', application('needs:\n')))?.missing).toContain('needs')
  })

  it('is told at the other end too, by any field that will do', async () => {
    const files = {
      ...application(''),
      'applications/web.yaml': 'name: Web\nneeds: [application/mail]\n',
      'suppliers/acme.yaml': 'name: Acme\n',
      'contracts/c.yaml': 'name: C\nsuppliers: [acme]\ncovers: [application/mail]\n',
    }
    const missing = (await of('application/mail', files))?.missing
    expect(missing).not.toContain('neededBy')
    expect(missing).not.toContain('coveredBy')
    expect((await of('supplier/acme', files))?.missing).not.toContain('contracts')
  })

  it('is asked only what applies to it', async () => {
    const contract = (more: string) => ({
      ...teams,
      'suppliers/acme.yaml': 'name: Acme\n',
      'contracts/c.yaml': `name: C\nsuppliers: [acme]\n${more}`,
    })
    expect((await of('contract/c', contract('end: 2027-12-31\n')))?.missing).toContain('noticePeriod')
    expect((await of('contract/c', contract('')))?.missing).not.toContain('noticePeriod')
    const decision = (status: string) => ({
      ...application(''),
      'decisions/d.yaml': `name: D\nstatus: ${status}\nabout: [application/mail]\n`,
    })
    expect((await of('decision/d', decision('APPROVED')))?.missing).toContain('takenBy')
    expect((await of('decision/d', decision('PROPOSED')))?.missing).not.toContain('takenBy')
  })

  it('of a built-in layer counts once the catalogue takes it up', async () => {
    expect(await of('practice/service-desk', teams)).toBeUndefined()
    const taken = { ...teams, 'practices/service-desk.yaml': 'owner: team/desk\n' }
    expect(await of('practice/service-desk', taken)).toMatchObject({ missing: ['works', 'resources', 'reviewBy'] })
  })
})

describe('the summary', () => {
  const files = {
    ...teams,
    'applications/a.yaml': 'name: A\n',
    'applications/b.yaml': 'name: B\nowner: team/desk\nsummary: B.\nneeds: [application/a]\nreviewBy: 2027-01-01\n',
  }

  it('has means and distributions, of all and by kind, in the model’s order', async () => {
    const { completeness, model } = await catalogueOf(files)
    const summary = summarize(completeness, model)
    expect(summary).toMatchObject({ items: 4, score: 72.8, distribution: [1, 1, 0, 2] })
    expect(summary.kinds).toStrictEqual([
      { kind: 'Team', items: 1, score: 100, distribution: [0, 0, 0, 1] },
      { kind: 'Skill', items: 1, score: 100, distribution: [0, 0, 0, 1] },
      { kind: 'Application', items: 2, score: 45.5, distribution: [1, 1, 0, 0] },
    ])
  })

  it('says what would lift the mean the most', async () => {
    const { completeness, model } = await catalogueOf(files)
    const { next } = summarize(completeness, model)
    expect(next[0]).toStrictEqual({
      kind: 'Application',
      field: 'owner',
      reason: 'Nobody is accountable for it.',
      items: 1,
      kindScore: [45.5, 59.2],
      score: [72.8, 79.6],
    })
    expect(next.map(({ score }) => score[1])).toStrictEqual(next.map(({ score }) => score[1]).sort((a, b) => b - a))
  })

  it('of nothing is complete', () => {
    expect(summarize([], readModel())).toStrictEqual({
      items: 0,
      score: 100,
      distribution: [0, 0, 0, 0],
      kinds: [],
      next: [],
    })
  })
})

describe('the choice', () => {
  it('is of kinds in any spelling and of owners, the least complete first', async () => {
    const { completeness, model } = await catalogueOf(application(''))
    const ids = (choice: Parameters<typeof choose>[2]) => choose(completeness, model, choice).map(({ item }) => item)
    expect(ids({})).toStrictEqual(['application/mail', 'skill/calm', 'team/desk'])
    for (const kind of ['APPLICATION', 'applications', 'Application']) {
      expect(ids({ kinds: [kind] })).toStrictEqual(['application/mail'])
    }
    expect(ids({ owner: 'team/desk' })).toStrictEqual(['team/desk'])
    expect(ids({ owner: 'nobody' })).toStrictEqual(['application/mail', 'skill/calm'])
    expect(() => ids({ kinds: ['aplication'] })).toThrow(UnknownKindError)
  })
})

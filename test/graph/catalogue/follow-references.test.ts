import { describe, expect, it } from 'vitest'
import { findingsOf, foundBy, readFiles } from './findings-of.ts'
import { captureStep, smallCatalogue, streamHead } from './small-catalogue.ts'

const teams = {
  'teams/desk.yaml': 'name: Desk\n',
  'teams/network.yaml': 'name: Network\n',
  'roles/desk.yaml': 'name: Desk role\n',
}
const team = (...lines: readonly string[]) => findingsOf({ ...teams, 'teams/a.yaml': ['name: A', ...lines].join('\n') })
const relations = async (type: string, ...lines: readonly string[]) => {
  const { catalogue } = await readFiles({ ...teams, 'teams/a.yaml': ['name: A', ...lines].join('\n') })
  return catalogue?.relations.filter((each) => each.type === type)
}
const sources = (line: number) => [{ layer: 'own', file: 'teams/a.yaml', line }]

describe('a reference', () => {
  it('needs only its last part where the field’s kind is clear', async () => {
    expect(await relations('PART_OF', 'partOf: desk')).toStrictEqual([
      { type: 'PART_OF', from: 'team/a', to: 'team/desk', values: {}, sources: sources(2) },
    ])
    expect(await relations('PART_OF', 'partOf: team/desk')).toMatchObject([{ to: 'team/desk' }])
  })

  it('needs the whole id where the field takes several kinds', async () => {
    expect(await team('owner: desk')).toStrictEqual([
      'teams/a.yaml:2:8  error  unknown-reference  There is no item "desk". → Write the whole id: role/desk or team/desk.',
    ])
    expect(await relations('OWNED_BY', 'owner: role/desk')).toMatchObject([{ to: 'role/desk' }])
  })

  it('to nothing is reported with what was probably meant', async () => {
    expect(await team('partOf: netwrok')).toStrictEqual([
      'teams/a.yaml:2:9  error  unknown-reference  There is no Team "netwrok". → Did you mean "team/network"?',
    ])
    expect(await team('needs:', '  - team/netwrok')).toStrictEqual([
      'teams/a.yaml:3:5  error  unknown-reference  There is no item "team/netwrok". → Did you mean "team/network"?',
    ])
  })

  it('to nothing comes with how to write what was meant, where one id alone may be', async () => {
    const fixOf = async (line: string) => {
      const { findings } = await readFiles({ ...teams, 'teams/a.yaml': `name: A\n${line}\n` })
      return findings.map(({ fix }) => fix && [fix.does, fix.isGuess, fix.edits.map(({ was, text }) => [was, text])])
    }
    // Only one that differs just in case is certain.
    expect(await fixOf('partOf: Network')).toStrictEqual([['Write network.', undefined, [['Network', 'network']]]])
    expect(await fixOf('owner: Team/Network')).toStrictEqual([
      ['Write team/network.', undefined, [['Team/Network', 'team/network']]],
    ])
    // As it is written: with the kind or without.
    expect(await fixOf('partOf: netwrok')).toStrictEqual([['Write network.', true, [['netwrok', 'network']]]])
    expect(await fixOf('needs: [team/netwrok]')).toStrictEqual([
      ['Write team/network.', true, [['team/netwrok', 'team/network']]],
    ])
    expect(await fixOf('owner: network')).toStrictEqual([['Write team/network.', true, [['network', 'team/network']]]])
    // One of two, or none.
    expect(await fixOf('owner: desk')).toStrictEqual([undefined])
    expect(await fixOf('owner: somebody-else-entirely')).toStrictEqual([undefined])
  })

  it('to nothing near is reported with what it must be', async () => {
    expect(await team('owner: somebody-else-entirely')).toStrictEqual([
      'teams/a.yaml:2:8  error  unknown-reference  There is no item "somebody-else-entirely". → It must be the id of an item of kind GoverningBody, Team, Role, Supplier.',
    ])
    expect(await team('needs: [somebody-else-entirely]')).toStrictEqual([
      'teams/a.yaml:2:9  error  unknown-reference  There is no item "somebody-else-entirely". → It must be the id of any item.',
    ])
  })

  it('to an item of the wrong kind is reported', async () => {
    expect(await team('partOf: role/desk')).toStrictEqual([
      'teams/a.yaml:2:9  error  unknown-reference  "partOf" leads to Team, but role/desk is of kind Role. → Did you mean "team/desk"?',
    ])
    expect(
      await findingsOf({
        ...teams,
        'skills/talk.yaml': 'name: Talk\n',
        'teams/a.yaml': 'name: A\nowner: skill/talk\n',
      }),
    ).toStrictEqual([
      'teams/a.yaml:2:8  error  unknown-reference  "owner" leads to GoverningBody, Team, Role, Supplier, but skill/talk is of kind Skill.',
    ])
  })

  it('may lead to the item itself', async () => {
    expect(await relations('NEEDS', 'needs: [team/a]')).toMatchObject([{ from: 'team/a', to: 'team/a' }])
  })

  it('may lead to an item of a file that comes later, or that is broken elsewhere', async () => {
    expect(
      await findingsOf({ 'teams/a.yaml': 'name: A\npartOf: b\n', 'teams/b.yaml': 'name: B\nreviewBy: soon\n' }),
    ).toStrictEqual([
      'teams/b.yaml:2:11  error  wrong-type  "reviewBy" takes a date, not "soon". → Write year-month-day: 2027-06-30.',
    ])
  })
})

describe('what a relation carries', () => {
  it('is what the file says, and the edge’s defaults', async () => {
    expect(
      await relations(
        'NEEDS',
        'needs:',
        '  - team/desk',
        '  - to: team/network',
        '    criticality: SUPPORTING',
        '    redundancyGroup: both',
      ),
    ).toStrictEqual([
      { type: 'NEEDS', from: 'team/a', to: 'team/desk', values: { criticality: 'IMPORTANT' }, sources: sources(3) },
      {
        type: 'NEEDS',
        from: 'team/a',
        to: 'team/network',
        values: { criticality: 'SUPPORTING', redundancyGroup: 'both' },
        sources: sources(4),
      },
    ])
  })

  it('is the relation’s own defaults before the edge’s', async () => {
    expect(await relations('HAS_ROLE', 'roles: [desk]')).toMatchObject([
      { values: { criticality: 'ESSENTIAL', redundancyGroup: 'holders' } },
    ])
    expect(
      await relations('HAS_ROLE', 'roles: [{to: desk, criticality: SUPPORTING, redundancyGroup: other}]'),
    ).toMatchObject([{ values: { criticality: 'SUPPORTING', redundancyGroup: 'other' } }])
  })

  it('is reported where it is needed and nobody says it', async () => {
    const model = `extend type Team {
  """Where its people sit."""
  floor: Team @relation(type: "SITS_WITH", inverse: "sharesFloor", verbs: ["sits with", "is sat with by"], edge: "Floor")
}
"""A floor."""
type Floor @edge {
  """Its number."""
  number: Int!
}
`
    expect(await findingsOf({ 'model/a.graphql': model, 'teams/a.yaml': 'name: A\nfloor: a\n' })).toStrictEqual([
      'teams/a.yaml:2:8  error  required  A relation in "floor" needs "number". → Its number.',
    ])
    expect(
      await findingsOf({ 'model/a.graphql': model, 'teams/a.yaml': 'name: A\nfloor: {to: a, number: 3}\n' }),
    ).toStrictEqual([])
  })
})

describe('two relations to one item', () => {
  it('are reported, however they are written', async () => {
    expect(
      await team('needs:', '  - team/desk', '  - team/network', '  - to: team/desk', '    criticality: SUPPORTING'),
    ).toStrictEqual([
      'teams/a.yaml:5:9  error  duplicate-relation  "needs" names team/desk twice, also in line 3. → Two items are related once: say all of it in one entry.',
    ])
    expect(await team('roles: [desk, role/desk]')).toStrictEqual([
      'teams/a.yaml:2:15  error  duplicate-relation  "roles" names role/desk twice, also in line 2. → Two items are related once: say all of it in one entry.',
    ])
  })

  it('are fine in two fields', async () => {
    expect(await team('owner: team/desk', 'partOf: desk', 'needs: [team/desk]')).toStrictEqual([])
  })
})

describe('references among steps', () => {
  const stream = (next: string) =>
    readFiles({
      ...smallCatalogue,
      'value-streams/resolve.yaml': `${streamHead}steps:\n${captureStep}    next: [${next}]\n${captureStep.replace('id: capture', 'id: close')}`,
    })

  it.each(['close', 'resolve/close', 'step/resolve/close'])('may be %s', async (next) => {
    const { catalogue } = await stream(next)
    expect(catalogue?.relations.filter((each) => each.type === 'NEXT')).toMatchObject([
      { from: 'step/resolve/capture', to: 'step/resolve/close', values: { rework: false } },
    ])
  })

  it('to no step are reported', async () => {
    const { findings } = await stream('closed')
    expect(findings.map((finding) => [finding.message, finding.hint])).toStrictEqual([
      ['There is no Step "closed".', 'Did you mean "step/resolve/close"?'],
    ])
  })

  it('from elsewhere name the stream', async () => {
    const metric = (step: string) => ({
      ...smallCatalogue,
      'metrics/b.yaml': `name: B\nowner: team/service-desk\nunit: h\ndirection: WITHIN\nmeasures: [${step}]\n`,
    })
    expect(await findingsOf(metric('step/resolve/capture'))).toStrictEqual([])
    expect(await foundBy('unknown-reference', metric('capture'))).toStrictEqual([
      'metrics/b.yaml:5:12  error  unknown-reference  There is no item "capture". → Write the whole id: step/resolve/capture.',
    ])
  })
})

describe('a reference that leads nowhere', () => {
  it.each(['team/Service_Desk', 'team/service-desk'])('as the file of %s has a bad name points there', async (id) => {
    const files = { 'teams/Service_Desk.yaml': 'name: D\n', 'teams/service.yaml': `name: S\nneeds: [${id}]\n` }
    expect((await findingsOf(files)).at(-1)).toBe(
      `teams/service.yaml:2:9  error  unknown-reference  There is no item "${id}". → Its file has a name that can't be an id: see there.`,
    )
  })

  it.each(['""', '/', '" "'])('as it is empty is said to be so: %s', async (written) => {
    expect(await findingsOf({ 'teams/a.yaml': `name: A\nneeds: [${written}]\n` })).toStrictEqual([
      "teams/a.yaml:2:9  error  unknown-reference  This reference is empty. → Write an item's id, or take it out.",
    ])
  })

  it('but for its case is told the one that is meant', async () => {
    const files = {
      'teams/t.yaml': 'name: T\n',
      'teams/u.yaml': 'name: U\n',
      'roles/a.yaml': 'name: A\nowner: team/T\n',
    }
    expect(await findingsOf(files)).toStrictEqual([
      'roles/a.yaml:2:8  error  unknown-reference  There is no item "team/T". → Did you mean "team/t"?',
    ])
  })
})

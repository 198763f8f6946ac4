import { describe, expect, it } from 'vitest'
import type { ItemRelation } from '../../../graph/catalogue/catalogue.ts'
import type { Files } from './catalogue-folder.ts'
import { catalogueIn, catalogueOf, findingsIn, findingsOf } from './findings-of.ts'
import { layered } from './layered.ts'
import { captureStep, smallCatalogue, streamHead } from './small-catalogue.ts'

const metric = (name: string, measures = ''): Files => ({
  [`metrics/${name}.yaml`]: `name: ${name}\nowner: team/service-desk\nunit: h\ndirection: WITHIN\n${measures}`,
})
/** The stream, with what is written in its step, which begins in line 10, from line 20 on. */
const stream = (inStep: string, inStream = ''): Files => ({
  'value-streams/resolve.yaml': `${streamHead}steps:\n${captureStep}${inStep}${inStream}`,
})
const measured = ({ relations }: { readonly relations: readonly ItemRelation[] }): string[] =>
  relations
    .filter(({ type }) => type === 'MEASURES')
    .map(({ from, to, sources }) =>
      [from, to, ...sources.map(({ layer, file, line }) => `${layer}:${file}:${String(line)}`)].join(' '),
    )

describe('a relation that either end may say', () => {
  const files = {
    ...smallCatalogue,
    ...metric('speed'),
    ...metric('calls'),
    ...stream('    metrics:\n      - speed\n      - to: metric/calls\n', 'metrics: [speed]\n'),
  }

  it('is stored as if its holder had said it, with the place where it is written', async () => {
    expect(measured(await catalogueOf(files))).toStrictEqual([
      'metric/calls step/resolve/capture own:value-streams/resolve.yaml:22',
      'metric/speed step/resolve/capture own:value-streams/resolve.yaml:21',
      'metric/speed value-stream/resolve own:value-streams/resolve.yaml:23',
      'metric/time-to-resolve value-stream/resolve own:metrics/time-to-resolve.yaml:6',
    ])
  })

  it('may be said in any item’s file, the holder’s own included', async () => {
    const own = metric('speed', 'measures: [metric/speed]\nmetrics: [speed]\n')
    expect(
      measured(await catalogueOf({ ...own, 'teams/service-desk.yaml': 'name: Desk\nmetrics: [speed]\n' })),
    ).toEqual([
      'metric/speed metric/speed own:metrics/speed.yaml:5 own:metrics/speed.yaml:6',
      'metric/speed team/service-desk own:teams/service-desk.yaml:2',
    ])
  })

  it('is one relation with both places where both ends say it', async () => {
    expect(measured(await catalogueOf({ ...smallCatalogue, ...stream('', 'metrics: [time-to-resolve]\n') }))).toEqual([
      'metric/time-to-resolve value-stream/resolve own:metrics/time-to-resolve.yaml:6 own:value-streams/resolve.yaml:20',
    ])
  })

  it('is there where its holder needs one', async () => {
    expect(await findingsOf(files)).toStrictEqual([])
    expect(await findingsOf({ ...smallCatalogue, ...metric('speed') })).toStrictEqual([
      'metrics/speed.yaml:1:1  error  required-field  Metric needs at least one of "measures". → What it measures: its scope. It may also be said at the other end, in "metrics".',
    ])
  })
})

describe('what is wrong at the other end', () => {
  const found = (lines: string) => findingsOf({ ...smallCatalogue, ...stream(lines) })

  it('is reported there', async () => {
    expect(await found('    metrics: [time-to-resolv, team/service-desk]\n')).toStrictEqual([
      'value-streams/resolve.yaml:20:15  error  unknown-reference  There is no Metric "time-to-resolv". → Did you mean "metric/time-to-resolve"?',
      'value-streams/resolve.yaml:20:31  error  unknown-reference  "metrics" leads to Metric, but team/service-desk is of kind Team.',
    ])
    expect(await found('    metrics: time-to-resolve\n')).toStrictEqual([
      'value-streams/resolve.yaml:20:14  error  wrong-type  "metrics" takes a list, not "time-to-resolve". → Write each entry on a line of its own, behind a hyphen.',
    ])
    expect(await found('    metrics: [{to: time-to-resolve, note: N}]\n')).toStrictEqual([
      'value-streams/resolve.yaml:20:37  error  unknown-field  A relation in "metrics" has no field "note". → It has none.',
    ])
    expect(await found('    metric: [time-to-resolve]\n')).toStrictEqual([
      'value-streams/resolve.yaml:20:5  error  unknown-field  Step has no field "metric". → Did you mean "metrics"?',
    ])
  })

  it('is what one list says twice', async () => {
    expect(await found('    metrics: [time-to-resolve, metric/time-to-resolve]\n')).toStrictEqual([
      'value-streams/resolve.yaml:20:32  error  duplicate-relation  "metrics" names metric/time-to-resolve twice, also in line 20. → Two items are related once: say all of it in one entry.',
    ])
  })
})

describe('a relation of an organisation’s own that either end may say', () => {
  const model = `extend type Team {
  """Rooms that it uses."""
  rooms: [Room!]
    @relation(type: "USES_ROOM", inverse: "teams", verbs: ["uses", "is used by"], edge: "Need", impact: NEEDS, criticality: ESSENTIAL, eitherEnd: true)
}
"""A room."""
type Room @kind(folder: "rooms") {
  """How many seats it has."""
  seats: Int
}
`
  const files = (rooms: string, teams: string): Files => ({
    'model/rooms.graphql': model,
    'teams/a.yaml': `name: A\nrooms: [${rooms}]\n`,
    'rooms/r.yaml': `name: R\nteams: [${teams}]\n`,
  })

  it('carries the same, wherever it is said', async () => {
    const carried = { criticality: 'SUPPORTING', note: 'On Mondays' }
    const entry = (to: string) => `{to: ${to}, criticality: SUPPORTING, note: On Mondays}`
    for (const [rooms, teams] of [
      [entry('r'), ''],
      ['', entry('a')],
      [entry('r'), entry('team/a')],
    ] as const) {
      expect((await catalogueOf(files(rooms, teams))).relations).toMatchObject([
        { type: 'USES_ROOM', from: 'team/a', to: 'room/r', values: carried },
      ])
    }
    expect((await catalogueOf(files('r', '{to: a, criticality: ESSENTIAL}'))).relations).toHaveLength(1)
  })

  it('must not carry one thing here and another there', async () => {
    expect(await findingsOf(files('r', '{to: a, criticality: SUPPORTING}'))).toStrictEqual([
      'rooms/r.yaml:2:14  error  duplicate-relation  "teams" names team/a, and its "rooms" says otherwise in teams/a.yaml, line 2. → Two items are related once: say all of it at one end.',
    ])
  })
})

describe('layers that say a relation at its target', () => {
  const below = {
    ...smallCatalogue,
    ...metric('speed', 'measures: [team/service-desk]\n'),
    ...metric('calls', 'measures: [team/service-desk]\n'),
    ...stream('', 'metrics: [speed, time-to-resolve]\n'),
  }
  const ofStream = async (own: Files) =>
    measured(await catalogueIn(layered(below, own))).filter((each) => each.includes('value-stream/'))
  const fromMetric = 'below:metrics/time-to-resolve.yaml:6'

  it('replace what lower ones say there, and nothing that the holder says', async () => {
    expect(await ofStream({ 'value-streams/resolve.yaml': 'metrics: [calls, speed]\n' })).toStrictEqual([
      'metric/calls value-stream/resolve own:value-streams/resolve.yaml:1',
      'metric/speed value-stream/resolve own:value-streams/resolve.yaml:1 below:value-streams/resolve.yaml:20',
      `metric/time-to-resolve value-stream/resolve ${fromMetric}`,
    ])
  })

  it('take it back with a field without a value', async () => {
    expect(await ofStream({ 'value-streams/resolve.yaml': 'metrics:\n' })).toStrictEqual([
      `metric/time-to-resolve value-stream/resolve ${fromMetric}`,
    ])
  })

  it('leave it when the holder takes back its own', async () => {
    expect(await ofStream({ 'metrics/time-to-resolve.yaml': 'measures:\n' })).toStrictEqual([
      'metric/speed value-stream/resolve below:value-streams/resolve.yaml:20',
      'metric/time-to-resolve value-stream/resolve below:value-streams/resolve.yaml:20',
    ])
  })

  it('let it fall away with a holder that is left out', async () => {
    const config = 'name: own\nextends: [../below]\nwithout: [metric/speed, metric/time-to-resolve]\n'
    const answered = 'answersInWords: [{question: METRICS, answer: None.}]\n'
    const folder = layered(below, { 'value-streams/resolve.yaml': answered }, config)
    expect(await findingsIn(folder)).toStrictEqual([])
    expect(measured(await catalogueIn(folder))).toStrictEqual([
      'metric/calls team/service-desk below:metrics/calls.yaml:5',
    ])
  })

  it('keep a holder whose own targets are all left out', async () => {
    const config = 'name: own\nextends: [../below]\nwithout: [value-stream/resolve]\n'
    expect(
      await findingsIn(layered(below, { 'teams/service-desk.yaml': 'metrics: [time-to-resolve]\n' }, config)),
    ).toEqual([])
    expect(await findingsIn(layered(below, {}, config))).toStrictEqual([
      'metrics/time-to-resolve.yaml:6:12  error  required  "measures" of metric/time-to-resolve leads only to what this catalogue leaves out. → Leave out metric/time-to-resolve too, or write its "measures" in this catalogue.',
    ])
  })
})

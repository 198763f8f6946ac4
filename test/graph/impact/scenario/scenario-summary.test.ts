import { describe, expect, it } from 'vitest'
import type { State } from '../../../../graph/impact/states.ts'
import type { Checked } from '../../../../graph/impact/scenario/check-expectations.ts'
import type { PointChanges } from '../../../../graph/impact/scenario/compare-points.ts'
import { scenarioSummary } from '../../../../graph/impact/scenario/scenario-summary.ts'

type Change = readonly [before: State, after: State]
const point = { id: 'application/mail', kind: 'Application', name: 'Mail' }
/** A target whose single points change so. */
const target = (kind: string, worse: readonly Change[], better: readonly Change[] = []): PointChanges => ({
  of: { id: 'a/b', kind, name: 'B' },
  worse: worse.map(([before, after]) => ({ item: point, before, after })),
  better: better.map(([before, after]) => ({ item: point, before, after })),
})
const checked = (holds: boolean): Checked => ({
  expected: 'It is so.',
  holds,
  instead: undefined,
  place: { layer: 'scenario', path: 'a.yaml', file: 'a.yaml', line: 1, column: 1 },
})
const summary = (changes: readonly PointChanges[], ...held: readonly boolean[]): string =>
  scenarioSummary('Move', changes, held.map(checked))

describe('the summary of a scenario', () => {
  const gone: Change = ['DOWN', 'OK']
  const eased: Change = ['DOWN', 'DEGRADED']
  const fresh: Change = ['OK', 'DOWN']
  const harder: Change = ['DEGRADED', 'DOWN']
  const stream = (worse: readonly Change[], better: readonly Change[] = []): PointChanges =>
    target('ValueStream', worse, better)

  it.each<[string, readonly PointChanges[]]>([
    ['no single point of failure comes, goes or changes', []],
    ['1 value stream loses single points of failure', [stream([], [eased, gone])]],
    ['2 value streams lose single points of failure', [stream([], [gone]), stream([], [gone])]],
    ['1 service is hit less hard by theirs', [target('Service', [], [eased])]],
    ['2 services are hit less hard by theirs', [target('Service', [], [eased]), target('Service', [], [eased])]],
    ['1 value stream gets new single points of failure', [stream([harder, fresh])]],
    [
      '2 value streams and 1 service get new single points of failure',
      [stream([fresh]), stream([fresh]), target('Service', [fresh])],
    ],
    ['1 service is hit harder by theirs', [target('Service', [harder])]],
    ['2 services are hit harder by theirs', [target('Service', [harder]), target('Service', [harder])]],
    [
      '1 service loses single points of failure; 1 value stream is hit harder by theirs',
      [target('Service', [], [gone]), stream([harder])],
    ],
  ])('says: %s', (text, changes) => {
    expect(summary(changes)).toBe(`Move: ${text}.`)
  })

  it.each([
    [[true, true], '; what is expected holds'],
    [[false, false], '; what is expected doesn’t hold'],
    [[true, false], '; 1 of 2 expectations doesn’t hold'],
    [[true, false, false], '; 2 of 3 expectations don’t hold'],
  ])('says of expectations that hold so: %j', (held, text) => {
    expect(summary([], ...held)).toBe(`Move: no single point of failure comes, goes or changes${text}.`)
  })
})

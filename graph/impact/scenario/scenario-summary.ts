import type { StateChange } from '../compare-impact.ts'
import type { Checked } from './check-expectations.ts'
import type { PointChanges } from './compare-points.ts'

/**
 * What a scenario comes to in one sentence: "Move from Acme to Borealis: 3 value streams and 1 service lose single points
 * of failure; 1 value stream gets new single points of failure; 1 of 4 expectations doesn’t hold."
 */
export function scenarioSummary(
  name: string,
  changes: readonly PointChanges[],
  expectations: readonly Checked[],
): string {
  const [lose, eased] = split(
    changes,
    ({ better }) => better,
    ({ after }) => after === 'OK',
  )
  const [get, harder] = split(
    changes,
    ({ worse }) => worse,
    ({ before }) => before === 'OK',
  )
  const parts = [
    ...said(lose, 'loses', 'lose', 'single points of failure'),
    ...said(eased, 'is', 'are', 'hit less hard by theirs'),
    ...said(get, 'gets', 'get', 'new single points of failure'),
    ...said(harder, 'is', 'are', 'hit harder by theirs'),
  ]
  const points = parts.length === 0 ? 'no single point of failure comes, goes or changes' : parts.join('; ')
  return `${name}: ${points}${heldText(expectations)}.`
}

/** What became of the expectations; nothing where there are none. */
function heldText(expectations: readonly Checked[]): string {
  const { length } = expectations
  const failed = expectations.filter(({ holds }) => !holds).length
  if (length === 0) return ''
  if (failed === 0) return '; what is expected holds'
  if (failed === length) return '; what is expected doesn’t hold'
  return `; ${failed} of ${length} expectations ${failed === 1 ? 'doesn’t' : 'don’t'} hold`
}

/** "3 value streams and 1 service". */
function counted(changes: readonly PointChanges[]): string {
  const count = (kind: string, one: string): string[] => {
    const number = changes.filter(({ of }) => of.kind === kind).length
    return number === 0 ? [] : [`${number} ${one}${number === 1 ? '' : 's'}`]
  }
  return [...count('ValueStream', 'value stream'), ...count('Service', 'service')].join(' and ')
}

/** Those with such a change, and those that have changes but none such. */
function split(
  all: readonly PointChanges[],
  of: (each: PointChanges) => readonly StateChange[],
  isSuch: (change: StateChange) => boolean,
): readonly [PointChanges[], PointChanges[]] {
  const some = all.filter((each) => of(each).length > 0)
  return [some.filter((each) => of(each).some(isSuch)), some.filter((each) => !of(each).some(isSuch))]
}

const said = (changes: readonly PointChanges[], one: string, many: string, rest: string): string[] =>
  changes.length === 0 ? [] : [`${counted(changes)} ${changes.length === 1 ? one : many} ${rest}`]

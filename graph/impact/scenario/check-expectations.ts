import type { Place } from '../../catalogue/finding.ts'
import { compareItems } from '../compare-items.ts'
import { entry } from '../index-snapshot.ts'
import type { IndexedSnapshot } from '../index-snapshot.ts'
import { failureSentence } from '../sentence.ts'
import type { Verbs } from '../sentence.ts'
import { singlePoints } from '../single-points.ts'
import type { SnapshotItem } from '../snapshot.ts'
import { levels } from '../states.ts'
import type { State } from '../states.ts'
import type { Expectation } from './scenario.ts'
import type { Side } from './side.ts'
import { listed } from '../listed.ts'

/** An expectation, and whether it holds. */
export interface Checked {
  /** What is expected, as a sentence. */
  readonly expected: string
  readonly holds: boolean
  /** What is so, where it doesn't hold. */
  readonly instead: string | undefined
  readonly place: Place
}

/** Compares what is expected with what is so after the changes. */
export function checkExpectations(expectations: readonly Expectation[], after: Side, verbs: Verbs): Checked[] {
  return expectations.flatMap((each) => (each.about === 'item' ? stateOf(each, after, verbs) : pointsOf(each, after)))
}

type About<Of extends Expectation['about']> = Extract<Expectation, { about: Of }>

function stateOf({ item, is, atWorst }: About<'item'>, { impact, index }: Side, verbs: Verbs): Checked[] {
  const name = nameOf(index, item.id)
  const state = impact.affected.get(item.id)?.state ?? 'OK'
  const check = (wanted: State | undefined, atMost: string, holds: (wanted: State) => boolean): Checked[] =>
    wanted === undefined
      ? []
      : [
          {
            expected: `${name} is ${atMost}${inWords(wanted)}.`,
            ...result(holds(wanted), failureSentence(index, impact, item.id, verbs) ?? `${name} is OK.`),
            place: item.place,
          },
        ]
  return [
    ...check(is, '', (wanted) => state === wanted),
    ...check(atWorst, 'at worst ', (wanted) => levels[state] <= levels[wanted]),
  ]
}

function pointsOf({ item, kinds, atMost, noneOf }: About<'singlePointsOf'>, { index }: Side): Checked[] {
  const name = nameOf(index, item.id)
  const all = singlePoints(index, [item.id]).map((point) => point.item)
  const points = all.filter(({ kind }) => kinds?.includes(kind) ?? true)
  const among = kinds === undefined ? '' : ` of kind ${kinds.join(', ')}`
  const most = {
    expected: `${name} has at most ${atMost ?? 0} single point${atMost === 1 ? '' : 's'} of failure${among}.`,
    ...result(points.length <= (atMost ?? 0), `It has ${points.length}: ${listOf(points)}.`),
    place: item.place,
  }
  const none = noneOf.map(({ id, place }) => ({
    expected: `${nameOf(index, id)} is no single point of failure of ${name}.`,
    ...result(!all.some((point) => point.id === id), 'It is one.'),
    place,
  }))
  return [...(atMost === undefined ? [] : [most]), ...none]
}

const result = (holds: boolean, instead: string): Pick<Checked, 'holds' | 'instead'> => ({
  holds,
  instead: holds ? undefined : instead,
})

/** An item's name; the id of one that the changes took out. */
function nameOf({ items, numbers }: IndexedSnapshot, id: string): string {
  const number = numbers.get(id)
  return number === undefined ? id : entry(items, number).name
}

const inWords = (state: State): string => (state === 'OK' ? state : state.toLowerCase().replace('_', ' '))

/** The first of some items by name, and how many there are besides. */
function listOf(items: readonly SnapshotItem[]): string {
  const most = 8
  const names = items.toSorted(compareItems).map(({ name }) => name)
  const more = names.length - most
  return listed([...names.slice(0, most), ...(more > 0 ? [`${more} more`] : [])])
}

import type { StateChange } from '../../impact/compare-impact.ts'
import { comparePoints } from '../../impact/scenario/compare-points.ts'
import { pointsOfEach } from '../../impact/scenario/points-of-each.ts'
import { comparedKinds } from '../../impact/scenario/side.ts'
import { levels } from '../../impact/states.ts'
import type { State } from '../../impact/states.ts'
import { changedUpstream } from '../changed-upstream.ts'
import { inBoth, itemOf } from '../view.ts'
import type { NamedItem, SideView } from '../view.ts'
import { placesTaken } from './places-taken.ts'
import type { PlaceTaken } from './places-taken.ts'
import { workOf } from './practices.ts'
import { byName, counted, namesOf } from './topic.ts'
import type { Found, Topic } from './topic.ts'

/**
 * Items whose failure alone takes value streams and services down, or degrades them, and didn't before: or no longer does.
 * `others` are those streams and services; where one takes another's place, the other comes first. A stream's own steps, and practices that it loses or gains, are told elsewhere.
 */
export const topic: Topic = {
  name: 'single-points',
  title: 'Single points of failure',
  verdict: {
    WORSE: counted('single point of failure is new or worse', 'single points of failure are new or worse'),
    BETTER: counted('single point of failure is gone or eased', 'single points of failure are gone or eased'),
    NEUTRAL: counted('single point of failure takes another’s place', 'single points of failure take others’ places'),
  },
  find(before, after) {
    const points = [...Map.groupBy(pointChanges(before, after), ({ point }) => point.id).values()]
    const gone = points.filter((changes) => changes.every((each) => each.after === 'OK'))
    const come = points.filter((changes) => changes.every((each) => each.before === 'OK'))
    const { pairs, rest } = placesTaken(gone, come, placeOf)
    const whole = new Set([...gone, ...come])
    return [...rest, ...points.filter((changes) => !whole.has(changes))]
      .flatMap((changes) => [said(changes, 'WORSE'), said(changes, 'BETTER')].flat())
      .concat(pairs.flatMap(taken))
      .sort((a, b) => b.others.length - a.others.length || byName(a.item, b.item))
  },
}

/** One point of one stream or service. */
interface PointChange {
  readonly point: NamedItem
  readonly of: NamedItem
  readonly before: State
  readonly after: State
}

function pointChanges(before: SideView, after: SideView): PointChange[] {
  const reached = changedUpstream(before, after)
  const targets = comparedKinds
    .flatMap((kind) => inBoth(before, after, kind))
    .filter(({ id }) => reached.has(id))
    .map(({ id }) => id)
  const sides = [before.index, after.index].map((index) => ({ index, points: pointsOfEach(index, targets) }))
  const [was, is] = sides
  if (was === undefined || is === undefined) return []
  return comparePoints(was, is).flatMap(({ of, worse, better }) =>
    [...worse, ...better]
      .filter(({ item }) => !isToldElsewhere(of.id, item.id, before, after))
      .map(({ item, ...states }: StateChange): PointChange => ({
        ...{ point: itemOf(before, after, item.id), of: itemOf(before, after, of.id), ...states },
      })),
  )
}

function isToldElsewhere(target: string, point: string, before: SideView, after: SideView): boolean {
  const views = [before, after]
  if (views.some((view) => view.from(target, 'HAS_STEP').some(({ to }) => to === point))) return true
  const [worked, works] = views.map((view) => workOf(view.stream(target)).has(point))
  return worked !== works
}

function said(changes: readonly PointChange[], effect: 'WORSE' | 'BETTER'): Found[] {
  const worse = effect === 'WORSE'
  const some = changes.filter((each) => levels[each.after] > levels[each.before] === worse)
  const [first] = some
  if (first === undefined) return []
  // Told by the worse of the two states: that to which it gets, or that in which it was.
  const by = (state: State): NamedItem[] =>
    some
      .filter((each) => (worse ? each.after : each.before) === state)
      .map(({ of }) => of)
      .sort(byName)
  const [down, degraded] = [by('DOWN'), by('DEGRADED')]
  const how = worse ? 'now' : 'no longer'
  const parts = [
    ...(down.length === 0 ? [] : [`takes ${namesOf(down)} down`]),
    ...(degraded.length === 0 ? [] : [`degrades ${namesOf(degraded)}`]),
  ]
  const sentence = `${first.point.name} alone ${how} ${parts.join(worse ? ' and ' : ', nor ')}.`
  return [{ effect, item: first.point, others: some.map(({ of }) => of).sort(byName), sentence }]
}

/** What kind of item does what to which streams and services. */
const placeOf = (changes: readonly PointChange[]): string =>
  JSON.stringify([
    changes[0]?.point.kind,
    ...changes.map(({ of, before, after }) => `${of.id} ${before === 'OK' ? after : before}`).sort(),
  ])

function taken({ gone, come }: PlaceTaken<readonly PointChange[]>): Found[] {
  const [old, now] = [gone[0]?.point, come[0]?.point]
  if (old === undefined || now === undefined) return []
  const targets = come.map(({ of }) => of).sort(byName)
  const sentence = `${now.name} takes the place of ${old.name}: alone it hits ${namesOf(targets)} just as hard.`
  return [{ effect: 'NEUTRAL', item: now, others: [old, ...targets], sentence }]
}

import type { Stream, StreamStep } from '../../stream/stream.ts'
import { inBoth, itemOf } from '../view.ts'
import type { NamedItem, SideView } from '../view.ts'
import { beyond, byName, counted, namesOf } from './topic.ts'
import type { Effect, Found, Topic } from './topic.ts'

/** Value streams that lose or gain a practice, wholly or in some of their steps. The first of `others` is the practice, then come steps. */
export const topic: Topic = {
  name: 'practices',
  title: 'Practices that value streams lose and gain',
  verdict: {
    WORSE: counted('practice is lost in a value stream', 'practices are lost in value streams'),
    BETTER: counted('practice is gained in a value stream', 'practices are gained in value streams'),
  },
  find: (before, after) =>
    inBoth(before, after, 'ValueStream')
      .sort(byName)
      .flatMap((stream) => [
        ...changesOf(stream, before, after, 'WORSE'),
        ...changesOf(stream, before, after, 'BETTER'),
      ]),
}

/** The practices that work a stream's steps, each with the ids of those steps. */
export const workOf = ({ steps }: Stream): ReadonlyMap<string, readonly string[]> => {
  const pairs = steps.flatMap((step: StreamStep) => step.practices.map(({ id }) => ({ id, step: step.id })))
  return new Map([...Map.groupBy(pairs, ({ id }) => id)].map(([id, some]) => [id, some.map(({ step }) => step)]))
}

/** What a stream loses (WORSE), or gains: what it had the other way round. */
function changesOf(stream: NamedItem, before: SideView, after: SideView, effect: Exclude<Effect, 'NEUTRAL'>): Found[] {
  const lost = effect === 'WORSE'
  const [more, less] = lost ? [before, after] : [after, before]
  const [had, has] = [workOf(more.stream(stream.id)), workOf(less.stream(stream.id))]
  return [...had]
    .flatMap(([id, steps]): Found[] => {
      const kept = has.get(id) ?? []
      const changed = beyond(steps, new Set(kept)).map((step) => itemOf(before, after, step))
      if (changed.length === 0) return []
      const practice = itemOf(before, after, id)
      const where = namesOf(changed)
      const whole = lost
        ? `${stream.name} loses the practice ${practice.name}: it worked ${where}, and works no step any more.`
        : `${stream.name} gains the practice ${practice.name}: it works ${where}.`
      const part = `${practice.name} ${lost ? 'no longer works' : 'now works'} ${where} in ${stream.name}${lost ? ', though it works other steps of it' : ' too'}.`
      return [{ effect, item: stream, others: [practice, ...changed], sentence: kept.length === 0 ? whole : part }]
    })
    .sort((a, b) => (a.sentence < b.sentence ? -1 : 1))
}

import { inBoth, itemOf } from '../view.ts'
import type { NamedItem, SideView } from '../view.ts'
import { byName, counted, namesOf } from './topic.ts'
import type { Effect, Found, Topic } from './topic.ts'

/** Practices that feed no value stream any more, or feed one at last. `others` are the streams. */
export const topic: Topic = {
  name: 'idle-practices',
  title: 'Practices that feed nothing any more, or at last something',
  verdict: {
    WORSE: counted('practice feeds nothing any more', 'practices feed nothing any more'),
    BETTER: counted('practice feeds a value stream at last', 'practices feed value streams at last'),
  },
  find(before, after) {
    const [were, are] = [feeds(before), feeds(after)]
    return inBoth(before, after, 'Practice')
      .sort(byName)
      .flatMap((item): Found[] => {
        const [fed, feedsNow] = [were.get(item.id) ?? [], are.get(item.id) ?? []]
        if ((fed.length === 0) === (feedsNow.length === 0)) return []
        const effect: Effect = feedsNow.length === 0 ? 'WORSE' : 'BETTER'
        const others = [...fed, ...feedsNow].map((id): NamedItem => itemOf(before, after, id)).sort(byName)
        const sentence =
          effect === 'WORSE'
            ? `${item.name} feeds no value stream any more; it fed ${namesOf(others)}.`
            : `${item.name} fed no value stream, and now feeds ${namesOf(others)}.`
        return [{ effect, item, others, sentence }]
      })
  },
}

/** The streams that each practice feeds, by its id. */
function feeds(view: SideView): ReadonlyMap<string, readonly string[]> {
  const pairs = view.itemsOf('ValueStream').flatMap(({ id }) => {
    const practices = new Set(view.stream(id).steps.flatMap((step) => step.practices.map((practice) => practice.id)))
    return [...practices].map((practice) => ({ practice, stream: id }))
  })
  return new Map(
    [...Map.groupBy(pairs, ({ practice }) => practice)].map(([id, some]) => [id, some.map(({ stream }) => stream)]),
  )
}

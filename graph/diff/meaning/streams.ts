import type { NamedItem, SideView } from '../view.ts'
import { byName, counted, namesOf } from './topic.ts'
import type { Found, Topic } from './topic.ts'

/** Value streams that only one side has. Nobody can say whether that is good. */
export const topic: Topic = {
  name: 'streams',
  title: 'Value streams that come and go',
  verdict: {
    NEUTRAL: counted('value stream comes or goes', 'value streams come or go'),
  },
  find: (before, after) => [...only(before, after, 'is gone'), ...only(after, before, 'is new')],
}

function only(has: SideView, hasNot: SideView, how: string): Found[] {
  return has
    .itemsOf('ValueStream')
    .filter(({ id }) => hasNot.item(id) === undefined)
    .sort(byName)
    .map((item) => {
      const { steps } = has.stream(item.id)
      const practices = new Set(steps.flatMap((step) => step.practices.map(({ id }) => id)))
      const others = [...practices].flatMap((id): NamedItem[] => {
        const practice = has.item(id)
        return practice === undefined ? [] : [practice]
      })
      const fed = others.length === 0 ? '' : `, worked by ${namesOf(others.sort(byName))}`
      const sentence = `${item.name} ${how}, with ${counted('step', 'steps')(steps.length)}${fed}.`
      return { effect: 'NEUTRAL', item, others, sentence }
    })
}

import { targetsOf } from '../catalogue/catalogue.ts'
import type { ReadStream } from '../catalogue/read-streams.ts'
import { messages } from '../messages/messages.ts'
import { activitiesOf } from './activity-order.ts'
import { stepsOf } from './flow.ts'
import { itemLink } from './item-link.ts'
import type { PageContext } from './page-context.ts'
import type { Section, Table } from './section.ts'
import { shareColumn, toneOfStream } from './shares.ts'

/** The value chain activities that a stream visits, the steps that visit each, and its share of the lead time. */
export function visitedActivities({ item, catalogue, prose }: PageContext, { measures }: ReadStream): Section[] {
  const shares = new Map(measures.leadTimeBy?.activities.map((each) => [each.item.id, each.share]))
  const visited = activitiesOf(catalogue).flatMap((activity) => {
    const steps = stepsOf(item).filter((step) => targetsOf(step, 'VISITS').some((each) => each.item === activity))
    return steps.length === 0 ? [] : [{ activity, steps, share: shares.get(activity.id) }]
  })
  if (visited.length === 0) return []
  const title = messages.stream.visits
  const share = shareColumn(visited, () => toneOfStream(item))
  const table: Table = {
    label: title,
    columns: [{ title: messages.words.activity }, { title: messages.words.steps, wide: true }, ...share.columns],
    rows: visited.map((each) => ({
      cells: [
        { strong: true, links: [itemLink(each.activity)] },
        { links: each.steps.map((step) => itemLink(step)) },
        ...share.cells(each),
      ],
    })),
  }
  return [{ id: prose.anchor(title), title, count: visited.length, blocks: [{ is: 'table', table }] }]
}

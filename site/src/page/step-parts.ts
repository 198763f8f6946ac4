import { targetsOf } from '../catalogue/catalogue.ts'
import type { Item } from '../catalogue/catalogue.ts'
import { measuredWays } from '../diagrams/loops.ts'
import { messages } from '../messages/messages.ts'
import { itemLink, holderOf } from './item-link.ts'
import { stepsOf, waysFrom } from './flow.ts'
import { endOf } from './page-context.ts'
import type { OwnParts, PageContext } from './page-context.ts'
import type { Fact, ItemLink } from './section.ts'
import { wayFact } from './stream-steps.ts'

/** A step's own parts: where it stands in its stream, and which activity it visits. */
export function stepParts(context: PageContext): OwnParts {
  const { item, catalogue } = context
  const stream = holderOf(item)
  const steps = stream === undefined ? [] : stepsOf(stream)
  const facts: Fact[] = [
    ...(stream === undefined
      ? []
      : [
          {
            label: messages.words.valueStream,
            cell: { links: [itemLink(stream, messages.steps.place(steps.indexOf(item) + 1, steps.length))] },
          },
        ]),
    ...linked(
      messages.words.activity,
      targetsOf(item, 'VISITS').map((each) => itemLink(each.item)),
    ),
    ...linked(messages.steps.comesFrom, comesFrom(item, steps)),
    ...measuredWays(item, waysFrom(item), stream && catalogue.streams.get(stream.id)?.measures).map((way) => ({
      ...wayFact(way),
      label: way.rework ? messages.steps.leadsBackTo : messages.steps.leadsTo,
    })),
  ]
  return {
    shown: new Set([endOf('VISITS', 'holds'), endOf('HAS_STEP', 'isHeldBy'), ...flowShown(item)]),
    sections: [],
    facts: merged(facts),
  }
}

/** The flow stands in the facts; where it also says what is handed over, it gets its table. */
function flowShown(item: Item): string[] {
  const hands = targetsOf(item, 'NEXT').some(({ values }) => values['handsOver'] !== undefined)
  return hands ? [endOf('NEXT', 'isHeldBy')] : [endOf('NEXT', 'holds'), endOf('NEXT', 'isHeldBy')]
}

const comesFrom = (item: Item, steps: readonly Item[]): ItemLink[] =>
  steps.filter((step) => waysFrom(step).some(({ to }) => to === item)).map((step) => itemLink(step))

const linked = (label: string, links: readonly ItemLink[]): Fact[] =>
  links.length === 0 ? [] : [{ label, cell: { links } }]

/** Facts with the same label become one. */
function merged(facts: readonly Fact[]): Fact[] {
  const labels = [...new Set(facts.map(({ label }) => label))]
  return labels.map((label) => ({
    label,
    cell: { links: facts.filter((fact) => fact.label === label).flatMap(({ cell }) => cell.links ?? []) },
  }))
}

import type { Connection, Item } from '../catalogue/catalogue.ts'
import { mostNames, neighbourhoodPicture } from '../diagrams/neighbourhood/neighbourhood-picture.ts'
import type { NeighbourGroup } from '../diagrams/neighbourhood/neighbourhood-picture.ts'
import { linkTo } from '../links.ts'
import { messages } from '../messages/messages.ts'
import { sentenceCase } from '../words/labels.ts'
import { areaOf } from './areas.ts'
import { byStrength } from './relation-table.ts'
import type { Block } from './section.ts'

/** Kinds whose pages have pictures of their own that tell more. */
const drawnOtherwise = new Set(['ValueStream'])
/** Fewer neighbours than these are said sooner than drawn. */
const fewest = 4

/**
 * An item among all that it is related to, drawn: what leads to it left, what it leads to right. The tables beside it say all
 * of it in words.
 * @param anchors where on the page a relation's table stands, by its title.
 */
export function neighbourhood(item: Item, anchors: ReadonlyMap<string, string>): Block[] {
  if (drawnOtherwise.has(item.kind.name) || item.holds.length + item.isHeldBy.length < fewest) return []
  const left = groupsOf(item.isHeldBy, 1, anchors)
  const right = groupsOf(item.holds, 0, anchors)
  const picture = neighbourhoodPicture(item.name, left, right)
  return [{ is: 'neighbourhood', picture, label: messages.neighbourhood.label(item.name) }]
}

/** One group for each relation, the largest first; in each the items first that are needed most, then those related to most. */
function groupsOf(
  connections: readonly Connection[],
  verb: 0 | 1,
  anchors: ReadonlyMap<string, string>,
): NeighbourGroup[] {
  const groups = Map.groupBy(connections, ({ relation }) => relation)
  return [...groups].map(([relation, some]): NeighbourGroup => {
    const said = relation.verbs[verb]
    const anchor = anchors.get(sentenceCase(said))
    return {
      verb: said,
      total: some.length,
      neighbours: mostTelling(some).map(({ item }) => ({
        name: item.name,
        href: linkTo(item),
        area: areaOf(item.kind),
      })),
      ...(anchor === undefined ? {} : { href: `#${anchor}` }),
    }
  })
}

/** The few to show of what may be hundreds. */
const mostTelling = (connections: readonly Connection[]): Connection[] =>
  connections.toSorted((a, b) => byStrength(a, b) || related(b.item) - related(a.item)).slice(0, mostNames)

const related = ({ holds, isHeldBy }: Item): number => holds.length + isHeldBy.length

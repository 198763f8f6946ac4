import { holdersOf, targetsOf } from '../catalogue/catalogue.ts'
import type { Connection, Item } from '../catalogue/catalogue.ts'
import { messages } from '../messages/messages.ts'
import { enumLabel } from '../words/labels.ts'
import { activitiesOf } from './activity-order.ts'
import { fedStreams } from './contributions.ts'
import { itemLink, itemLinkWithKind, streamsOf } from './item-link.ts'
import { endOf } from './page-context.ts'
import type { OwnParts, PageContext } from './page-context.ts'
import { pathSections } from './path-section.ts'
import { relationTable, summaryCell } from './relation-table.ts'
import type { Block, Part, Section } from './section.ts'

const words = messages.practices

/** A practice's own parts: the streams it feeds, what it is made of in the four dimensions, and where it works. */
export function practiceParts(context: PageContext): OwnParts {
  return {
    shown: new Set([endOf('USES', 'holds'), endOf('WORKED_BY', 'isHeldBy'), endOf('PROCEDURE_OF', 'isHeldBy')]),
    sections: [
      ...fedStreams(context),
      ...pathSections(context, {}, ['feeds']),
      ...dimensions(context),
      ...activities(context),
    ],
  }
}

type DimensionName = keyof typeof words.gaps

/** The four dimensions in the model's order, each with its resources or with what is missing. */
function dimensions(context: PageContext): Section[] {
  const { item, catalogue, prose } = context
  const named = Object.keys(words.gaps) as DimensionName[]
  const known = (catalogue.model.enums.get('Dimension')?.values ?? []).flatMap(
    ({ name }) => named.find((each) => each === name) ?? [],
  )
  const used = targetsOf(item, 'USES')
  const procedures = holdersOf(item, 'PROCEDURE_OF').map((each) => each.item)
  const title = words.madeOf
  const id = prose.anchor(title)
  const isEmpty = used.length === 0 && procedures.length === 0
  const blocks: Block[] = isEmpty
    ? [{ is: 'statement', open: true, text: words.nothing }]
    : known.map((dimension) => dimensionPart(dimension, context, used, procedures))
  const all = new Set([...used.map((each) => each.item), ...procedures])
  return [{ id, title, ...(isEmpty ? {} : { count: all.size }), intro: words.madeOfIntro, blocks }]
}

function dimensionPart(
  dimension: DimensionName,
  context: PageContext,
  used: readonly Connection[],
  procedures: readonly Item[],
): Part {
  const { item, prose } = context
  const some = used.filter((each) => each.item.kind.dimension === dimension)
  const [first] = some
  const isFlow = dimension === 'VALUE_STREAMS_AND_PROCESSES'
  const title = enumLabel(dimension)
  const table: Block[] =
    first === undefined ? [] : [{ is: 'table', table: relationTable(title, first.relation, some, context) }]
  const unused = procedures.filter((each) => some.every(({ item: known }) => known !== each))
  const people: Block[] = dimension === 'ORGANIZATIONS_AND_PEOPLE' ? accountable(item) : []
  const own: Block[] = isFlow && unused.length > 0 ? [proceduresTable(unused)] : []
  const isGap = some.length === 0 && (!isFlow || procedures.length === 0)
  const gap: Block[] = isGap ? [{ is: 'statement', open: true, text: words.gaps[dimension] }] : []
  return { is: 'part', id: prose.anchor(title), title, blocks: [...people, ...gap, ...table, ...own] }
}

/** Whoever is accountable is the first of a practice's people, though nobody writes that it uses them. */
function accountable(item: Item): Block[] {
  const [owned] = targetsOf(item, 'OWNED_BY')
  return owned === undefined ? [] : [{ is: 'lines', lines: [[`${words.accountable}: `, itemLinkWithKind(owned.item)]] }]
}

const proceduresTable = (procedures: readonly Item[]): Block => ({
  is: 'table',
  table: {
    label: words.procedures,
    steady: true,
    columns: [{ title: words.procedure }, { title: words.summary, wide: true, quiet: true }],
    rows: procedures.map((each) => ({ cells: [{ strong: true, links: [itemLink(each)] }, summaryCell(each)] })),
  },
})

/** The value chain activities in which it works, each with its steps there. */
function activities({ item, catalogue, prose }: PageContext): Section[] {
  const steps = holdersOf(item, 'WORKED_BY').map((each) => each.item)
  const byActivity = Map.groupBy(steps, (step) => targetsOf(step, 'VISITS')[0]?.item)
  const visited = activitiesOf(catalogue).filter((activity) => byActivity.has(activity))
  if (visited.length === 0) return []
  const title = words.activities
  const table = {
    label: title,
    columns: [{ title: words.activity }, { title: words.inStreams, wide: true }, { title: words.steps, numeric: true }],
    rows: visited.map((activity) => ({
      cells: [
        { strong: true, links: [itemLink(activity)] },
        { inline: true, links: streamsOf(byActivity.get(activity) ?? []) },
        { text: String(byActivity.get(activity)?.length) },
      ],
    })),
  }
  return [{ id: prose.anchor(title), title, count: visited.length, blocks: [{ is: 'table', table }] }]
}

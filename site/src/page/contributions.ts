import { compareItems } from '../catalogue/catalogue.ts'
import type { Contribution, ReadStream } from '../catalogue/read-streams.ts'
import { linkTo } from '../links.ts'
import { messages } from '../messages/messages.ts'
import { enumLabel } from '../words/labels.ts'
import { itemLink, itemNamed, linksTo } from './item-link.ts'
import type { PageContext } from './page-context.ts'
import type { Block, Cell, Section } from './section.ts'
import { shareColumn, toneOfStream } from './shares.ts'
import { toneOf } from './value-cell.ts'

/** The practices that feed a stream: the steps that each works, alone or with whom, and its share of the lead time. */
export function feedingPractices(context: PageContext, { contributions }: ReadStream): Section[] {
  if (contributions.length === 0) return []
  const { catalogue, prose, item } = context
  const title = messages.contributions.feeding
  const share = shareColumn(contributions, () => toneOfStream(item))
  const said = `${messages.contributions.ofCase} ${messages.contributions.colours}`
  const table: Block = {
    is: 'table',
    table: {
      label: title,
      columns: [
        { title: messages.words.practice },
        { title: messages.contributions.worked, wide: true },
        ...share.columns,
      ],
      rows: contributions.map((each) => ({
        cells: [
          { strong: true, links: [itemLink(itemNamed(catalogue, each.practice))] },
          stepsCell(context, each),
          ...share.cells(each),
        ],
      })),
    },
  }
  const intro = share.columns.length === 0 ? {} : { intro: said }
  return [{ id: prose.anchor(title), title, count: contributions.length, ...intro, blocks: [table] }]
}

/** The streams that a practice feeds: whether they happen or should, its steps in each, and its share of the lead time. */
export function fedStreams(context: PageContext): Section[] {
  const { catalogue, prose, item } = context
  const fed = catalogue.contributionsOf.get(item.id) ?? []
  if (fed.length === 0) return []
  const title = messages.contributions.fed
  const streamOf = (each: Contribution): ReturnType<typeof itemNamed> => itemNamed(catalogue, each.stream)
  const share = shareColumn(fed, (each) => toneOfStream(streamOf(each)))
  const said = `${messages.contributions.ofStreams} ${messages.contributions.colours}`
  const table: Block = {
    is: 'table',
    table: {
      label: title,
      columns: [
        { title: messages.words.valueStream },
        { title: messages.contributions.perspective },
        { title: messages.contributions.worked, wide: true },
        ...share.columns,
      ],
      rows: fed
        .toSorted((a, b) => compareItems(streamOf(a), streamOf(b)))
        .map((each) => ({
          cells: [
            { strong: true, links: [{ href: linkTo(streamOf(each)), name: streamOf(each).name }] },
            { badges: [{ text: enumLabel(each.perspective), tone: toneOf(each.perspective) }] },
            stepsCell(context, each),
            ...share.cells(each),
          ],
        })),
    },
  }
  const all: Block = {
    is: 'lines',
    lines: [[{ href: linkTo({ page: 'practices-and-streams/' }), name: messages.contributions.all }]],
  }
  const intro = share.columns.length === 0 ? {} : { intro: said }
  return [{ id: prose.anchor(title), title, count: fed.length, ...intro, blocks: [table, all] }]
}

function stepsCell({ catalogue }: PageContext, { steps }: Contribution): Cell {
  return {
    links: steps.map(({ step, with: others }) => {
      const names = linksTo(catalogue, others).map(({ name }) => name)
      return itemLink(
        itemNamed(catalogue, step),
        names.length === 0 ? messages.contributions.alone : messages.contributions.with(names),
      )
    }),
  }
}

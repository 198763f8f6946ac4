import { buildInput } from '../catalogue/build-input.ts'
import { followPath, targetsOf } from '../catalogue/catalogue.ts'
import type { Catalogue, Item } from '../catalogue/catalogue.ts'
import type { Revisions } from '../catalogue/read-revisions.ts'
import { linkTo } from '../links.ts'
import { messages } from '../messages/messages.ts'
import { enumLabel } from '../words/labels.ts'
import { longDay } from '../words/values.ts'
import { changeCounts, changesTable } from './change-rows.ts'
import { endingsOf, endingsTable } from './ends-soon.ts'
import { itemLink } from './item-link.ts'
import { readersOf } from './questions.ts'
import type { Block, Cell, Page, Section, Table } from './section.ts'
import { threeIdeas } from './three-ideas.ts'
import { toneOf } from './value-cell.ts'

const words = messages.startPage

/** How many value streams, endings and changes the start page shows; the rest is a link away. */
const mostStreams = 12
const mostEndings = 5
const mostChanges = 5

/** The start page: who wants to know what, the three ideas told apart, then the organisation's own streams and news. */
export function startPage(catalogue: Catalogue): Page {
  const { title, today } = buildInput()
  const readers = readersOf(catalogue, today)
  return {
    title,
    description: words.description(title),
    lead: words.lead,
    sections: [
      { id: 'questions', title: words.questions, blocks: [{ is: 'readers', readers }] },
      threeIdeas(catalogue),
      ...streams(catalogue),
      ...news(catalogue.revisions, catalogue),
      ...endsSoon(catalogue, today),
    ],
  }
}

function streams(catalogue: Catalogue): Section[] {
  // What should happen first, then what happens: the two are easily taken for one another.
  const isPlan = ({ values }: Item): number => Number(values['perspective'] === 'TO_BE')
  const all = (catalogue.byKind.get('ValueStream') ?? []).toSorted((a, b) => isPlan(b) - isPlan(a))
  const [first] = all
  if (first === undefined) return []
  const fed = catalogue.model.paths.find(
    ({ declaredBy, field }) => declaredBy === 'ValueStream' && field === 'practices',
  )
  const table: Table = {
    label: words.streams,
    columns: [
      { title: words.stream, wide: true },
      { title: words.perspective },
      { title: words.valueFor },
      { title: words.steps, numeric: true },
      { title: words.practices, numeric: true },
    ],
    rows: all.slice(0, mostStreams).map((stream) => ({
      cells: [
        {
          strong: true,
          links: [{ href: linkTo(stream), name: stream.name }],
          ...(stream.summary === undefined ? {} : { sub: stream.summary }),
        },
        perspective(stream),
        { inline: true, links: targetsOf(stream, 'VALUE_FOR').map(({ item }) => itemLink(item)) },
        { text: String(targetsOf(stream, 'HAS_STEP').length) },
        { text: fed === undefined ? '' : String(followPath(stream, fed, 'there').length) },
      ],
    })),
  }
  const more: Block[] =
    all.length > mostStreams ? [linkLine(linkTo({ allOf: first.kind }), words.allStreams(all.length))] : []
  return [{ id: 'value-streams', title: words.streams, count: all.length, blocks: [{ is: 'table', table }, ...more] }]
}

const perspective = ({ values }: Item): Cell => {
  const word = String(values['perspective'])
  return { badges: [{ text: enumLabel(word), tone: toneOf(word) }] }
}

/** The latest revision. Of the first load there is nothing to tell: everything is new. */
function news({ nodes: [latest] }: Revisions, catalogue: Catalogue): Section[] {
  if (latest === undefined) return []
  const table: Block[] =
    latest.number === 1 || latest.changes.length === 0
      ? []
      : [{ is: 'table', table: changesTable(latest.changes.slice(0, mostChanges), catalogue) }]
  return [
    {
      id: 'news',
      title: words.news,
      intro: words.newsIntro(longDay(latest.at), changeCounts(latest)),
      blocks: [...table, linkLine(linkTo({ page: 'recent-changes/' }), words.allChanges)],
    },
  ]
}

function endsSoon(catalogue: Catalogue, today: string): Section[] {
  const endings = endingsOf(catalogue, today)
  if (endings.length === 0) return []
  const { ends, endsIntro } = messages.glance
  const more = endings.length > mostEndings
  return [
    {
      id: 'ends-soon',
      title: ends,
      count: endings.length,
      intro: endsIntro,
      blocks: [
        { is: 'table', table: endingsTable(endings, today, mostEndings) },
        ...(more
          ? [
              linkLine(
                `${linkTo({ page: 'at-a-glance/' })}#ends-soon`,
                messages.endsSoon.more(endings.length - mostEndings),
              ),
            ]
          : []),
      ],
    },
  ]
}

const linkLine = (href: string, name: string): Block => ({ is: 'lines', lines: [[{ href, name }]] })

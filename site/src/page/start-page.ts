import { buildInput } from '../catalogue/build-input.ts'
import { followPath, targetsOf } from '../catalogue/catalogue.ts'
import type { Catalogue, Item } from '../catalogue/catalogue.ts'
import { linkTo } from '../links.ts'
import { enumLabel, kindsLabel } from '../words/labels.ts'
import { areas, kindsIn } from './areas.ts'
import { endingsOf, endingsTable } from './ends-soon.ts'
import { itemLink } from './item-link.ts'
import { answerable } from './questions.ts'
import { threeIdeas } from './three-ideas.ts'
import type { Block, Cell, Page, Section, Table } from './section.ts'
import { toneOf } from './value-cell.ts'

/** How many endings the start page shows. */
const mostEndings = 8

/** The start page: three ideas told apart, then the organisation's own catalogue. */
export function startPage(catalogue: Catalogue): Page {
  const { title } = buildInput()
  return {
    title,
    description: `The service management catalogue of ${title}: its value streams, the practices that feed them, and what those rest on.`,
    lead: 'Which practices feed which value streams, what they are made of, who is accountable, and what else hangs together with it.',
    sections: [
      threeIdeas(catalogue),
      ...streams(catalogue),
      {
        id: 'questions',
        title: 'What do you want to know?',
        blocks: [{ is: 'questions', questions: answerable(catalogue) }],
      },
      { id: 'catalogue', title: 'Everything in this catalogue', blocks: [tiles(catalogue)] },
      ...endsSoon(catalogue),
    ],
  }
}

function streams(catalogue: Catalogue): Section[] {
  // What should happen first, then what happens: the two are easily taken for one another.
  const isPlan = ({ values }: Item): number => Number(values['perspective'] === 'TO_BE')
  const all = (catalogue.byKind.get('ValueStream') ?? []).toSorted((a, b) => isPlan(b) - isPlan(a))
  if (all.length === 0) return []
  const fed = catalogue.model.paths.find(
    ({ declaredBy, field }) => declaredBy === 'ValueStream' && field === 'practices',
  )
  const table: Table = {
    label: 'Value streams',
    columns: [
      { title: 'Value stream', wide: true },
      { title: 'Perspective' },
      { title: 'Creates value for' },
      { title: 'Steps', numeric: true },
      { title: 'Practices', numeric: true },
    ],
    rows: all.map((stream) => ({
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
  return [{ id: 'value-streams', title: 'Our value streams', count: all.length, blocks: [{ is: 'table', table }] }]
}

const perspective = ({ values }: Item): Cell => {
  const word = String(values['perspective'])
  return { badges: [{ text: enumLabel(word), tone: toneOf(word) }] }
}

function tiles(catalogue: Catalogue): Block {
  const groups = areas.flatMap((area) => {
    const kinds = kindsIn(area.id, catalogue).map((kind) => ({
      href: linkTo({ allOf: kind }),
      name: kindsLabel(kind),
      count: catalogue.byKind.get(kind.name)?.length ?? 0,
    }))
    return kinds.length === 0 ? [] : [{ area, kinds }]
  })
  return { is: 'tiles', groups }
}

function endsSoon(catalogue: Catalogue): Section[] {
  const { today } = buildInput()
  const endings = endingsOf(catalogue, today)
  if (endings.length === 0) return []
  const more = endings.length - mostEndings
  return [
    {
      id: 'ends-soon',
      title: 'What ends soon',
      count: endings.length,
      intro:
        'Within half a year: contracts and the last day to give notice, decisions, policies, reviews and improvements.',
      blocks: [
        { is: 'table', table: endingsTable(endings, today, mostEndings) },
        ...(more > 0
          ? [
              {
                is: 'more' as const,
                summary: `${String(more)} more`,
                blocks: [{ is: 'table' as const, table: endingsTable(endings.slice(mostEndings), today, more) }],
              },
            ]
          : []),
      ],
    },
  ]
}

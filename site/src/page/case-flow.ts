import type { Measures } from '../catalogue/read-streams.ts'
import { counted } from '../words/labels.ts'
import { partText, plainNumber } from '../words/values.ts'
import { itemLink, itemNamed, linksTo } from './item-link.ts'
import type { PageContext } from './page-context.ts'
import type { Block, Table } from './section.ts'
import type { Line } from './stream-block.ts'

/** How cases flow: what goes back, what ends early, and where the work changes hands. */
export function caseFlow(context: PageContext, measures: Measures): Block[] {
  return [
    ...part(context, 'What goes back', wayLines(context, measures)),
    ...part(context, 'Hand-offs', handOffLines(measures), handOffs(context, measures)),
  ]
}

function part({ prose }: PageContext, title: string, lines: readonly Line[], more: readonly Block[] = []): Block[] {
  if (lines.length === 0) return []
  return [{ is: 'part', id: prose.anchor(title), title, blocks: [{ is: 'lines', lines }, ...more] }]
}

function wayLines({ catalogue }: PageContext, { loops, endsEarly }: Measures): Line[] {
  const link = (named: { readonly id: string }): Line[number] => itemLink(itemNamed(catalogue, named))
  return [
    ...loops.map(({ from, to, share, repetitions }): Line => [
      `${partText(share)} go back from `,
      link(from),
      ' to ',
      link(to),
      `: ${plainNumber(repetitions)} repetitions per case.`,
    ]),
    ...endsEarly.map(({ step, share }): Line => [
      'It ends early for ',
      `${partText(share)} of the cases at `,
      link(step),
      '.',
    ]),
  ]
}

function handOffLines({ handOffsBetweenPractices, handOffsBetweenPerformers }: Measures): Line[] {
  const sides = [
    { between: 'practices', side: handOffsBetweenPractices },
    { between: 'people', side: handOffsBetweenPerformers },
  ]
  return sides.flatMap(({ between, side }): Line[] =>
    side === null || side.ways.length === 0
      ? []
      : [
          [
            `Between ${between}: ${String(side.onCriticalPath)} along the critical path, once through; ` +
              `${plainNumber(side.perCase)} per case, with repetitions.`,
          ],
        ],
  )
}

function handOffs({ catalogue }: PageContext, measures: Measures): Block[] {
  const ways = new Map<string, { from: string; to: string; between: string[] }>()
  const note = (between: string, side: Measures['handOffsBetweenPractices']): void => {
    for (const { from, to } of side?.ways ?? []) {
      const key = `${from.id} ${to.id}`
      const way = ways.get(key) ?? { from: from.id, to: to.id, between: [] }
      ways.set(key, { ...way, between: [...way.between, between] })
    }
  }
  note('Practices', measures.handOffsBetweenPractices)
  note('People', measures.handOffsBetweenPerformers)
  if (ways.size === 0) return []
  const table: Table = {
    label: 'Ways on which the work changes hands',
    columns: [{ title: 'From', wide: true }, { title: 'To' }, { title: 'Changes' }],
    rows: [...ways.values()].map(({ from, to, between }) => ({
      cells: [
        { strong: true, links: linksTo(catalogue, [{ id: from }]) },
        { links: linksTo(catalogue, [{ id: to }]) },
        { badges: between.map((text) => ({ text, tone: 'plain' as const })) },
      ],
    })),
  }
  return [
    {
      is: 'more',
      summary: `Show ${counted(ways.size, 'way')} on which the work changes hands`,
      blocks: [{ is: 'table', table }],
    },
  ]
}

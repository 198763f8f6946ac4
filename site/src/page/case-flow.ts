import type { Measures } from '../catalogue/read-streams.ts'
import { messages } from '../messages/messages.ts'
import { partText, plainNumber } from '../words/values.ts'
import { itemLink, itemNamed, linksTo } from './item-link.ts'
import { lineOf } from './line-of.ts'
import type { PageContext } from './page-context.ts'
import type { Block, Table } from './section.ts'
import type { Line } from './stream-block.ts'

/** How cases flow: what goes back, what ends early, and where the work changes hands. */
export function caseFlow(context: PageContext, measures: Measures): Block[] {
  return [
    ...part(context, messages.measures.goesBack, wayLines(context, measures)),
    ...part(context, messages.measures.handOffs, handOffLines(measures), handOffs(context, measures)),
  ]
}

function part({ prose }: PageContext, title: string, lines: readonly Line[], more: readonly Block[] = []): Block[] {
  if (lines.length === 0) return []
  return [{ is: 'part', id: prose.anchor(title), title, blocks: [{ is: 'lines', lines }, ...more] }]
}

function wayLines({ catalogue }: PageContext, { loops, endsEarly }: Measures): Line[] {
  const link = (named: { readonly id: string }): Line[number] => itemLink(itemNamed(catalogue, named))
  return [
    ...loops.map(({ from, to, share, repetitions }) =>
      lineOf(messages.measures.goBack(partText(share), plainNumber(repetitions)), link(from), link(to)),
    ),
    ...endsEarly.map(({ step, share }) => lineOf(messages.measures.endsEarly(partText(share)), link(step))),
  ]
}

function handOffLines({ handOffsBetweenPractices, handOffsBetweenPerformers }: Measures): Line[] {
  const sides = [
    { say: messages.measures.betweenPractices, side: handOffsBetweenPractices },
    { say: messages.measures.betweenPeople, side: handOffsBetweenPerformers },
  ]
  return sides.flatMap(({ say, side }): Line[] =>
    side === null || side.ways.length === 0 ? [] : [[say(plainNumber(side.onCriticalPath), plainNumber(side.perCase))]],
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
  note(messages.words.practices, measures.handOffsBetweenPractices)
  note(messages.words.people, measures.handOffsBetweenPerformers)
  if (ways.size === 0) return []
  const table: Table = {
    label: messages.measures.handOffWays,
    columns: [
      { title: messages.measures.from, wide: true },
      { title: messages.measures.to },
      { title: messages.measures.changes },
    ],
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
      summary: messages.measures.showHandOffWays(ways.size),
      blocks: [{ is: 'table', table }],
    },
  ]
}

import type { Catalogue, Item } from '../catalogue/catalogue.ts'
import { linkTo } from '../links.ts'
import { messages } from '../messages/messages.ts'
import { fieldLabel, kindsLabel } from '../words/labels.ts'
import { plainNumber } from '../words/values.ts'
import type { Block, Row, Section } from './section.ts'

const words = messages.completeness

/** How complete the items of each kind are, the least complete first; kinds that lack nothing only count in the whole. */
export function completenessSection({ completeness, model }: Pick<Catalogue, 'completeness' | 'model'>): Section[] {
  const { kinds, score, totalCount, ofItem } = completeness
  if (kinds.length === 0) return []
  const leastFirst = [...kinds].sort((a, b) => a.score - b.score)
  const rows = leastFirst.flatMap(({ kind: name, items, score, distribution }): Row[] => {
    const kind = model.kinds.get(name)
    const unfinished = items - (distribution.at(-1) ?? 0)
    return kind === undefined || unfinished === 0
      ? []
      : [rowOf({ links: [{ href: linkTo({ allOf: kind }), name: kindsLabel(kind) }] }, items, score, unfinished)]
  })
  const table: Block = {
    is: 'table',
    table: {
      label: words.title,
      columns: [
        { title: words.kind, wide: true },
        { title: words.items, numeric: true },
        { title: words.score, bars: true },
        { title: words.unfinished, numeric: true },
      ],
      rows: [...rows, rowOf({ text: words.all }, totalCount, score, ofItem.size)],
    },
  }
  return [{ id: 'completeness', title: words.title, intro: words.intro, blocks: [table] }]
}

function rowOf(first: Row['cells'][number], items: number, score: number, unfinished: number): Row {
  // All but one of a thousand isn't all.
  const said = unfinished > 0 ? Math.min(99, Math.round(score)) : Math.round(score)
  return {
    cells: [
      { strong: true, ...first },
      { text: plainNumber(items) },
      { text: words.percent(said), share: { part: score / 100, tone: 'to-be' } },
      { text: plainNumber(unfinished) },
    ],
  }
}

/** What an item lacks, in a line; nothing of one that lacks nothing, or that only a built-in layer knows. */
export function completenessLine(item: Item, { completeness }: Pick<Catalogue, 'completeness'>): Block[] {
  const found = completeness.ofItem.get(item.id)
  if (found === undefined) return []
  const text = words.ofItem(found.score, found.missing.map(fieldLabel).join(', '))
  return [{ is: 'lines', tone: 'quiet', lines: [[text]] }]
}

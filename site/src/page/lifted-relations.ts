import type { Connection } from '../catalogue/catalogue.ts'
import { sentenceCase } from '../words/labels.ts'
import { endOf } from './page-context.ts'
import type { OwnParts, PageContext } from './page-context.ts'
import { pathSections } from './path-section.ts'
import { relationTable } from './relation-table.ts'
import { allRows } from './all-rows.ts'
import type { Section } from './section.ts'

/** One end of a relation: its type, and whether the page's item holds it. */
type End = readonly [type: string, end: 'holds' | 'isHeldBy']

/** What readers of a kind's pages come for, before they read anything else: relations by kind, the most asked for first. */
const asked: Readonly<Record<string, readonly End[]>> = {
  Service: [
    ['PART_OF_SERVICE', 'isHeldBy'],
    ['BASED_ON_PRODUCT', 'holds'],
    ['NEEDS', 'holds'],
    ['CONSUMED_BY', 'holds'],
  ],
  Product: [
    ['BASED_ON_PRODUCT', 'isHeldBy'],
    ['COMPOSED_OF', 'holds'],
    ['NEEDS', 'holds'],
  ],
  Stakeholder: [
    ['CONSUMED_BY', 'isHeldBy'],
    ['VALUE_FOR', 'isHeldBy'],
    ['BROUGHT_BY', 'isHeldBy'],
  ],
}

/** Parts of pages of services, products and stakeholders: who or what serves them, and what they rest on, ahead of the rest. */
export function liftedRelations(context: PageContext): OwnParts {
  const ends = asked[context.item.kind.name] ?? []
  return {
    shown: new Set(ends.map(([type, end]) => endOf(type, end))),
    sections: [...ends.flatMap((end) => relationSection(end, context)), ...pathSections(context)],
  }
}

function relationSection([type, end]: End, context: PageContext): Section[] {
  const some = context.item[end].filter(({ relation }: Connection) => relation.type === type)
  const [first] = some
  if (first === undefined) return []
  const title = sentenceCase(first.relation.verbs[end === 'holds' ? 0 : 1])
  const table = relationTable(title, first.relation, some, context)
  return [{ id: context.prose.anchor(title), title, count: some.length, blocks: allRows(table) }]
}

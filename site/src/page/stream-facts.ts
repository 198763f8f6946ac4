import { holdersOf, targetsOf } from '../catalogue/catalogue.ts'
import { itemLink } from './item-link.ts'
import type { PageContext } from './page-context.ts'
import type { Fact } from './section.ts'
import { valueCell } from './value-cell.ts'

/** A stream's own facts: what it is to replace, what is to replace it, and how it was observed. */
export function streamFacts(context: PageContext): Fact[] {
  const { item } = context
  const sides = [
    { label: 'Is to replace', links: targetsOf(item, 'REPLACES') },
    { label: 'Is to be replaced by', links: holdersOf(item, 'REPLACES') },
  ]
  const replacements = sides.filter(({ links }) => links.length > 0)
  return [
    ...replacements.map(({ label, links }) => ({ label, cell: { links: links.map((each) => itemLink(each.item)) } })),
    ...observation(context),
  ]
}

/** What the parts of an observation are called here: "On" and "By" alone say too little. */
const labels: Readonly<Record<string, string>> = { On: 'When', By: 'Who looked', Cases: 'Cases', Method: 'How' }

function observation({ item, catalogue, prose }: PageContext): Fact[] {
  const attribute = item.kind.attributes.find(({ name }) => name === 'mapped')
  const mapped = item.values['mapped']
  if (attribute === undefined || mapped === undefined) return []
  const { details = [] } = valueCell(attribute, mapped, prose, catalogue.model)
  const said = details.map(({ label, cell }) => ({ label: labels[label] ?? label, cell }))
  return [{ label: 'How it was observed', cell: { details: said }, width: 'full' }]
}

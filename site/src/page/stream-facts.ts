import { holdersOf, targetsOf } from '../catalogue/catalogue.ts'
import { messages } from '../messages/messages.ts'
import { fieldLabel } from '../words/labels.ts'
import { itemLink } from './item-link.ts'
import type { PageContext } from './page-context.ts'
import type { Fact } from './section.ts'
import { valueCell } from './value-cell.ts'

/** A stream's own facts: what it is to replace, what is to replace it, and how it was observed. */
export function streamFacts(context: PageContext): Fact[] {
  const { item } = context
  const sides = [
    { label: messages.stream.replaces, links: targetsOf(item, 'REPLACES') },
    { label: messages.stream.replacedBy, links: holdersOf(item, 'REPLACES') },
  ]
  const replacements = sides.filter(({ links }) => links.length > 0)
  return [
    ...replacements.map(({ label, links }) => ({ label, cell: { links: links.map((each) => itemLink(each.item)) } })),
    ...observation(context),
  ]
}

/** What the parts of an observation are called here: "On" and "By" alone say too little. */
const labels: Readonly<Record<string, string>> = {
  [fieldLabel('on')]: messages.stream.observedOn,
  [fieldLabel('by')]: messages.stream.observedBy,
  [fieldLabel('method')]: messages.stream.observedHow,
}

function observation({ item, catalogue, prose }: PageContext): Fact[] {
  const attribute = item.kind.attributes.find(({ name }) => name === 'mapped')
  const mapped = item.values['mapped']
  if (attribute === undefined || mapped === undefined) return []
  const { details = [] } = valueCell(attribute, mapped, prose, catalogue.model)
  const said = details.map(({ label, cell }) => ({ label: labels[label] ?? label, cell }))
  return [{ label: messages.stream.observed, cell: { details: said }, width: 'full' }]
}

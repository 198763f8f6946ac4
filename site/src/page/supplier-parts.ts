import type { Concentration } from '../catalogue/read-dependence.ts'
import type { SupplierCapacity } from '../generated/graphql.ts'
import { messages } from '../messages/messages.ts'
import { saidByApi } from '../words/site-language.ts'
import { partText } from '../words/values.ts'
import { rowsOrExplorer } from './all-rows.ts'
import { explorerLink } from './impact/explorer-link.ts'
import { stateCell } from './impact/impact-cells.ts'
import { itemLinkWithKind, itemNamed, linksTo } from './item-link.ts'
import { endOf } from './page-context.ts'
import type { OwnParts, PageContext } from './page-context.ts'
import { pathSections } from './path-section.ts'
import type { Block, Cell, Part, Section } from './section.ts'
import { supplierContracts } from './supplier-contracts.ts'

type Capacity = Concentration['capacities'][number]
type Hanging = Pick<Capacity['services'][number], 'alone' | 'alternatives' | 'state'>

const words = messages.suppliers

const titles: Readonly<Record<SupplierCapacity, string>> = words

/** A supplier's own parts: its contracts, and the streams and services that hang on it, each capacity by itself. */
export const supplierParts = (context: PageContext): OwnParts => ({
  isSheet: true,
  shown: new Set([endOf('AGREED_WITH', 'isHeldBy')]),
  sections: [...supplierContracts(context), ...hangingSection(context), ...pathSections(context)],
})

function hangingSection(context: PageContext): Section[] {
  const found = context.catalogue.concentrations.get(context.item.id)
  if (found === undefined) return []
  const title = words.hangs
  const id = context.prose.anchor(title)
  const bearing = found.capacities.filter(({ streams, services }) => streams.length + services.length > 0)
  const blocks: Block[] = [
    { is: 'statement', ...saidByApi(found.summary) },
    ...bearing.map((capacity) => capacityPart(context, capacity)),
  ]
  return [{ id, title, blocks }]
}

function capacityPart(context: PageContext, capacity: Capacity): Part {
  const { catalogue, prose } = context
  const title = titles[capacity.as]
  const through: Cell = { inline: true, links: linksTo(catalogue, capacity.through) }
  const rows = [
    ...capacity.streams.map((each) => row(context, each.stream, each, each.share)),
    ...capacity.services.map((each) => row(context, each.service, each)),
  ]
  const columns = [
    { title: words.what },
    { title: words.state },
    { title: words.ofLeadTime, numeric: true },
    { title: words.alternative, wide: true },
  ]
  const table = { label: words.hangsAs(title), steady: true, columns, rows }
  return {
    is: 'part',
    id: prose.anchor(title),
    title,
    toward: 'dependents',
    blocks: [
      { is: 'facts', facts: [{ label: words.through, cell: through, width: 'full' }] },
      ...rowsOrExplorer(table, explorerLink(context.item.id)),
    ],
  }
}

function row(
  context: PageContext,
  named: { readonly id: string },
  hanging: Hanging,
  share?: number | null,
): { cells: Cell[] } {
  const item = itemNamed(context.catalogue, named)
  const isStream = item.kind.name === 'ValueStream'
  return {
    cells: [
      { strong: true, links: [itemLinkWithKind(item)] },
      stateCell(hanging.state),
      isStream ? { text: share == null ? words.notRecorded : partText(share) } : {},
      alternativesCell(context, hanging),
    ],
  }
}

/** Whether it hangs on the supplier alone, and otherwise what is left without it. */
function alternativesCell({ catalogue }: PageContext, { alone, alternatives }: Hanging): Cell {
  if (alone) return { text: words.alone }
  if (alternatives.length === 0) return { text: words.little }
  const details = alternatives.map(({ of, left }) => ({
    label: `${itemNamed(catalogue, of).name}:`,
    cell: { inline: true, links: linksTo(catalogue, left) },
  }))
  return { text: words.withAlternative, details }
}

import type { Trace } from '../catalogue/read-dependence.ts'
import { messages } from '../messages/messages.ts'
import { inSiteLanguage, saidByApi } from '../words/site-language.ts'
import { allRows } from './all-rows.ts'
import { itemLink, itemLinkWithHolder, itemLinkWithKind, itemNamed, linksTo } from './item-link.ts'
import type { OwnParts, PageContext } from './page-context.ts'
import { pathSections } from './path-section.ts'
import type { Block, Cell, Row, Section } from './section.ts'

/** The own parts of what governs: from it down to suppliers, and what is missing on the way. */
export const governanceParts = (context: PageContext): OwnParts => ({
  shown: new Set(),
  sections: [...traceSection(context), ...pathSections(context)],
})

function traceSection(context: PageContext): Section[] {
  const { catalogue, item, prose } = context
  const trace = catalogue.traces.get(item.id)
  if (trace === undefined) return []
  const title = messages.governance.title
  const id = prose.anchor(title)
  const blocks: Block[] = [
    { is: 'statement', ...saidByApi(trace.summary) },
    ...gaps(context, trace),
    ...rows(context, trace),
  ]
  return [{ id, title, blocks }]
}

/** What is missing: each message leads to what it is about. */
function gaps({ catalogue }: PageContext, trace: Trace): Block[] {
  if (trace.gaps.length === 0) return []
  const lines = trace.gaps.map(({ about, message }) => {
    const item = catalogue.items.get(about.id)
    const text = inSiteLanguage(message)
    return [item === undefined ? text : { href: itemLink(item).href, name: text }]
  })
  return [{ is: 'lines', tone: 'warn', lines }]
}

function rows(context: PageContext, trace: Trace): Block[] {
  const { governed, label, resource } = messages.governance
  const { practice, step, supplier } = messages.words
  const columns = [governed, practice, step, resource, supplier].map((title) => ({ title }))
  const all = trace.rows.map((row) => rowOf(context, row))
  return allRows({ label, columns, rows: all }, trace.total)
}

function rowOf({ catalogue, item: page }: PageContext, row: Trace['rows'][number]): Row {
  const detail = (label: string, named: { readonly id: string }): Cell => ({
    details: [{ label, cell: { inline: true, links: linksTo(catalogue, [named]) } }],
  })
  const { governor, governed, practices, step, resource, contract, supplier } = row
  return {
    cells: [
      {
        strong: true,
        links: [itemLinkWithKind(itemNamed(catalogue, governed))],
        ...(governor.id === page.id ? {} : detail(messages.governance.by, governor)),
      },
      { links: linksTo(catalogue, practices) },
      step == null ? {} : { links: [itemLinkWithHolder(itemNamed(catalogue, step))] },
      resource == null ? {} : { links: [itemLinkWithKind(itemNamed(catalogue, resource))] },
      {
        ...(supplier == null ? {} : { links: linksTo(catalogue, [supplier]) }),
        ...(contract == null ? {} : detail(messages.governance.contract, contract)),
      },
    ],
  }
}

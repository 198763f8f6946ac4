import { buildInput } from '../catalogue/build-input.ts'
import type { Catalogue, Item } from '../catalogue/catalogue.ts'
import { linkTo } from '../links.ts'
import { kindLabel, kindsLabel } from '../words/labels.ts'
import { activityParts } from './activity-parts.ts'
import { areaOf } from './areas.ts'
import { badgesOf, factsOf } from './facts.ts'
import { findingsSection } from './findings.ts'
import { governanceParts } from './governance-parts.ts'
import { impactSection } from './impact/impact-section.ts'
import { holderOf, itemLink } from './item-link.ts'
import { conceptParts, contractParts, metricParts } from './own-facts.ts'
import type { OwnParts, PageContext } from './page-context.ts'
import { pathSections } from './path-section.ts'
import { practiceParts } from './practice-parts.ts'
import { PageProse } from './prose.ts'
import { relationGroups } from './relation-table.ts'
import type { ItemLink, Page, Section } from './section.ts'
import { sourceSection } from './sources.ts'
import { stepParts } from './step-parts.ts'
import { streamBanner, streamParts } from './stream-parts.ts'
import { supplierParts } from './supplier-parts.ts'

/** What some kinds' pages have beyond every item's. Kinds that aren't here, added ones among them, need nothing. */
const ownParts: Readonly<Record<string, (context: PageContext) => OwnParts>> = {
  Activity: activityParts,
  Concept: conceptParts,
  Contract: contractParts,
  Decision: governanceParts,
  GuidingPrinciple: governanceParts,
  Metric: metricParts,
  Policy: governanceParts,
  Practice: practiceParts,
  Step: stepParts,
  Supplier: supplierParts,
  ValueStream: streamParts,
}

const noParts = (context: PageContext): OwnParts => ({ sections: pathSections(context), shown: new Set() })

/** An item's page. */
export function itemPage(item: Item, catalogue: Catalogue): Page {
  const prose = new PageProse(catalogue)
  const context: PageContext = { item, catalogue, prose, today: buildInput().today }
  const own = (ownParts[item.kind.name] ?? noParts)(context)
  const shown = new Set([...own.shown, 'OWNED_BY holds'])
  const facts = factsOf(context, shown, own.facts)
  const banner = item.kind.name === 'ValueStream' ? streamBanner(item) : undefined
  const aliases = (item.values['aliases'] ?? []) as readonly string[]
  return {
    title: item.name,
    description: item.summary ?? `${kindLabel(item.kind)} in ${catalogue.about.title}.`,
    trail: trailOf(item),
    badges: badgesOf(context, shown),
    ...(item.summary === undefined ? {} : { lead: item.summary }),
    aliases,
    ...(banner === undefined ? {} : { banner }),
    folder: item.kind.folder,
    sections: [
      ...(own.first ?? []),
      ...(facts.length === 0 ? [] : [{ id: prose.anchor('Facts'), blocks: [{ is: 'facts' as const, facts }] }]),
      ...own.sections,
      ...description(context),
      ...impactSection(context),
      ...relations(context, shown),
      ...findingsSection(item, catalogue, prose),
      ...sourceSection(item, prose),
    ],
  }
}

function trailOf(item: Item): ItemLink[] {
  const holder = holderOf(item)
  return [
    { href: linkTo({ allOf: item.kind }), name: kindsLabel(item.kind), area: areaOf(item.kind) },
    ...(holder === undefined ? [] : [itemLink(holder)]),
  ]
}

function description({ item, prose }: PageContext): Section[] {
  const body = item.values['body']
  if (typeof body !== 'string') return []
  const title = 'Description'
  return [{ id: prose.anchor(title), title, blocks: [{ is: 'prose', ...prose.long(body) }] }]
}

function relations(context: PageContext, shown: ReadonlySet<string>): Section[] {
  const title = 'Relations'
  const id = context.prose.anchor(title)
  const blocks = relationGroups(context, shown)
  return blocks.length === 0 ? [] : [{ id, title, blocks }]
}

import { buildInput } from '../catalogue/build-input.ts'
import type { Catalogue, Item } from '../catalogue/catalogue.ts'
import { linkTo } from '../links.ts'
import { messages } from '../messages/messages.ts'
import { kindLabel, kindsLabel } from '../words/labels.ts'
import type { PageTerms, TermPart } from '../words/terms.ts'
import { activityParts } from './activity-parts.ts'
import { areaOf } from './areas.ts'
import { badgesOf, factsOf } from './facts.ts'
import { findingsSection } from './findings.ts'
import { termsFor } from './glossary.ts'
import { governanceParts } from './governance-parts.ts'
import { historySection } from './history.ts'
import { impactSection } from './impact/impact-section.ts'
import { holderOf, itemLink } from './item-link.ts'
import { conceptParts, contractParts, metricParts } from './own-facts.ts'
import type { OwnParts, PageContext } from './page-context.ts'
import { pathSections } from './path-section.ts'
import { liftedRelations } from './lifted-relations.ts'
import { neighbourhood } from './neighbourhood-section.ts'
import { practiceParts } from './practice-parts.ts'
import { PageProse } from './prose.ts'
import { relationGroups } from './relation-table.ts'
import type { ItemLink, Page, Section } from './section.ts'
import { sourceSection } from './sources.ts'
import { stepParts } from './step-parts.ts'
import type { Line } from './stream-block.ts'
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
  Product: liftedRelations,
  Service: liftedRelations,
  Stakeholder: liftedRelations,
  Step: stepParts,
  Supplier: supplierParts,
  ValueStream: streamParts,
}

const noParts = (context: PageContext): OwnParts => ({ sections: pathSections(context), shown: new Set() })

/** An item's page. */
export function itemPage(item: Item, catalogue: Catalogue): Page {
  const prose = new PageProse(catalogue)
  const context: PageContext = { item, catalogue, prose, today: buildInput().today }
  const terms = termsFor(item, catalogue)
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
    ...(item.summary === undefined ? {} : { lead: item.summary, leadParts: lineOf(terms.split(item.summary)) }),
    aliases,
    ...(banner === undefined ? {} : { banner }),
    folder: item.kind.folder,
    item,
    sections: [
      ...(own.first ?? []),
      ...(facts.length === 0
        ? []
        : [{ id: prose.anchor(messages.item.anchorOfFacts), blocks: [{ is: 'facts' as const, facts }] }]),
      ...own.sections,
      ...besides(own, [
        ...description(context, terms),
        ...impactSection(context),
        ...relations(context, shown),
        ...findingsSection(item, catalogue, prose),
        ...historySection(context),
        ...sourceSection(item, catalogue, prose),
      ]),
    ],
  }
}

/** What every item's page has; where a kind's own parts are what paper needs, it stays on the screen. */
const besides = (own: OwnParts, sections: readonly Section[]): readonly Section[] =>
  own.isSheet === true ? sections.map((section) => ({ ...section, onScreen: true })) : sections

function trailOf(item: Item): ItemLink[] {
  const holder = holderOf(item)
  return [
    { href: linkTo({ allOf: item.kind }), name: kindsLabel(item.kind), area: areaOf(item.kind) },
    ...(holder === undefined ? [] : [itemLink(holder)]),
  ]
}

/** The summary with its terms linked: they are read before the description's. */
const lineOf = (parts: readonly TermPart[]): Line =>
  parts.map((part) => (typeof part === 'string' ? part : { href: part.href, name: part.text }))

function description({ item, prose }: PageContext, terms: PageTerms): Section[] {
  const body = item.values['body']
  if (typeof body !== 'string') return []
  const title = messages.item.description
  return [{ id: prose.anchor(title), title, blocks: [{ is: 'prose', ...prose.long(body, terms) }] }]
}

function relations(context: PageContext, shown: ReadonlySet<string>): Section[] {
  const title = messages.item.relations
  const id = context.prose.anchor(title)
  const tables = relationGroups(context, shown)
  const anchors = new Map(tables.flatMap((each) => (each.is === 'group' ? [[each.title, each.id]] : [])))
  const blocks = [...tables, ...neighbourhood(context.item, anchors)]
  return blocks.length === 0 ? [] : [{ id, title, blocks }]
}

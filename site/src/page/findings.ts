import type { Catalogue, Item } from '../catalogue/catalogue.ts'
import type { Finding } from '../catalogue/read-findings.ts'
import { linkTo } from '../links.ts'
import { messages } from '../messages/messages.ts'
import { enumLabel, kindLabel } from '../words/labels.ts'
import { plainNumber } from '../words/values.ts'
import { completenessLine } from './completeness.ts'
import { findingTable, ownerAnchor, ruleLabel } from './finding-table.ts'
import { itemLinkWithKind } from './item-link.ts'
import type { PageProse } from './prose.ts'
import type { Block, ItemLink, Page, RowFilter, Section, Table } from './section.ts'

const words = messages.findings

/** More findings of one group than this stand behind a line that opens them. */
const mostOpen = 12
/** More than this nobody reads, of a group and on a page: `tributary check` lists them all. */
const mostShown = 300
const mostOnPage = 1500

/** What validation found about one item, and what it lacks. */
export function findingsSection(item: Item, catalogue: Catalogue, prose: PageProse): Section[] {
  const some = catalogue.findingsOf.get(item.id) ?? []
  const lacks = completenessLine(item, catalogue)
  const id = prose.anchor(words.title)
  if (some.length === 0) return lacks.length === 0 ? [] : [{ id, title: words.title, blocks: lacks, onScreen: true }]
  const table = findingTable(words.title, some, catalogue, ['rule'])
  return [{ id, title: words.title, count: some.length, blocks: [{ is: 'table', table }, ...lacks] }]
}

/** The page of all findings, by rule: those with warnings first. */
export function findingsPage(catalogue: Catalogue): Page {
  const byRule = [...Map.groupBy(catalogue.findings, ({ rule }) => rule)].sort(([a, some], [b, others]) => {
    const order = warningsIn(others) - warningsIn(some)
    return order === 0 ? (a < b ? -1 : 1) : order
  })
  const groups = byRule.map(([rule, findings]): Group => ({ id: rule, title: ruleLabel(rule), findings }))
  return findingsPageOf(catalogue, groups, {
    title: words.title,
    description: words.description,
    lead: words.lead,
    about: { href: linkTo({ page: 'findings/owners/' }), name: words.toOwners },
    column: words.rule,
    told: ['item', 'owner'],
  })
}

/** The page of all findings, by whoever owns the item and so can mend it. Each owner has an anchor, to be sent. */
export function findingsByOwnerPage(catalogue: Catalogue): Page {
  const ofOwner = Map.groupBy(catalogue.findings, (each) => ownerOf(each, catalogue))
  const owners = [...ofOwner.keys()].filter((owner) => owner !== undefined).sort((a, b) => (a.name < b.name ? -1 : 1))
  const groups = owners.map((owner): Group => {
    const contact = owner.values['contact']
    return {
      id: ownerAnchor(owner),
      title: owner.name,
      findings: ofOwner.get(owner) ?? [],
      owner: itemLinkWithKind(owner),
      ...(typeof contact === 'string' ? { contact } : {}),
    }
  })
  const nobodys = ofOwner.get(undefined) ?? []
  const nobody: Group = { id: ownerAnchor(undefined), title: words.nobody, findings: nobodys, intro: words.nobodyHint }
  return findingsPageOf(catalogue, nobodys.length === 0 ? groups : [...groups, nobody], {
    title: words.byOwnerTitle,
    description: words.byOwnerDescription,
    lead: words.byOwnerLead,
    about: { href: linkTo({ page: 'findings/' }), name: words.toRules },
    column: words.owner,
    told: ['item', 'rule'],
  })
}

/** Findings that stand together. */
interface Group {
  readonly id: string
  readonly title: string
  readonly findings: readonly Finding[]
  readonly intro?: string
  readonly owner?: ItemLink
  /** How to reach the owner. */
  readonly contact?: string
}

/** What differs between the two pages. */
interface Grouping {
  readonly title: string
  readonly description: (catalogue: string) => string
  readonly lead: string
  readonly about: ItemLink
  /** What the groups are: the first column of the summary. */
  readonly column: string
  readonly told: Parameters<typeof findingTable>[3]
}

function findingsPageOf(catalogue: Catalogue, groups: readonly Group[], said: Grouping): Page {
  const { findings, about } = catalogue
  const most = Math.max(mostOpen, Math.min(mostShown, Math.floor(mostOnPage / groups.length)))
  const isEmpty = findings.length === 0
  return {
    title: said.title,
    description: said.description(about.title),
    lead: isEmpty ? words.nothing : said.lead,
    about: [said.about],
    folder: 'findings',
    sections: isEmpty
      ? []
      : [
          {
            id: 'summary',
            title: words.summary,
            count: findings.length,
            blocks: [{ is: 'table', table: summary(groups, said.column) }],
          },
          { id: 'filter', blocks: [{ is: 'row-filter', filter: filterOf(catalogue) }] },
          ...groups.map((group) => groupSection(group, catalogue, { told: said.told, most })),
        ],
  }
}

function summary(groups: readonly Group[], column: string): Table {
  return {
    label: words.summary,
    columns: [
      { title: column, wide: true },
      { title: words.warnings, numeric: true },
      { title: words.remarks, numeric: true },
      { title: words.all, numeric: true },
    ],
    rows: groups.map(({ id, title, findings }) => {
      const warnings = warningsIn(findings)
      return {
        cells: [
          { strong: true, links: [{ href: `#${id}`, name: title }] },
          { text: plainNumber(warnings) },
          { text: plainNumber(findings.length - warnings) },
          { text: plainNumber(findings.length) },
        ],
      }
    }),
  }
}

function groupSection(
  group: Group,
  catalogue: Catalogue,
  { told, most }: { readonly told: Grouping['told']; readonly most: number },
): Section {
  const { id, title, findings, intro, owner, contact } = group
  const all: Block = { is: 'table', table: findingTable(title, findings.slice(0, most), catalogue, told) }
  const more = findings.length > most ? words.first(most) : words.every(findings.length)
  const cut: Block[] = findings.length > most ? [{ is: 'note', text: words.cut(findings.length - most) }] : []
  const line: Block[] =
    owner === undefined
      ? []
      : [{ is: 'lines', tone: 'quiet', lines: [contact === undefined ? [owner] : [owner, ` · ${contact}`]] }]
  const table: Block[] = findings.length > mostOpen ? [{ is: 'more', summary: more, blocks: [all, ...cut] }] : [all]
  return { id, title, count: findings.length, ...(intro === undefined ? {} : { intro }), blocks: [...line, ...table] }
}

function filterOf({ findings, items }: Catalogue): RowFilter {
  const severities = [...new Set(findings.map(({ severity }) => severity))]
  const kinds = new Set(findings.flatMap(({ item }) => items.get(item ?? '')?.kind ?? []))
  const owners = new Set(findings.flatMap((each) => ownerOf(each, { items }) ?? []))
  const byText = (a: { readonly text: string }, b: { readonly text: string }): number => (a.text < b.text ? -1 : 1)
  return {
    label: words.filter,
    status: words.shown('{count}', '{all}'),
    choices: [
      {
        mark: 'severity',
        label: words.severity,
        any: words.anySeverity,
        options: severities.map((word) => ({ value: word.toLowerCase(), text: enumLabel(word) })),
      },
      {
        mark: 'kind',
        label: words.kind,
        any: words.anyKind,
        options: [...kinds].map((kind) => ({ value: kind.idPrefix, text: kindLabel(kind) })).sort(byText),
      },
      {
        mark: 'owner',
        label: words.owner,
        any: words.anyOwner,
        options: [
          ...[...owners].map((owner) => ({ value: ownerAnchor(owner), text: owner.name })).sort(byText),
          { value: ownerAnchor(undefined), text: words.nobody },
        ],
      },
    ],
  }
}

/** Whoever can mend a finding, as validation says. */
const ownerOf = ({ owner }: Pick<Finding, 'owner'>, { items }: Pick<Catalogue, 'items'>): Item | undefined =>
  items.get(owner ?? '')

const warningsIn = (findings: readonly Finding[]): number =>
  findings.filter(({ severity }) => severity === 'WARNING').length

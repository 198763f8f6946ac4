import type { Catalogue, Item } from '../catalogue/catalogue.ts'
import type { Finding } from '../catalogue/read-findings.ts'
import { linkTo } from '../links.ts'
import { messages } from '../messages/messages.ts'
import { editLink } from '../outside-links.ts'
import { enumLabel, sentenceCase } from '../words/labels.ts'
import { inSiteLanguage, saidByApi } from '../words/site-language.ts'
import { itemLink, itemLinkWithKind } from './item-link.ts'
import type { Cell, Column, ItemLink, Table } from './section.ts'

const words = messages.findings

/** Columns that not every table has: its place on the page may say them already. */
export type Told = 'item' | 'rule' | 'owner'

/** Findings as a table: what, how bad, where, and what to do about it. Its rows can be chosen by severity, kind and owner. */
export function findingTable(
  label: string,
  findings: readonly Finding[],
  { items, about }: Pick<Catalogue, 'items' | 'about'>,
  told: readonly Told[],
): Table {
  const has = (column: Told): boolean => told.includes(column)
  const columns: Column[] = [
    ...(has('item') ? [{ title: words.item }] : []),
    { title: words.found, wide: true },
    { title: words.severity },
    ...(has('owner') ? [{ title: words.owner }] : []),
    ...(has('rule') ? [{ title: words.rule }] : []),
  ]
  return {
    label,
    steady: true,
    columns,
    rows: findings.map((each) => {
      const item = items.get(each.item ?? '')
      const owner = items.get(each.owner ?? '')
      return {
        marks: {
          severity: each.severity.toLowerCase(),
          owner: ownerAnchor(owner),
          ...(item === undefined ? {} : { kind: item.kind.idPrefix }),
        },
        cells: [
          ...(has('item') ? [item === undefined ? {} : { strong: true, links: [itemLinkWithKind(item)] }] : []),
          foundCell(each, about.name),
          { badges: [{ text: enumLabel(each.severity), tone: each.severity === 'WARNING' ? 'warn' : 'plain' }] },
          ...(has('owner') ? [owner === undefined ? {} : { links: [itemLink(owner)] }] : []),
          ...(has('rule') ? [{ links: [ruleLink(each.rule)] }] : []),
        ],
      }
    }),
  }
}

/** What was found, where, and what to do about it. */
function foundCell(finding: Finding, own: string): Cell {
  const place = `${finding.file}:${String(finding.line)}`
  const href = editLink(finding, own)
  return {
    ...saidByApi(finding.message),
    ...(finding.hint == null ? {} : { sub: finding.hint }),
    ...(href === undefined
      ? { details: [{ label: words.place, cell: { text: `${place} (${finding.layer})` } }] }
      : { away: [{ href, name: words.editPlace(place) }] }),
  }
}

/** A rule's name, leading to all that it found. */
const ruleLink = (rule: string): ItemLink => ({
  href: `${linkTo({ page: 'findings/' })}#${rule}`,
  name: ruleLabel(rule),
})

/** What a rule is called: `missing-owner` → "Missing owner". */
export const ruleLabel = (rule: string): string => inSiteLanguage(sentenceCase(rule.replaceAll('-', ' ')))

/** What an owner is called in the page's address: the same on the page, in its choices and in links to it. */
export const ownerAnchor = (owner: Pick<Item, 'id'> | undefined): string =>
  owner === undefined ? 'nobody' : owner.id.replaceAll('/', '-')

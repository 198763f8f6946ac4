import type { Catalogue, Item } from '../catalogue/catalogue.ts'
import type { Finding } from '../catalogue/read-findings.ts'
import { enumLabel, sentenceCase } from '../words/labels.ts'
import { itemLinkWithKind } from './item-link.ts'
import type { PageProse } from './prose.ts'
import type { Block, Page, Row, Section, Table } from './section.ts'

/** More findings of one rule than this stand behind a line that opens them. */
const mostOpen = 12
/** More than this nobody reads on a page: `tributary check` lists them all. */
const mostShown = 300

/** What validation found about one item. */
export function findingsSection(item: Item, { findingsOf }: Catalogue, prose: PageProse): Section[] {
  const some = findingsOf.get(item.id) ?? []
  if (some.length === 0) return []
  const title = 'Worth a look'
  const table: Table = {
    label: title,
    columns: [{ title: 'What was found', wide: true }, { title: 'Severity' }, { title: 'Rule' }, { title: 'Place' }],
    rows: some.map((each) => ({ cells: [said(each), severity(each), { code: each.rule }, place(each)] })),
  }
  return [{ id: prose.anchor(title), title, count: some.length, blocks: [{ is: 'table', table }] }]
}

/** The page of all findings, by rule. */
export function findingsPage({ findings, items, about }: Catalogue): Page {
  const rules = [...new Set(findings.map(({ rule }) => rule))].sort()
  return {
    title: 'Worth a look',
    description: `What validation found worth a look in ${about.title}.`,
    lead:
      findings.length === 0
        ? 'Validation found nothing: no warnings and no remarks.'
        : 'What validation found when the catalogue was loaded. None of it is an error: those are never loaded.',
    folder: 'findings',
    sections: rules.map((rule) => {
      const some = findings.filter((each) => each.rule === rule)
      const table: Table = {
        label: rule,
        columns: [
          { title: 'Item' },
          { title: 'What was found', wide: true },
          { title: 'Severity' },
          { title: 'Place' },
        ],
        rows: some.slice(0, mostShown).map((each): Row => {
          const item = items.get(each.item ?? '')
          const about = item === undefined ? {} : { strong: true, links: [itemLinkWithKind(item)] }
          return { cells: [about, said(each), severity(each), place(each)] }
        }),
      }
      const title = sentenceCase(rule.replaceAll('-', ' '))
      const shown = some.length > mostShown ? `Show the first ${String(mostShown)}` : `Show all ${String(some.length)}`
      const all: Block = { is: 'table', table }
      const block: Block = some.length > mostOpen ? { is: 'more', summary: shown, blocks: [all] } : all
      return { id: rule, title, count: some.length, blocks: [block] }
    }),
  }
}

const said = ({ message, hint }: Finding): Row['cells'][number] => ({
  text: message,
  ...(hint == null ? {} : { sub: hint }),
})

const severity = ({ severity: word }: Finding): Row['cells'][number] => ({
  badges: [{ text: enumLabel(word), tone: word === 'WARNING' ? 'warn' : 'plain' }],
})

const place = ({ layer, file, line }: Finding): Row['cells'][number] => ({
  text: `${file}:${String(line)}`,
  sub: layer,
})

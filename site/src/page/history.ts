import type { PastChange } from '../catalogue/read-revisions.ts'
import { linkTo } from '../links.ts'
import { messages } from '../messages/messages.ts'
import { longDay } from '../words/values.ts'
import { paired } from './change-rows.ts'
import { changedField } from './field-change.ts'
import type { PageContext } from './page-context.ts'
import type { Block, Cell, ItemLink, Row, Section } from './section.ts'

/** So many changes of an item stand on its page; the page of recent changes has the rest. */
const mostChanges = 10

/** What became of an item, field by field, the latest first. That everything was there from the first load on says nothing. */
export function historySection({ item, catalogue, prose }: PageContext): Section[] {
  const past = (catalogue.changesOf.get(item.id) ?? []).filter(
    ({ revision, change }) => revision > 1 || change.action !== 'ADDED',
  )
  const rows = past.flatMap((each) => rowsOf(each, catalogue))
  if (rows.length === 0) return []
  const { title, columns, more } = messages.history
  const table: Block = {
    is: 'table',
    table: {
      label: title,
      columns: [
        { title: columns.when },
        { title: columns.what },
        { title: columns.before, wide: true },
        { title: columns.after, wide: true },
      ],
      rows: rows.slice(0, mostChanges),
    },
  }
  const left = rows.length - mostChanges
  const rest: Block = {
    is: 'lines',
    tone: 'quiet',
    lines: [[{ href: linkTo({ page: 'recent-changes/' }), name: more(left) }]],
  }
  return [{ id: prose.anchor(title), title, blocks: left > 0 ? [table, rest] : [table] }]
}

function rowsOf({ revision, at, change }: PastChange, catalogue: PageContext['catalogue']): Row[] {
  const when: Cell = { links: [revisionLink(revision, at)] }
  if (change.action === 'ADDED') return [{ cells: [when, { text: messages.history.added }, {}, {}] }]
  return paired(change.fields).map((field) => {
    const { label, of, before, after } = changedField(change, field, catalogue)
    const what: Cell = of === undefined ? { text: label } : { text: label, sub: of.name }
    return { cells: [when, what, before, after] }
  })
}

/** Where the page of recent changes tells of a revision. */
export const revisionLink = (revision: number, at: string): ItemLink => ({
  href: `${linkTo({ page: 'recent-changes/' })}#revision-${String(revision)}`,
  name: longDay(at),
})

import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Revision } from '../catalogue/read-revisions.ts'
import { messages } from '../messages/messages.ts'
import { longDay } from '../words/values.ts'
import { changeCounts, changesTable } from './change-rows.ts'
import type { Block, Page, Section } from './section.ts'

const words = messages.changes

/** How many of one revision's items the page lists: first loads change everything. */
const mostChanges = 200
/** More rows than this stand behind a line that opens them. */
const mostOpen = 25

/** Recent changes: what each load added, changed and removed, field by field, the latest first. */
export function changesPage(catalogue: Catalogue): Page {
  const { revisions, about } = catalogue
  const older = revisions.totalCount - revisions.nodes.length
  const note: Block = { is: 'note', text: words.older(older) }
  return {
    title: words.title,
    description: words.description(about.title),
    lead: words.lead,
    folder: 'recent-changes',
    sections: [
      ...revisions.nodes.map((revision) => revisionSection(revision, catalogue)),
      ...(older > 0 ? [{ id: 'older', blocks: [note] }] : []),
    ],
  }
}

function revisionSection(revision: Revision, catalogue: Catalogue): Section {
  const { number, at, changes } = revision
  const table = changesTable(changes.slice(0, mostChanges), catalogue)
  const all: Block = { is: 'table', table }
  const block: Block =
    table.rows.length > mostOpen
      ? { is: 'more', summary: words.show(Math.min(changes.length, mostChanges)), blocks: [all] }
      : all
  const said = words.revision(number, changeCounts(revision))
  return {
    id: `revision-${String(number)}`,
    title: longDay(at),
    intro: changes.length > mostChanges ? `${said} ${words.first(mostChanges)}` : said,
    blocks: changes.length === 0 ? [] : [block],
  }
}

import { Feed } from 'feed'
import { createHash } from 'node:crypto'
import { buildInput } from '../catalogue/build-input.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { ItemChange, Revision } from '../catalogue/read-revisions.ts'
import { escaped } from '../html/escaped.ts'
import { addressOf, linkTo } from '../links.ts'
import { messages } from '../messages/messages.ts'
import { changedField } from '../page/field-change.ts'
import type { Cell } from '../page/table.ts'
import { kindLabel } from '../words/labels.ts'

/** So many items of one revision are told of: a first load adds everything. */
const mostItems = 50

/**
 * The Atom feed of what each load changed, the latest first, field by field. Ids are made from the catalogue's name and the
 * revision's time, so they stay when the site moves.
 */
export function atomFeed(catalogue: Catalogue): string {
  const { about, revisions } = catalogue
  const { title } = buildInput()
  const page = whole(linkTo({ page: 'recent-changes/' }))
  const feed = new Feed({
    id: uuid(`feed ${about.name}`),
    title: readable(messages.feed.title(title)),
    description: messages.feed.subtitle,
    updated: new Date(about.loadedAt),
    language: messages.locale,
    generator: 'Tributary',
    author: { name: readable(about.title) },
    link: page,
    feedLinks: { atom: whole(linkTo({ page: 'feed.xml' })) },
  })
  for (const revision of revisions.nodes) {
    const date = new Date(revision.at)
    feed.addItem({
      id: uuid(`revision ${about.name} ${String(revision.number)} ${revision.at}`),
      title: readable(messages.feed.entry(revision.number, countsOf(revision))),
      link: `${page}#revision-${String(revision.number)}`,
      date,
      published: date,
      content: readable(contentOf(revision, catalogue)),
    })
  }
  return feed.atom1().replaceAll(`${unknown}/`, '/')
}

/**
 * Stands for the address that nobody has said, because the library takes whole ones only: a name that never leads anywhere
 * (RFC 2606). Taken away again, paths are left, which readers hold against the address that they fetched the feed from.
 */
const unknown = 'https://tributary.invalid'

const whole = (href: string): string => addressOf(href) ?? unknown + href

function countsOf({ added, changed, removed }: Revision): string {
  const { feed } = messages
  const counts = [
    ...(added > 0 ? [feed.added(added)] : []),
    ...(changed > 0 ? [feed.changed(changed)] : []),
    ...(removed > 0 ? [feed.removed(removed)] : []),
  ]
  return counts.length === 0 ? feed.nothing : counts.join(', ')
}

/** What a revision changed, as HTML: it must be escaped here. */
function contentOf({ changes }: Revision, catalogue: Catalogue): string {
  const left = changes.length - mostItems
  const items = changes.slice(0, mostItems).map((change) => `<li>${changeHtml(change, catalogue)}</li>`)
  return `<ul>${items.join('')}</ul>${left > 0 ? `<p>${escaped(messages.feed.more(left))}</p>` : ''}`
}

function changeHtml(change: ItemChange, catalogue: Catalogue): string {
  const item = catalogue.items.get(change.id)
  const kind = catalogue.model.kinds.get(change.kind)
  const name = escaped(change.name)
  const said = item === undefined ? name : `<a href="${escaped(whole(linkTo(item)))}">${name}</a>`
  const fields = change.fields.map((field) => {
    const { label, of, before, after } = changedField(change, field, catalogue)
    const about = of === undefined ? label : `${label} (${of.name})`
    return `<li>${escaped(about)}: ${cellHtml(before)} → ${cellHtml(after)}</li>`
  })
  const list = fields.length === 0 ? '' : `<ul>${fields.join('')}</ul>`
  const mark = messages.feed.marks[change.action]
  return `${escaped(mark)}: ${said} (${escaped(kind === undefined ? change.kind : kindLabel(kind))})${list}`
}

function cellHtml({ text, links = [] }: Cell): string {
  const said = text ?? links.map(({ name }) => name).join(', ')
  return said === '' ? `<em>${escaped(messages.feed.empty)}</em>` : escaped(said)
}

/** XML knows no control characters, not even escaped ones, nor halves of pairs. */
const readable = (text: string): string =>
  text.toWellFormed().replace(/[^\t\n\r\u0020-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')

/** A name-based UUID (RFC 9562, version 8): the same for the same words. */
function uuid(words: string): string {
  const hash = createHash('sha256').update(`tributary ${words}`).digest('hex')
  const variant = ((Number.parseInt(hash.charAt(16), 16) & 3) | 8).toString(16)
  const parts = [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    variant + hash.slice(17, 20),
    hash.slice(20, 32),
  ]
  return `urn:uuid:${parts.join('-')}`
}

import { ask } from '../catalogue/ask.ts'
import { buildInput } from '../catalogue/build-input.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { revisionsDocument } from '../catalogue/documents.ts'
import type { SiteRevisionsQuery } from '../generated/graphql.ts'
import { counted, fieldLabel, kindLabel, sentenceCase } from '../words/labels.ts'
import { longDay } from '../words/values.ts'
import { itemLinkWithKind } from './item-link.ts'
import type { Block, Cell, Page, Section, Table, Tone } from './section.ts'

type Revision = SiteRevisionsQuery['revisions']['nodes'][number]
type Change = Revision['changes'][number]

/** How many revisions the page tells of, and how many of one revision's changes: first loads change everything. */
const mostRevisions = 20
const mostChanges = 200
/** More changes than this stand behind a line that opens them. */
const mostOpen = 12

/** Recent changes: what each load added, changed and removed, the latest first. */
export async function changesPage(catalogue: Catalogue): Promise<Page> {
  const { revisions } = await ask(buildInput().execute, revisionsDocument, { first: mostRevisions })
  const older = revisions.totalCount - revisions.nodes.length
  return {
    title: 'Recent changes',
    description: `What was added, changed and removed lately in ${catalogue.about.title}.`,
    lead: 'Each time the catalogue is loaded and something differs, a revision is written.',
    folder: 'recent-changes',
    sections: [
      ...revisions.nodes.map((revision) => revisionSection(revision, catalogue)),
      ...(older > 0
        ? [
            {
              id: 'older',
              blocks: [{ is: 'note' as const, text: `${counted(older, 'older revision')} can be asked of the API.` }],
            },
          ]
        : []),
    ],
  }
}

function revisionSection(revision: Revision, catalogue: Catalogue): Section {
  const { number, at, added, changed, removed, changes } = revision
  const counts = [
    [added, 'added'],
    [changed, 'changed'],
    [removed, 'removed'],
  ].flatMap(([count, word]) => (count === 0 ? [] : [`${String(count)} ${String(word)}`]))
  const table = changesTable(changes.slice(0, mostChanges), catalogue)
  const rest = changes.length - mostChanges
  const many = changes.length > mostOpen
  const block: Block = many
    ? {
        is: 'more',
        summary: `Show ${counted(Math.min(changes.length, mostChanges), 'item')}`,
        blocks: [{ is: 'table', table }],
      }
    : { is: 'table', table }
  return {
    id: `revision-${String(number)}`,
    title: longDay(at),
    intro: `Revision ${String(number)}: ${counts.join(', ')}.${rest > 0 ? ` The first ${String(mostChanges)} are listed.` : ''}`,
    blocks: changes.length === 0 ? [] : [block],
  }
}

function changesTable(changes: readonly Change[], catalogue: Catalogue): Table {
  const anyFields = changes.some(({ fields }) => fields.length > 0)
  return {
    label: 'Changes',
    columns: [{ title: 'Item', wide: true }, { title: 'Change' }, ...(anyFields ? [{ title: 'Fields' }] : [])],
    rows: changes.map((change) => ({
      cells: [
        itemCell(change, catalogue),
        { badges: [{ text: sentenceCase(change.action.toLowerCase()), tone: tones[change.action] }] },
        ...(anyFields ? [{ text: fieldNames(change).join(', ') }] : []),
      ],
    })),
  }
}

const tones: Readonly<Record<Change['action'], Tone>> = { ADDED: 'good', CHANGED: 'plain', REMOVED: 'bad' }

/** A link, unless the item has gone since. */
function itemCell({ id, kind, name }: Change, { items, model }: Catalogue): Cell {
  const item = items.get(id)
  if (item !== undefined) return { strong: true, links: [itemLinkWithKind(item)] }
  const known = model.kinds.get(kind)
  return { strong: true, text: name, sub: known === undefined ? kind : kindLabel(known) }
}

/** Fields as labels; of a relation's own fields, the relation. */
const fieldNames = ({ fields }: Change): string[] => [
  ...new Set(fields.map(({ field }) => fieldLabel(field.split(':')[0] ?? field))),
]

import { heldBy } from '../catalogue/kind-document.ts'
import type { Kind, Model, Relation } from '../catalogue/model.ts'
import { linkTo } from '../links.ts'
import { anchorOf, flowsAlong, typeLinks } from './model-words.ts'
import type { PageProse } from './prose.ts'
import type { Section, Table } from './section.ts'

/** A kind's relations with both verbs: those that it holds, those that lead to it, and short cuts over two of them. */
export function relationSections(kind: Kind, model: Model, prose: PageProse): Section[] {
  const holds = heldBy(kind, model)
  const isHeld = [...model.relations.values()].filter(({ targets }) => targets.includes(kind.name))
  const paths = model.paths.filter(({ declaredBy, target }) => [declaredBy, target].includes(kind.name))
  const there: Table = {
    label: 'Relations that it holds',
    columns: [
      { title: 'Field' },
      { title: 'Verb' },
      { title: 'Leads to' },
      { title: 'Carries' },
      { title: 'Failure and change' },
      { title: 'What it says', wide: true },
    ],
    rows: holds.map((each) => ({
      cells: [{ code: each.field }, ...relationCells(each, 'holds', model), { html: prose.short(each.description) }],
    })),
  }
  const back: Table = {
    label: 'Relations that lead to it',
    columns: [
      { title: 'Field' },
      { title: 'Verb' },
      { title: 'Comes from' },
      { title: 'Carries' },
      { title: 'Failure and change' },
    ],
    rows: isHeld.map((each) => ({ cells: [{ code: each.inverse }, ...relationCells(each, 'isHeldBy', model)] })),
  }
  const short: Table = {
    label: 'Short cuts',
    columns: [{ title: 'Field' }, { title: 'Verb' }, { title: 'Leads to' }, { title: 'Past' }],
    rows: paths.map((path) => {
      const out = path.declaredBy === kind.name
      return {
        cells: [
          { code: out ? path.field : path.inverse },
          { text: path.verbs[out ? 0 : 1] },
          { links: typeLinks(out ? path.target : path.declaredBy, model) },
          { code: path.along[0].field },
        ],
      }
    }),
  }
  return [
    {
      id: 'holds',
      title: 'Relations that it holds',
      count: holds.length,
      intro: 'They are written in its own files.',
      blocks: [{ is: 'table', table: there }],
    },
    {
      id: 'is-held',
      title: 'Relations that lead to it',
      count: isHeld.length,
      intro: 'They are written at the other end, and read from here as well.',
      blocks: [{ is: 'table', table: back }],
    },
    ...(paths.length === 0
      ? []
      : [
          {
            id: 'short-cuts',
            title: 'Short cuts',
            count: paths.length,
            intro: 'Read off two relations, never written.',
            blocks: [{ is: 'table' as const, table: short }],
          },
        ]),
  ]
}

function relationCells(relation: Relation, end: 'holds' | 'isHeldBy', model: Model): Table['rows'][number]['cells'] {
  const { edgeName, list, target, declaredBy, verbs } = relation
  const note = end === 'holds' ? (list ? 'several' : 'one') : relation.inside ? 'one' : 'several'
  const edge =
    edgeName === undefined ? [] : [{ href: `${linkTo({ page: 'model/' })}#${anchorOf(edgeName)}`, name: edgeName }]
  return [
    { text: verbs[end === 'holds' ? 0 : 1] },
    { links: typeLinks(end === 'holds' ? target : declaredBy, model).map((each) => ({ ...each, note })) },
    { links: edge },
    { text: flowsAlong(relation, end) },
  ]
}

import { heldBy } from '../catalogue/kind-document.ts'
import type { Kind, Model, Relation } from '../catalogue/model.ts'
import { linkTo } from '../links.ts'
import { messages } from '../messages/messages.ts'
import { inEnglish } from '../words/site-language.ts'
import { anchorOf, flowsAlong, typeLinks } from './model-words.ts'
import type { PageProse } from './prose.ts'
import type { Section, Table } from './section.ts'

/** A kind's relations with both verbs: those that it holds, those that lead to it, and short cuts over two of them. */
export function relationSections(kind: Kind, model: Model, prose: PageProse): Section[] {
  const holds = heldBy(kind, model)
  const isHeld = [...model.relations.values()].filter(({ targets }) => targets.includes(kind.name))
  const paths = model.paths.filter(({ declaredBy, target }) => [declaredBy, target].includes(kind.name))
  const there: Table = {
    label: messages.model.holds,
    columns: [
      { title: messages.model.field },
      { title: messages.model.verb },
      { title: messages.model.leadsTo },
      { title: messages.model.carries },
      { title: messages.model.flow },
      { title: messages.model.whatItSays, wide: true },
    ],
    rows: holds.map((each) => ({
      cells: [
        { code: each.field },
        ...relationCells(each, 'holds', model),
        { html: prose.short(each.description), ...inEnglish },
      ],
    })),
  }
  const back: Table = {
    label: messages.model.isHeld,
    columns: [
      { title: messages.model.field },
      { title: messages.model.verb },
      { title: messages.model.comesFrom },
      { title: messages.model.carries },
      { title: messages.model.flow },
    ],
    rows: isHeld.map((each) => ({ cells: [{ code: each.inverse }, ...relationCells(each, 'isHeldBy', model)] })),
  }
  const short: Table = {
    label: messages.model.shortCuts,
    columns: [
      { title: messages.model.field },
      { title: messages.model.verb },
      { title: messages.model.leadsTo },
      { title: messages.model.past },
    ],
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
      title: messages.model.holds,
      count: holds.length,
      intro: messages.model.holdsIntro,
      blocks: [{ is: 'table', table: there }],
    },
    {
      id: 'is-held',
      title: messages.model.isHeld,
      count: isHeld.length,
      intro: messages.model.isHeldIntro,
      blocks: [{ is: 'table', table: back }],
    },
    ...(paths.length === 0
      ? []
      : [
          {
            id: 'short-cuts',
            title: messages.model.shortCuts,
            count: paths.length,
            intro: messages.model.shortCutsIntro,
            blocks: [{ is: 'table' as const, table: short }],
          },
        ]),
  ]
}

function relationCells(relation: Relation, end: 'holds' | 'isHeldBy', model: Model): Table['rows'][number]['cells'] {
  const { edgeName, list, target, declaredBy, verbs } = relation
  const { one, several } = messages.model
  const note = end === 'holds' ? (list ? several : one) : relation.inside ? one : several
  const edge =
    edgeName === undefined ? [] : [{ href: `${linkTo({ page: 'model/' })}#${anchorOf(edgeName)}`, name: edgeName }]
  return [
    { text: verbs[end === 'holds' ? 0 : 1] },
    { links: typeLinks(end === 'holds' ? target : declaredBy, model).map((each) => ({ ...each, note })) },
    { links: edge },
    { text: flowsAlong(relation, end) },
  ]
}

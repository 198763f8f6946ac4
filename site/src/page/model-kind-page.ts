import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Attribute, Kind, Model, Relation } from '../catalogue/model.ts'
import { heldBy } from '../catalogue/kind-document.ts'
import { linkTo } from '../links.ts'
import { counted, kindLabel, kindsLabel } from '../words/labels.ts'
import { exampleQuery } from './example-query.ts'
import { areaOf } from './areas.ts'
import { anchorOf, attributeNeed, attributeType, flowsAlong, typeLinks } from './model-words.ts'
import { PageProse } from './prose.ts'
import type { Page, Section, Table } from './section.ts'

/** The model's page of a kind: its fields, its relations with both verbs, and a query to start from. */
export function modelKindPage(kind: Kind, catalogue: Catalogue): Page {
  const { model } = catalogue
  const prose = new PageProse(catalogue)
  const count = catalogue.byKind.get(kind.name)?.length ?? 0
  return {
    title: kindLabel(kind),
    description: `The kind ${kind.name}: its fields, relations and an example query.`,
    trail: [{ href: linkTo({ page: 'model/' }), name: 'The model', area: areaOf(kind) }],
    lead: kind.description.replace(/\s+/g, ' '),
    folder: 'model',
    sections: [
      {
        id: 'facts',
        blocks: [
          {
            is: 'facts',
            facts: [
              {
                label: 'Items',
                cell: {
                  links: [
                    {
                      href: linkTo({ allOf: kind }),
                      name: counted(count, kindLabel(kind).toLowerCase(), kindsLabel(kind).toLowerCase()),
                    },
                  ],
                },
              },
              {
                label: 'Files',
                cell:
                  kind.inside === undefined
                    ? { text: `${kind.folder}/` }
                    : { text: `Inside the files of its ${kind.inside.declaredBy}` },
              },
              { label: 'Ids', cell: { text: `${kind.idPrefix}/…` } },
              { label: 'In the API', cell: { text: `${kind.singular}, ${kind.plural}` } },
              { label: 'Is also', cell: { links: kind.interfaces.flatMap((each) => typeLinks(each, model)) } },
            ],
          },
        ],
      },
      {
        id: 'fields',
        title: 'Fields',
        count: kind.attributes.length,
        blocks: [{ is: 'table', table: fieldTable('Fields', kind.attributes, prose) }],
      },
      ...relationSections(kind, model, prose),
      {
        id: 'example',
        title: 'An example query',
        blocks: [
          {
            is: 'code',
            label: `A GraphQL query for ${kindsLabel(kind).toLowerCase()}`,
            code: exampleQuery(kind, model),
          },
        ],
      },
    ],
  }
}

/** Fields with their types and meaning. */
export function fieldTable(label: string, attributes: readonly Attribute[], prose: PageProse): Table {
  return {
    label,
    columns: [{ title: 'Field' }, { title: 'Type' }, { title: 'Written' }, { title: 'What it says', wide: true }],
    rows: attributes.map((each) => ({
      cells: [{ code: each.name }, attributeType(each), attributeNeed(each), { html: prose.short(each.description) }],
    })),
  }
}

function relationSections(kind: Kind, model: Model, prose: PageProse): Section[] {
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

import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Model } from '../catalogue/model.ts'
import { linkTo } from '../links.ts'
import { firstSentence } from '../words/labels.ts'
import { areas, kindsIn } from './areas.ts'
import { fieldTable } from './field-table.ts'
import { anchorOf, typeLinks } from './model-words.ts'
import { PageProse } from './prose.ts'
import type { Block, Page, Row, Section, Table } from './section.ts'

/** The model's first page: every kind, and the types that their fields and relations use. */
export function modelPage(catalogue: Catalogue): Page {
  const { model } = catalogue
  const prose = new PageProse(catalogue)
  return {
    title: 'The model',
    description: 'Which kinds of item, fields and relations this catalogue is written in.',
    lead: 'Which kinds of item there are, what can be said of each, and how they are connected. Files are checked against it, and the API and these pages follow from it.',
    folder: 'model',
    sections: [
      kinds(catalogue),
      {
        id: 'shared',
        title: 'What kinds have in common',
        intro: 'A relation may lead to any kind of such a set.',
        blocks: [{ is: 'table', table: sets(model, prose) }],
      },
      structures(
        'edges',
        'What relations carry',
        'Besides its target, a relation may say how much it matters, when it holds and more.',
        model.edges.values(),
        prose,
      ),
      structures(
        'values',
        'Values with parts',
        'They belong to one item and have no page of their own.',
        model.values.values(),
        prose,
      ),
      words(model, prose),
      {
        id: 'plain-values',
        title: 'Plain values',
        blocks: [
          {
            is: 'table',
            table: {
              label: 'Plain values',
              columns: [{ title: 'Type' }, { title: 'How it is written', wide: true }],
              rows: [...model.scalars.values()].map(({ name, description }) => ({
                id: anchorOf(name),
                cells: [{ code: name }, { html: prose.short(description) }],
              })),
            },
          },
        ],
      },
    ],
  }
}

function sets(model: Model, prose: PageProse): Table {
  const rows = [...model.interfaces.values(), ...model.unions.values()].map(({ name, description, members }): Row => {
    const links =
      members.length === model.kinds.size
        ? [{ href: '#kinds', name: 'All' }]
        : members.flatMap((each) => typeLinks(each, model))
    return { id: anchorOf(name), cells: [{ code: name }, { html: prose.short(description) }, { links, inline: true }] }
  })
  return {
    label: 'What kinds have in common',
    columns: [{ title: 'Set' }, { title: 'What it is', wide: true }, { title: 'Kinds' }],
    rows,
  }
}

function kinds(catalogue: Catalogue): Section {
  const blocks = areas.flatMap(({ id, title }): Block[] => {
    const some = kindsIn(id, catalogue)
    if (some.length === 0) return []
    const rows = some.map((kind) => ({
      cells: [
        { strong: true, links: typeLinks(kind.name, catalogue.model) },
        { text: firstSentence(kind.description) },
        { links: [{ href: linkTo({ allOf: kind }), name: String(catalogue.byKind.get(kind.name)?.length ?? 0) }] },
      ],
    }))
    const columns = [{ title: 'Kind' }, { title: 'What it is', wide: true }, { title: 'Items', numeric: true }]
    return [{ is: 'group', id: `kinds-${id}`, title, table: { label: title, steady: true, columns, rows } }]
  })
  return { id: 'kinds', title: 'Kinds', count: catalogue.model.kinds.size, blocks }
}

function structures(
  id: string,
  title: string,
  intro: string,
  all: Iterable<{
    readonly name: string
    readonly description: string
    readonly attributes: Parameters<typeof fieldTable>[1]
  }>,
  prose: PageProse,
): Section {
  const blocks = [...all].map(({ name, attributes }): Block => ({
    is: 'group',
    id: anchorOf(name),
    title: name,
    table: fieldTable(name, attributes, prose),
  }))
  return { id, title, intro, blocks }
}

function words(model: Model, prose: PageProse): Section {
  const blocks = [...model.enums.values()].map(({ name, values }): Block => ({
    is: 'group',
    id: anchorOf(name),
    title: name,
    table: {
      label: name,
      columns: [{ title: 'Word' }, { title: 'What it means', wide: true }],
      steady: true,
      rows: values.map((each) => ({ cells: [{ code: each.name }, { html: prose.short(each.description) }] })),
    },
  }))
  return { id: 'words', title: 'Closed lists of words', blocks }
}

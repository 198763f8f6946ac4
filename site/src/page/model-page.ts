import type { Catalogue } from '../catalogue/catalogue.ts'
import { linkTo } from '../links.ts'
import { firstSentence } from '../words/labels.ts'
import { areas, kindsIn } from './areas.ts'
import { fieldTable } from './model-kind-page.ts'
import { anchorOf, typeLinks } from './model-words.ts'
import type { Block, Page, Section } from './section.ts'

/** The model's first page: every kind, and the types that their fields and relations use. */
export function modelPage(catalogue: Catalogue): Page {
  const { model } = catalogue
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
        blocks: [...model.interfaces.values(), ...model.unions.values()].map(
          ({ name, description, members }): Block => ({
            is: 'group',
            id: anchorOf(name),
            title: name,
            table: {
              label: name,
              columns: [{ title: 'What it is', wide: true }, { title: 'Kinds' }],
              rows: [{ cells: [{ text: description }, { links: members.length === model.kinds.size ? [{ href: '#kinds', name: 'All' }] : members.flatMap((each) => typeLinks(each, model)) }] }],
            },
          }),
        ),
      },
      structures('edges', 'What relations carry', 'Besides its target, a relation may say how much it matters, when it holds and more.', model.edges.values()),
      structures('values', 'Values with parts', 'They belong to one item and have no page of their own.', model.values.values()),
      words(catalogue),
      {
        id: 'plain-values',
        title: 'Plain values',
        blocks: [...model.scalars.values()].map(({ name, description }): Block => ({
          is: 'group',
          id: anchorOf(name),
          title: name,
          table: { label: name, columns: [{ title: 'How it is written', wide: true }], rows: [{ cells: [{ text: description }] }] },
        })),
      },
    ],
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
    return [{ is: 'group', id: `kinds-${id}`, title, table: { label: title, columns, rows } }]
  })
  return { id: 'kinds', title: 'Kinds', count: catalogue.model.kinds.size, blocks }
}

function structures(
  id: string,
  title: string,
  intro: string,
  all: Iterable<{ readonly name: string; readonly description: string; readonly attributes: Parameters<typeof fieldTable>[1] }>,
): Section {
  const blocks = [...all].map(
    ({ name, attributes }): Block => ({ is: 'group', id: anchorOf(name), title: name, table: fieldTable(name, attributes) }),
  )
  return { id, title, intro, blocks }
}

function words({ model }: Catalogue): Section {
  const blocks = [...model.enums.values()].map(
    ({ name, values }): Block => ({
      is: 'group',
      id: anchorOf(name),
      title: name,
      table: {
        label: name,
        columns: [{ title: 'Word' }, { title: 'What it means', wide: true }],
        rows: values.map((each) => ({ cells: [{ code: each.name }, { text: each.description }] })),
      },
    }),
  )
  return { id: 'words', title: 'Closed lists of words', blocks }
}

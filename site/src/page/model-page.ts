import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Model } from '../catalogue/model.ts'
import { linkTo } from '../links.ts'
import { messages } from '../messages/messages.ts'
import { firstSentence } from '../words/labels.ts'
import { plainNumber } from '../words/values.ts'
import { inEnglish, saidByApi } from '../words/site-language.ts'
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
    title: messages.navigation.model,
    description: messages.model.description,
    lead: messages.model.lead,
    folder: 'model',
    sections: [
      kinds(catalogue),
      {
        id: 'shared',
        title: messages.model.common,
        intro: messages.model.commonIntro,
        blocks: [{ is: 'table', table: sets(model, prose) }],
      },
      structures('edges', messages.model.carried, messages.model.carriedIntro, model.edges.values(), prose),
      structures('values', messages.model.values, messages.model.valuesIntro, model.values.values(), prose),
      words(model, prose),
      {
        id: 'plain-values',
        title: messages.model.plainValues,
        blocks: [
          {
            is: 'table',
            table: {
              label: messages.model.plainValues,
              columns: [{ title: messages.model.type }, { title: messages.model.howWritten, wide: true }],
              rows: [...model.scalars.values()].map(({ name, description }) => ({
                id: anchorOf(name),
                cells: [{ code: name }, { html: prose.short(description), ...inEnglish }],
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
        ? [{ href: '#kinds', name: messages.model.all }]
        : members.flatMap((each) => typeLinks(each, model))
    return {
      id: anchorOf(name),
      cells: [{ code: name }, { html: prose.short(description), ...inEnglish }, { links, inline: true }],
    }
  })
  return {
    label: messages.model.common,
    columns: [
      { title: messages.model.set },
      { title: messages.model.whatItIs, wide: true },
      { title: messages.model.kinds },
    ],
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
        saidByApi(firstSentence(kind.description)),
        { links: [{ href: linkTo({ allOf: kind }), name: plainNumber(catalogue.byKind.get(kind.name)?.length ?? 0) }] },
      ],
    }))
    const columns = [
      { title: messages.model.kind },
      { title: messages.model.whatItIs, wide: true },
      { title: messages.model.items, numeric: true },
    ]
    return [{ is: 'group', id: `kinds-${id}`, title, table: { label: title, steady: true, columns, rows } }]
  })
  return { id: 'kinds', title: messages.model.kinds, count: catalogue.model.kinds.size, blocks }
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
      columns: [{ title: messages.model.word }, { title: messages.model.meaning, wide: true }],
      steady: true,
      rows: values.map((each) => ({
        cells: [{ code: each.name }, { html: prose.short(each.description), ...inEnglish }],
      })),
    },
  }))
  return { id: 'words', title: messages.model.words, blocks }
}

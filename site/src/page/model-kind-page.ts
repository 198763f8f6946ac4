import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Kind } from '../catalogue/model.ts'
import { linkTo } from '../links.ts'
import { counted, kindLabel, kindsLabel } from '../words/labels.ts'
import { exampleQuery } from './example-query.ts'
import { areaOf } from './areas.ts'
import { fieldTable } from './field-table.ts'
import { relationSections } from './model-relations.ts'
import { typeLinks } from './model-words.ts'
import { PageProse } from './prose.ts'
import type { Page } from './section.ts'

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

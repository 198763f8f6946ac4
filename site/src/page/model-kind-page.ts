import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Kind } from '../catalogue/model.ts'
import { linkTo } from '../links.ts'
import { messages } from '../messages/messages.ts'
import { counted, kindLabel, kindsLabel } from '../words/labels.ts'
import { inSiteLanguage } from '../words/site-language.ts'
import { exampleQuery } from './example-query.ts'
import { areaOf } from './areas.ts'
import { fieldTable } from './field-table.ts'
import { relationSections } from './model-relations.ts'
import { typeLinks } from './model-words.ts'
import { PageProse } from './prose.ts'
import type { Page } from './section.ts'

/** The model's page of a kind: its fields, its relations with both verbs, and a query to start from. */
export function modelKindPage(kind: Kind, catalogue: Catalogue, answer: unknown): Page {
  const { model } = catalogue
  const prose = new PageProse(catalogue)
  const count = catalogue.byKind.get(kind.name)?.length ?? 0
  return {
    title: kindLabel(kind),
    description: messages.model.kindDescription(kind.name),
    trail: [{ href: linkTo({ page: 'model/' }), name: messages.navigation.model, area: areaOf(kind) }],
    lead: inSiteLanguage(kind.description.replace(/\s+/g, ' ')),
    folder: 'model',
    sections: [
      {
        id: 'facts',
        blocks: [
          {
            is: 'facts',
            facts: [
              {
                label: messages.model.items,
                cell: {
                  links: [
                    {
                      href: linkTo({ allOf: kind }),
                      name: counted(count, messages.inSentence(kindLabel(kind)), messages.inSentence(kindsLabel(kind))),
                    },
                  ],
                },
              },
              {
                label: messages.model.files,
                cell:
                  kind.inside === undefined
                    ? { text: `${kind.folder}/` }
                    : { text: messages.model.insideFiles(kind.inside.declaredBy) },
              },
              { label: messages.model.ids, cell: { text: `${kind.idPrefix}/…` } },
              { label: messages.model.inApi, cell: { text: `${kind.singular}, ${kind.plural}` } },
              {
                label: messages.model.isAlso,
                cell: { links: kind.interfaces.flatMap((each) => typeLinks(each, model)) },
              },
            ],
          },
        ],
      },
      {
        id: 'fields',
        title: messages.model.fields,
        count: kind.attributes.length,
        blocks: [{ is: 'table', table: fieldTable(messages.model.fields, kind.attributes, prose) }],
      },
      ...relationSections(kind, model, prose),
      {
        id: 'example',
        title: messages.model.example,
        blocks: [
          {
            is: 'code',
            label: messages.model.exampleLabel(kindsLabel(kind)),
            code: exampleQuery(kind, model),
          },
          {
            is: 'more',
            summary: messages.exampleAnswer.show,
            blocks: [{ is: 'code', label: messages.exampleAnswer.answer, code: JSON.stringify(answer, null, 2) }],
          },
        ],
      },
    ],
  }
}

import type { Attribute } from '../catalogue/model.ts'
import { messages } from '../messages/messages.ts'
import { inEnglish } from '../words/site-language.ts'
import { attributeNeed, attributeType } from './model-words.ts'
import type { PageProse } from './prose.ts'
import type { Table } from './section.ts'

/** Fields with their types and meaning. */
export function fieldTable(label: string, attributes: readonly Attribute[], prose: PageProse): Table {
  return {
    label,
    columns: [
      { title: messages.model.field },
      { title: messages.model.type },
      { title: messages.model.written },
      { title: messages.model.whatItSays, wide: true },
    ],
    rows: attributes.map((each) => ({
      cells: [
        { code: each.name },
        attributeType(each),
        attributeNeed(each),
        { html: prose.short(each.description), ...inEnglish },
      ],
    })),
  }
}

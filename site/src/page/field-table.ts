import type { Attribute } from '../catalogue/model.ts'
import { attributeNeed, attributeType } from './model-words.ts'
import type { PageProse } from './prose.ts'
import type { Table } from './section.ts'

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

import { targetsOf } from '../catalogue/catalogue.ts'
import { enumLabel } from '../words/labels.ts'
import { fedStreams } from './contributions.ts'
import { endOf } from './page-context.ts'
import type { OwnParts, PageContext } from './page-context.ts'
import { pathSections } from './path-section.ts'
import { relationTable } from './relation-table.ts'
import type { Block, Section } from './section.ts'

/** A practice's own parts: the streams it feeds, and what it is made of in the four dimensions. */
export function practiceParts(context: PageContext): OwnParts {
  return {
    shown: new Set([endOf('USES', 'holds'), endOf('WORKED_BY', 'isHeldBy')]),
    sections: [...fedStreams(context), ...pathSections(context, {}, ['feeds']), ...dimensions(context)],
  }
}

function dimensions(context: PageContext): Section[] {
  const { item, catalogue, prose } = context
  const used = targetsOf(item, 'USES')
  const [first] = used
  if (first === undefined) return []
  const title = 'What it is made of'
  const id = prose.anchor(title)
  const blocks = (catalogue.model.enums.get('Dimension')?.values ?? []).map((dimension): Block => {
    const some = used.filter((each) => each.item.kind.dimension === dimension.name)
    const name = enumLabel(dimension.name)
    const anchor = prose.anchor(name)
    const table = relationTable(name, first.relation, some, context)
    const none = { columns: [], rows: [], label: name }
    return { is: 'group', id: anchor, title: name, count: some.length, table: some.length === 0 ? none : table }
  })
  return [{ id, title, count: used.length, intro: 'Resources in the four dimensions of service management.', blocks }]
}

import type { Item } from '../catalogue/catalogue.ts'
import type { PageProse } from './prose.ts'
import type { Section } from './section.ts'

/** Where an item is written: what somebody who finds a mistake needs next. */
export function sourceSection(item: Item, prose: PageProse): Section[] {
  if (item.sources.length === 0) return []
  const several = item.sources.length > 1
  return [
    {
      id: prose.anchor('Where this is written'),
      title: 'Where this is written',
      ...(several
        ? { intro: 'Several layers say something of it. Field by field, the first one here has the last word.' }
        : {}),
      blocks: [
        {
          is: 'table',
          table: {
            label: 'Where this is written',
            columns: [{ title: 'File', wide: true }, { title: 'Line', numeric: true }, { title: 'Layer' }],
            rows: item.sources.map(({ layer, file, line, system }) => ({
              cells: [
                { text: file, ...(system == null ? {} : { sub: `Imported from ${system}` }) },
                { text: String(line) },
                { text: layer },
              ],
            })),
          },
        },
      ],
    },
  ]
}

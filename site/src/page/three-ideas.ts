import type { Catalogue } from '../catalogue/catalogue.ts'
import { systemPicture } from '../diagrams/system-picture.ts'
import { linkTo } from '../links.ts'
import { counted } from '../words/labels.ts'
import { itemLink } from './item-link.ts'
import type { Cell, Section, Table } from './section.ts'

/** Tells the three ideas apart whose names are alike: first in a table, then in one picture of all three. */
export function threeIdeas(catalogue: Catalogue): Section {
  const count = catalogue.byKind.get('ValueStream')?.length ?? 0
  const practices = catalogue.byKind.get('Practice')?.length ?? 0
  const idea = (id: string, name: string): Cell => {
    const concept = catalogue.items.get(`concept/${id}`)
    return concept === undefined ? { strong: true, text: name } : { strong: true, links: [itemLink(concept)] }
  }
  const all = (kind: string, name: string): Cell => {
    const known = catalogue.model.kinds.get(kind)
    return known === undefined ? { text: name } : { links: [{ href: linkTo({ allOf: known }), name }] }
  }
  const table: Table = {
    label: 'Three ideas that are easily mixed up',
    columns: [{ title: 'Idea' }, { title: 'How many' }, { title: 'What it is', wide: true }, { title: 'Here' }],
    rows: [
      {
        cells: [
          idea('service-value-system', 'Service value system'),
          { text: 'One' },
          {
            text: 'Everything it takes to create value as services: demand and opportunity come in, value comes out. Between them stand guiding principles, governance, the value chain, practices and continual improvement.',
          },
          all('Practice', counted(practices, 'practice')),
        ],
      },
      {
        cells: [
          idea('service-value-chain', 'Service value chain'),
          { text: 'One, at its heart' },
          { text: 'Six kinds of activity. It says neither how work is done nor in what order.' },
          all('Activity', counted(catalogue.byKind.get('Activity')?.length ?? 0, 'activity', 'activities')),
        ],
      },
      {
        cells: [
          idea('value-stream', 'Value stream'),
          { text: 'As many as you want' },
          {
            text: 'One particular journey through the value chain, from a demand or an opportunity to value: steps in order, which may branch and loop back.',
          },
          all('ValueStream', counted(count, 'value stream')),
        ],
      },
    ],
  }
  return {
    id: 'three-ideas',
    title: 'Three ideas, easily mixed up',
    blocks: [
      { is: 'table', table },
      { is: 'system', wide: systemPicture(catalogue, 'wide'), narrow: systemPicture(catalogue, 'narrow') },
    ],
  }
}

import type { Catalogue } from '../catalogue/catalogue.ts'
import { systemPicture } from '../diagrams/system-picture.ts'
import { linkTo } from '../links.ts'
import { messages } from '../messages/messages.ts'
import { itemLink } from './item-link.ts'
import type { Cell, Row, Section, Table } from './section.ts'

const words = messages.threeIdeas

/** Tells the three ideas apart whose names are alike: first in a table, then in one picture of all three. */
export function threeIdeas(catalogue: Catalogue): Section {
  const count = (kind: string): number => catalogue.byKind.get(kind)?.length ?? 0
  const idea = (id: string, name: string): Cell => {
    const concept = catalogue.items.get(`concept/${id}`)
    return concept === undefined ? { strong: true, text: name } : { strong: true, links: [itemLink(concept)] }
  }
  const all = (kind: string, name: string): Cell => {
    const known = catalogue.model.kinds.get(kind)
    return known === undefined ? { text: name } : { links: [{ href: linkTo({ allOf: known }), name }] }
  }
  const row = (...cells: Cell[]): Row => ({ cells })
  const table: Table = {
    label: words.title,
    columns: [
      { title: words.idea },
      { title: words.howMany },
      { title: words.what, wide: true },
      { title: words.here },
    ],
    rows: [
      row(
        idea('service-value-system', words.system),
        { text: words.one },
        { text: words.systemText },
        all('Practice', words.practices(count('Practice'))),
      ),
      row(
        idea('service-value-chain', words.chain),
        { text: words.oneAtHeart },
        { text: words.chainText },
        all('Activity', words.activities(count('Activity'))),
      ),
      row(
        idea('value-stream', words.stream),
        { text: words.many },
        { text: words.streamText },
        all('ValueStream', words.streams(count('ValueStream'))),
      ),
    ],
  }
  return {
    id: 'three-ideas',
    title: words.title,
    blocks: [
      { is: 'table', table },
      { is: 'system', wide: systemPicture(catalogue, 'wide'), narrow: systemPicture(catalogue, 'narrow') },
    ],
  }
}

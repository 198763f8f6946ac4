import type { Impact } from '../../../../graph/impact/impact.ts'
import { impactPicture } from '../../diagrams/impact/impact-picture.ts'
import { impactTree } from '../../diagrams/impact/impact-tree.ts'
import { textWidth } from '../../diagrams/stream-map/text-width.ts'
import { linkTo } from '../../links.ts'
import { messages } from '../../messages/messages.ts'
import { kindLabel } from '../../words/labels.ts'
import { stateWords } from '../../words/states.ts'
import { itemNamed } from '../item-link.ts'
import type { PageContext } from '../page-context.ts'
import type { Block, WaysBox } from '../section.ts'

/** Left of a box's words, and right of them; what its sign takes. */
const [margins, sign] = [18, 14]
/** Fewer boxes than these are said sooner than drawn. */
const fewest = 4

/** How an item's failure comes to value streams and services, drawn. The tables beside it say the same in words. */
export function waysPicture({ item, catalogue }: PageContext, found: Impact): Block[] {
  const tree = impactTree(item.id, found)
  if (tree === undefined) return []
  const picture = impactPicture(tree, (id) => itemNamed(catalogue, { id }).name)
  if (picture.boxes.length < fewest) return []
  const { left } = tree
  const rest = left === 0 ? '' : ` ${messages.impact.noRoom(left)}`
  const boxes = picture.boxes.map((box): WaysBox => {
    const shown = itemNamed(catalogue, box)
    const { text, tone } = stateWords(found.affected.get(box.id)?.state ?? 'OK')
    const kind = shown.values['perspective'] === 'AS_IS' ? messages.impact.asIsStream : kindLabel(shown.kind)
    const noteWidth = (words: string): number => textWidth(words, { size: 11, bold: true }) + sign
    const [short, long] = [noteWidth(text), noteWidth(`${text} · ${kind}`)]
    const note = long + margins <= box.width ? { kind, noteWidth: long } : { noteWidth: short }
    return { ...box, href: linkTo(shown), ...note, state: text, tone }
  })
  const label = messages.impact.picture(item.name)
  const caption = `${messages.impact.pictureCaption}${rest}`
  return [{ is: 'ways', ways: { ...picture, boxes, label, caption } }]
}

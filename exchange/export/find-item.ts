import { suggestId } from '../../graph/catalogue/suggest.ts'
import type { Exported } from './exported.ts'

/** An id that no item has, or a last part that several have. */
export class UnknownItem extends Error {
  override readonly name = 'UnknownItem'
}

/**
 * The id of the item that people mean by an id, a former one, or the last part of one.
 * @param kind name of the kind that it must be of; any when left out.
 * @throws UnknownItem with what may have been meant.
 */
export function findItem({ items, model }: Exported, written: string, kind?: string): string {
  const fitting = [...items.values()].filter((item) => kind === undefined || item.kind === kind)
  const prefixes = [...model.kinds.values()].map(({ idPrefix }) => `${idPrefix}/`)
  const whole = prefixes.some((prefix) => written.startsWith(prefix))
  const wanted = new Set(whole ? [written] : prefixes.map((prefix) => prefix + written))
  const found = fitting.filter(({ id, values }) => {
    const former = values['formerIds']
    return wanted.has(id) || (Array.isArray(former) && former.some((each) => wanted.has(String(each))))
  })
  const [first, second] = found
  const what = kind === undefined ? 'item' : (model.kinds.get(kind)?.idPrefix.replaceAll('-', ' ') ?? kind)
  if (first === undefined) {
    const sameKind = fitting.filter(({ id }) => !whole || id.startsWith(written.slice(0, written.indexOf('/') + 1)))
    const meant = suggestId(
      written,
      sameKind.map(({ id }) => id),
    )
    throw new UnknownItem(`There is no ${what} "${written}".${meant === undefined ? '' : ` ${meant}`}`)
  }
  if (second !== undefined)
    throw new UnknownItem(`"${written}" may be ${found.map(({ id }) => id).join(' or ')}: write which.`)
  return first.id
}

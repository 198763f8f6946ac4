import type { Kind } from '../../graph/model/model.ts'

/** The whole id of an item whose kind is known, from that id or what follows the kind in it. */
export function wholeId(kind: Pick<Kind, 'idPrefix'>, id: string): string {
  const prefix = `${kind.idPrefix}/`
  return id.startsWith(prefix) ? id : prefix + id
}

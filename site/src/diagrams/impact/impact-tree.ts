import type { Impact } from '../../../../graph/impact/impact.ts'
import { pathOf } from '../../../../graph/impact/path.ts'

/** An item of the picture, with those that it takes along. */
export interface TreeItem {
  readonly id: string
  readonly children: TreeItem[]
}

/** The ways of a failure to value streams and services, as far as a picture has room for them. */
export interface ImpactTree {
  readonly root: TreeItem
  /** How many affected streams and services aren't in it. */
  readonly left: number
}

const ends = new Set(['ValueStream', 'Service'])
/** More boxes and longer ways than these nobody reads. */
const mostItems = 18
const mostEnds = 6
const mostHops = 5

/**
 * The ways by which an item's failure comes to value streams and services, the worst off first: shortest paths back along
 * the needs that decided, so together they are a tree. Undefined where it comes to none.
 */
export function impactTree(failed: string, { affected, trail }: Impact): ImpactTree | undefined {
  const hit = [...affected.values()].filter(({ item }) => ends.has(item.kind) && item.id !== failed)
  const root: TreeItem = { id: failed, children: [] }
  const known = new Map([[failed, root]])
  let shown = 0
  for (const { item } of hit) {
    const way = pathOf(trail, item.id).items.toReversed()
    const fresh = way.filter((id) => !known.has(id)).length
    const isClear = way[0] === failed && way.length - 1 <= mostHops && known.size + fresh <= mostItems
    if (known.has(item.id)) shown += 1
    else if (isClear && shown < mostEnds) {
      addWay(known, way)
      shown += 1
    }
  }
  return root.children.length === 0 ? undefined : { root, left: hit.length - shown }
}

/** Adds a way from the root, as far as it isn't there yet. */
function addWay(known: Map<string, TreeItem>, way: readonly string[]): void {
  way.forEach((id, i) => {
    if (known.has(id)) return
    const added: TreeItem = { id, children: [] }
    known.set(id, added)
    known.get(way[i - 1] ?? '')?.children.push(added)
  })
}

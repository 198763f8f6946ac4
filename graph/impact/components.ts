import type { Steps } from './steps.ts'

/** Items from each of which one comes to every other. */
export interface Components {
  /** The components with their items. Ways lead only within a component or to an earlier one. */
  readonly components: readonly (readonly number[])[]
  /** For each item, its component; -1 for those not asked about. */
  readonly componentOf: Int32Array
}

/**
 * The strongly connected components of some items: Tarjan's algorithm, with a stack of its own so that long chains don't
 * exhaust the machine's. Linear in items and ways.
 * @param items with each of them, all to which ways lead.
 * @param size more than any item's number.
 */
export function* componentsOf(
  items: readonly number[],
  size: number,
  waysFrom: (item: number) => readonly number[],
): Steps<Components> {
  const components: number[][] = []
  const componentOf = new Int32Array(size).fill(-1)
  /** When each item was found, counted from 1. */
  const found = new Int32Array(size)
  /** For each item, the earliest found that one comes to from it, of those whose component is still open. */
  const earliest = new Int32Array(size)
  const open: number[] = []
  const path: { readonly item: number; readonly ways: Iterator<number> }[] = []
  let count = 0
  let looked = 0

  const enter = (item: number): void => {
    count += 1
    found[item] = count
    earliest[item] = count
    open.push(item)
    path.push({ item, ways: waysFrom(item).values() })
  }
  const lower = (item: number, to: number): void => {
    earliest[item] = Math.min(earliest[item] ?? 0, to)
  }
  const leave = (item: number): void => {
    path.pop()
    const before = path.at(-1)
    if (before !== undefined) lower(before.item, earliest[item] ?? 0)
    if (earliest[item] !== found[item]) return
    const component = open.splice(open.lastIndexOf(item))
    for (const each of component) componentOf[each] = components.length
    components.push(component)
  }

  for (const start of items) {
    if (found[start] === 0) enter(start)
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      looked += 1
      if (looked % 4096 === 0) yield
      const way = top.ways.next()
      if (way.done === true) leave(top.item)
      else if (found[way.value] === 0) enter(way.value)
      else if (componentOf[way.value] === -1) lower(top.item, found[way.value] ?? 0)
    }
  }
  return { components, componentOf }
}

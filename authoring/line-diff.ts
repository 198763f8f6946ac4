/** Lines of a file that become others. */
export interface LineChange {
  /** Of the first line, before; from 1. */
  readonly line: number
  readonly removed: readonly string[]
  readonly added: readonly string[]
}

/** More pairs of lines than these aren't compared one by one: what differs is one change. */
const mostPairs = 4_000_000

/** What differs between two texts, line by line, in order. Ends of lines belong to no line. */
export function lineChanges(before: string, after: string): LineChange[] {
  const [old, now] = [before, after].map((text) => text.split(/\r?\n/)) as [string[], string[]]
  let start = 0
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1
  let end = 0
  while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end)) end += 1
  const [a, b] = [old.slice(start, old.length - end), now.slice(start, now.length - end)]
  const pairs = a.length * b.length > mostPairs ? [] : samePairs(a, b)
  const changes: LineChange[] = []
  let [i, j] = [0, 0]
  for (const [sameA, sameB] of [...pairs, [a.length, b.length] as const]) {
    if (sameA > i || sameB > j) {
      changes.push({ line: start + i + 1, removed: a.slice(i, sameA), added: b.slice(j, sameB) })
    }
    ;[i, j] = [sameA + 1, sameB + 1]
  }
  return changes
}

/** The longest common subsequence of two lists, as pairs of places. */
function samePairs(a: readonly string[], b: readonly string[]): (readonly [number, number])[] {
  const width = b.length + 1
  const lengths = new Uint32Array((a.length + 1) * width)
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const pairs: (readonly [number, number])[] = []
  for (let [i, j] = [0, 0]; i < a.length && j < b.length;) {
    if (a[i] === b[j]) {
      pairs.push([i, j])
      i += 1
      j += 1
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1
    else j += 1
  }
  return pairs
}

/** A label that wants to stand around a point of a line. */
export interface Wanting {
  readonly centre: number
  readonly width: number
}

/** A part of the line that a label must stand in as a whole. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/**
 * Left edges for labels along a line: in their order, none over another, each whole in one stretch and as near to its
 * point as that allows. The stretches must have room for all labels and, each, for one more.
 */
export function spreadLabels(labels: readonly Wanting[], stretches: readonly Stretch[]): number[] {
  const shares = shareOut(labels, stretches)
  return stretches.flatMap((stretch, i) =>
    settle(
      labels.filter((_, k) => shares[k] === i),
      stretch,
    ),
  )
}

/** Which stretch each label stands in: where its point lies, or where there is room next to it. */
function shareOut(labels: readonly Wanting[], stretches: readonly Stretch[]): number[] {
  const last = stretches.length - 1
  const shares = labels.map(({ centre }) => {
    const found = stretches.findIndex(({ to }) => centre <= to)
    return found < 0 ? last : found
  })
  // Rightwards what doesn't fit, then leftwards what doesn't fit at the end.
  for (const [order, step, end] of [
    [[...labels.keys()], 1, last],
    [[...labels.keys()].reverse(), -1, 0],
  ] as const) {
    let [at, used] = [end === last ? 0 : last, 0]
    for (const i of order) {
      const [wanted, width] = [shares[i] ?? 0, labels[i]?.width ?? 0]
      if ((wanted - at) * step > 0) [at, used] = [wanted, 0]
      const room = ({ from, to }: Stretch): number => to - from
      if (used + width > room(stretches[at] ?? { from: 0, to: 0 }) && at !== end) [at, used] = [at + step, 0]
      used += width
      shares[i] = at
    }
  }
  return shares
}

/** Least squares: labels that meet form a block, which stands around the middle of what its labels want. */
function settle(labels: readonly Wanting[], { from, to }: Stretch): number[] {
  const blocks: { sum: number; count: number }[] = []
  let offset = 0
  const offsets = labels.map(({ width }) => (offset += width) - width)
  labels.forEach(({ centre, width }, i) => {
    let block = { sum: centre - width / 2 - (offsets[i] ?? 0), count: 1 }
    for (
      let left = blocks.at(-1);
      left !== undefined && left.sum / left.count > block.sum / block.count;
      left = blocks.at(-1)
    ) {
      block = { sum: left.sum + block.sum, count: left.count + block.count }
      blocks.pop()
    }
    blocks.push(block)
  })
  const starts = blocks.flatMap(({ sum, count }) => Array.from({ length: count }, () => sum / count))
  return starts.map((start, i) => Math.max(from, Math.min(start, to - offset)) + (offsets[i] ?? 0))
}

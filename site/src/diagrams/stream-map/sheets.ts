/** How much of a picture fits beside its lane names on a sheet of paper and stays legible. */
export const sheetWidth = 800

/** Where a picture may be cut for sheets, from 0 to its width: between columns, as few times as possible. */
export function bordersOf(betweenColumns: readonly number[], width: number): number[] {
  const borders = [0]
  const end = (): number => (borders.at(-1) ?? 0) + sheetWidth
  while (end() < width) {
    const fitting = betweenColumns.filter((x) => x <= end() && x > (borders.at(-1) ?? 0))
    borders.push(fitting.at(-1) ?? end())
  }
  return [...borders, width]
}

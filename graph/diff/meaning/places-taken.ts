/** Two that change places: one has afterwards exactly what the other had before. */
export interface PlaceTaken<Each> {
  readonly gone: Each
  readonly come: Each
}

/**
 * Pairs of which one takes the other's place: a supplier is replaced, and all that hung on the old one hangs on the new one in
 * the same way. Only where it is clear which takes whose.
 * @param placeOf what must be the same of both, as text.
 * @returns the pairs, and those who are in none.
 */
export function placesTaken<Each>(
  gone: readonly Each[],
  come: readonly Each[],
  placeOf: (each: Each) => string,
): { readonly pairs: readonly PlaceTaken<Each>[]; readonly rest: readonly Each[] } {
  const [left, taken] = [Map.groupBy(gone, placeOf), Map.groupBy(come, placeOf)]
  const pairs = [...left].flatMap(([place, some]): PlaceTaken<Each>[] => {
    const [[old, ...moreOld], [now, ...moreNow]] = [some, taken.get(place) ?? []]
    if (old === undefined || now === undefined || moreOld.length + moreNow.length > 0) return []
    return [{ gone: old, come: now }]
  })
  const paired = new Set(pairs.flatMap((pair) => [pair.gone, pair.come]))
  return { pairs, rest: [...come, ...gone].filter((each) => !paired.has(each)) }
}

/** The words of a text that carry meaning: four letters or more. */
export const wordsOf = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(/\p{L}{4,}/gu) ?? [])

/** How alike two texts are: what part of their words, together, both have. From 0 to 1. */
export function likeness(a: string, b: string): number {
  const [first, second] = [wordsOf(a), wordsOf(b)]
  const both = [...first].filter((word) => second.has(word)).length
  const either = first.size + second.size - both
  return either === 0 ? 0 : both / either
}

/** Pairs of texts that are more alike than `bound`, as "a and b: 0.62". */
export function lookAlikes(texts: readonly (readonly [name: string, text: string])[], bound: number): string[] {
  return texts.flatMap(([name, text], index) =>
    texts.slice(index + 1).flatMap(([other, its]) => {
      const value = likeness(text, its)
      return value > bound ? [`${name} and ${other}: ${value.toFixed(2)}`] : []
    }),
  )
}

/** A run of words that one text has, the other, or both. */
export interface TextPart {
  readonly text: string
  readonly in: 'BOTH' | 'BEFORE' | 'AFTER'
}

/** The most pairs of words that are compared: beyond, what differs counts as written anew. */
const mostPairs = 4_000_000

/**
 * Two texts word by word: all that both have in common, in order, and between it what went and what came. Put together, the
 * parts but those of one side are the other's text to the letter.
 */
export function textParts(before: string, after: string): TextPart[] {
  const [a, b] = [wordsOf(before), wordsOf(after)]
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1
  let end = 0
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end += 1
  const parts: TextPart[] = [
    ...a.slice(0, start).map((text): TextPart => ({ text, in: 'BOTH' })),
    ...between(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    ...a.slice(a.length - end).map((text): TextPart => ({ text, in: 'BOTH' })),
  ]
  return joined(parts)
}

/** By the longest sequence of words that both have. */
function between(a: readonly string[], b: readonly string[]): TextPart[] {
  const went = (word: string): TextPart => ({ text: word, in: 'BEFORE' })
  const came = (word: string): TextPart => ({ text: word, in: 'AFTER' })
  if (a.length * b.length > mostPairs) return [...a.map(went), ...b.map(came)]
  const width = b.length + 1
  /** At (i, j), how many words a from i on and b from j on have in common. */
  const common = new Uint16Array((a.length + 1) * width)
  const at = (i: number, j: number): number => common[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      common[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const parts: TextPart[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    const [old = '', now = ''] = [a[i], b[j]]
    if (i < a.length && j < b.length && old === now) {
      parts.push({ text: old, in: 'BOTH' })
      i += 1
      j += 1
    } else if (i < a.length && (j === b.length || at(i + 1, j) >= at(i, j + 1))) {
      parts.push(went(old))
      i += 1
    } else {
      parts.push(came(now))
      j += 1
    }
  }
  return parts
}

/** Words, each with the white space behind it. */
const wordsOf = (text: string): string[] => text.match(/\S+\s*|\s+/g) ?? []

/** Runs of one sort are one part; of a run of changes, what went comes before what came. */
function joined(parts: readonly TextPart[]): TextPart[] {
  const found: TextPart[] = []
  let [went, came] = ['', '']
  const flush = (): void => {
    if (went !== '') found.push({ text: went, in: 'BEFORE' })
    if (came !== '') found.push({ text: came, in: 'AFTER' })
    ;[went, came] = ['', '']
  }
  let both = ''
  for (const part of parts) {
    if (part.in === 'BOTH') {
      flush()
      both += part.text
      continue
    }
    if (both !== '') found.push({ text: both, in: 'BOTH' })
    both = ''
    if (part.in === 'BEFORE') went += part.text
    else came += part.text
  }
  if (both !== '') found.push({ text: both, in: 'BOTH' })
  flush()
  return found
}

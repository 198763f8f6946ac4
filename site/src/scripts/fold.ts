/** Words without case and diacritics: Müller is found as muller. */
export const folded = (words: string): string =>
  words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss')

/** The words of a text, folded: what stands between punctuation and spaces. */
export const wordsOf = (text: string): string[] => folded(text).match(/[\p{L}\p{N}]+/gu) ?? []

/** The ends of a long word, from four letters on: where words are put together, the last says what it is. */
export const tailsOf = (word: string): string[] => Array.from({ length: word.length - 6 }, (_, i) => word.slice(i + 3))

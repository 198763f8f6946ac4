const list = new Intl.ListFormat('en-GB')

/** Words as a sentence lists them: "one, two and three". */
export const listed = (words: Iterable<string>): string => list.format(words)

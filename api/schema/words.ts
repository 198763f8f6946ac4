/** `reviewBy` → `REVIEW_BY`, `ValueStream` → `VALUE_STREAM`. */
export const constantCase = (name: string): string => name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '_').toUpperCase()

/** `steps` → `Steps`. */
export const capitalized = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)

/** `ValueStream` → `value stream`. */
export const spoken = (name: string): string => name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, ' ').toLowerCase()

/** `value stream` → `a value stream`. */
export const withArticle = (words: string): string => `${/^[aeiou]/.test(words) ? 'an' : 'a'} ${words}`

/** The first sentence or the whole: enough to remind a reader what an attribute is. */
export const firstSentence = (description: string): string =>
  /^.*?[.?!](?=\s|$)/s.exec(description.replace(/\s+/g, ' '))?.[0] ?? description

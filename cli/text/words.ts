import type { Perspective } from '../generated/graphql.ts'

/** Where nothing is recorded. */
export const none = '–'

/** A part, 0 to 1, as percent with one decimal: in a column they stand below each other. */
export const percent = (part: number | null | undefined): string =>
  part == null ? none : `${(part * 100).toFixed(1)} %`

/** A length of time as the API says it. */
export const time = (span: { readonly text: string } | null | undefined): string => span?.text ?? none

/** Names, one after the other. */
export const names = (items: readonly { readonly name: string }[]): string => items.map(({ name }) => name).join(', ')

/** Some of which one is meant: "a, b or c". */
export const anyOf = (words: readonly string[]): string => disjunction.format(words)

const disjunction = new Intl.ListFormat('en-GB', { type: 'disjunction' })

/** A word of a closed list as people write it: `IN_USE` → "in use". */
export const spoken = (word: string): string => word.toLowerCase().replaceAll('_', ' ')

/** "as-is" or "to-be". */
export const perspectiveWord = (perspective: Perspective): string => spoken(perspective).replace(' ', '-')

/** "1 step", "3 steps". */
export const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`

/** What follows the kind in an id: it is enough to ask for a stream. */
export const shortId = (id: string): string => id.slice(id.indexOf('/') + 1)

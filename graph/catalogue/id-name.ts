/** What can be part of an id. */
export const nameFormat = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** The text as a file name: what a hint proposes. */
export const slug = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

/** Control characters, line separators and signs that change the direction of writing. */
const unseen = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]+/gu

/**
 * Text as GitHub's Markdown shows it to the letter, in one line, also within a table: nothing in it is a link, an image, HTML,
 * a mention of somebody or of another issue.
 */
export const escaped = (text: string): string =>
  text
    .replace(unseen, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*_[\]|~]/g, '\\$&')
    // A break of no width keeps names from being called and numbers from being linked.
    .replace(/[@#](?=\w)/g, '$&\u2060')
    .replaceAll('://', ':\u2060//')
    // Neither a point of a list nor a heading begins here.
    .replace(/^(\s*)([-+#=])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2')

/** Ids, and names of rules, as code. Whatever can't stand in code can't stand in them. */
export const code = (id: string): string => `\`${id.replace(/[`|\n\r]/g, ' ')}\``

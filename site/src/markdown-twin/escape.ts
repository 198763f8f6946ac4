/** Plain text within a paragraph, so that Markdown shows it as it is. White space becomes single spaces. */
export const escapeText = (text: string): string =>
  // Most texts have nothing to escape.
  /[\\`*_[\]<~&]|\s\s|[^\S ]/.test(text) ? escaped(text) : text

const escaped = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/[\\`*[\]<~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#?\w+;)/gu, String.raw`\$&`)

/** What stands at the beginning of a paragraph, so that it stays one: `- x` is no list, `# x` no heading, `1. x` no count. */
export const asParagraph = (inline: string): string =>
  inline
    .trim()
    .replace(/^(?:#|>|[+-](?=[\s-]|$)|=(?==|$)|\d{1,9}(?=[.)](?:\s|$)))/, (start) =>
      /\d/.test(start) ? `${start}\\` : `\\${start}`,
    )
    .replace(/(?<!\\)#+$/, (end) => end.replaceAll('#', String.raw`\#`))

/** A word of a file or of the API: in as many backticks as it takes. */
export function codeSpan(code: string): string {
  const text = code.replace(/\s+/g, ' ')
  const fence = '`'.repeat(1 + Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length)))
  const space = /^`|`$|^ .*[^ ].* $/.test(text) ? ' ' : ''
  return fence + space + text + space + fence
}

/** A block of code, between fences that don't stand in it. */
export function codeBlock(code: string, language = ''): string {
  const fence = '`'.repeat(Math.max(3, 1 + Math.max(0, ...[...code.matchAll(/`+/g)].map(([run]) => run.length))))
  return `${fence}${language}\n${code.replace(/\n$/, '')}\n${fence}`
}

/** A link, its words escaped already. What would end the address is written in percent. */
export const linkText = (words: string, href: string): string =>
  `[${words}](${href.replace(/[\s()<>\\|]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)})`

import type { FileValue } from '../imported.ts'

/** A summary is one sentence: longer paragraphs are text. */
const longestSummary = 300

/**
 * What an element's documentation becomes: a short first paragraph is the summary, the rest the body, and behind it a table
 * of the properties that no field takes.
 * @param own of a model that Tributary wrote: the summary that it has, empty for none; the rest is Markdown. Elsewhere, what
 *   looks like a tag of HTML is text.
 */
export function documentationFields(
  documentation: string,
  own: string | undefined,
  rows: readonly (readonly [string, string])[],
): Readonly<Record<string, FileValue>> {
  const [first, rest] = own === undefined ? split(documentation.trim()) : after(own, documentation)
  const text = own === undefined ? rest.replace(/<(?=[a-z/!?])(?!(https?|mailto):)/gi, '\\<') : rest
  const body = [text, table(rows)].filter((part) => part !== '').join('\n\n')
  return { ...(first === '' ? {} : { summary: first }), ...(body === '' ? {} : { body }) }
}

function after(summary: string, documentation: string): readonly [string, string] {
  const rest = documentation.startsWith(summary) ? documentation.slice(summary.length) : documentation
  return [summary, rest.replace(/^(\s*\n)+/, '')]
}

function split(documentation: string): readonly [string, string] {
  const end = documentation.search(/\n\s*\n/)
  const first = (end < 0 ? documentation : documentation.slice(0, end)).trim()
  const isSentence = first.length <= longestSummary && !/\n|^[-*#>|]|^\d+[.)]/.test(first)
  return isSentence ? [first, end < 0 ? '' : documentation.slice(end).trim()] : ['', documentation]
}

function table(rows: readonly (readonly [string, string])[]): string {
  if (rows.length === 0) return ''
  const lines = rows.map(([name, value]) => `| ${cell(name)} | ${cell(value)} |`)
  return ['| Property | Value |', '| --- | --- |', ...lines].join('\n')
}

const cell = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\\|`*_[\]]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')

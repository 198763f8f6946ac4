import { asParagraph } from './escape.ts'

/** A heading of a table. */
export interface Heading {
  readonly title: string
  readonly numeric?: boolean | undefined
}

/**
 * A table in GitHub's Markdown. Columns in which nothing stands are left out; where only one is left, it is a list.
 * @param rows their cells, as inline Markdown.
 * @param isBrief two columns are a list too: "[Ticketing](…): Essential".
 */
export function tableText(columns: readonly Heading[], rows: readonly (readonly string[])[], isBrief = false): string {
  const used = columns.flatMap((column, place) => (rows.some((row) => row[place]) ? [{ column, place }] : []))
  if (used.length === 0) return ''
  if (used.length <= (isBrief ? 2 : 1)) {
    const said = rows.map((row) => used.flatMap(({ place }) => row[place] || []))
    return said.map((cells) => `- ${asParagraph(cells.join(': '))}`).join('\n')
  }
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [
    line(used.map(({ column }) => column.title)),
    `|${used.map(({ column }) => (column.numeric ? '--:' : '---')).join('|')}|`,
    ...rows.map((row) => line(used.map(({ place }) => row[place] ?? ''))),
  ].join('\n')
}

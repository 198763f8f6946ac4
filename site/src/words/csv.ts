/** Lines of fields as CSV (RFC 4180) in UTF-8, marked as such for spreadsheets. */
export const csvOf = (lines: readonly (readonly string[])[]): string =>
  `\uFEFF${lines.map((line) => `${line.map(field).join(',')}\r\n`).join('')}`

/** A field in quotes where it must be. What a spreadsheet would take for a formula is marked as text. */
function field(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

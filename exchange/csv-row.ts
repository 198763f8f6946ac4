/** Fields as a row of CSV (RFC 4180) without its line break: quotes around what holds commas, quotes or line breaks. */
export const csvRow = (fields: readonly string[]): string => fields.map(quoted).join(',')

const quoted = (field: string): string => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)

/**
 * A text that spreadsheets take for nothing but text: an apostrophe goes before what they would run as a formula. Numbers stay
 * numbers, also negative ones.
 */
export const withoutFormula = (field: string): string =>
  /^[=+\-@\t\r]/.test(field) && !/^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(field) ? `'${field}` : field

/** The line by which editors with yaml-language-server find a file's schema. */
const modeline = /^\ufeff?#\s*yaml-language-server:/m

/**
 * The text of a YAML file with the line before its first; the same text where it has such a line already. A mark of the
 * byte order stays first, and so does `%YAML`.
 * @param schema the schema from the file's folder, with forward slashes.
 */
export function withModeline(text: string, schema: string): string {
  if (modeline.test(text)) return text
  const mark = text.startsWith('\ufeff') ? '\ufeff' : ''
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  return `${mark}# yaml-language-server: $schema=${schema}${eol}${text.slice(mark.length)}`
}

/** A text as a YAML scalar on one line: plain where nothing can be mistaken. */
export function scalar(text: string): string {
  if (/[\n\r\t]/.test(text)) return JSON.stringify(text)
  const isPlain =
    /^[\p{L}][\p{L}\p{N} _/().%-]*$/u.test(text) &&
    !/^(true|false|yes|no|on|off|null|y|n)$/i.test(text) &&
    !/[ :]$/.test(text)
  return isPlain ? text : `'${text.replaceAll("'", "''")}'`
}

/** A mapping in braces, of texts that are YAML already. */
export const flow = (parts: Readonly<Record<string, string>>): string =>
  `{ ${Object.entries(parts)
    .map(([key, value]) => `${key}: ${value}`)
    .join(', ')} }`

/** A text as a comment of one line. */
export const comment = (text: string): string => `# ${text.replace(/\s+/g, ' ').trim()}`

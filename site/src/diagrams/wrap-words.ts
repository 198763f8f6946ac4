/** Breaks a name into lines of at most `width` letters; what doesn't fit into the lines is cut with an ellipsis. */
export function wrapWords(name: string, width: number, mostLines: number): string[] {
  const lines: string[] = []
  for (const word of name.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && `${last} ${word}`.length <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  if (lines.length <= mostLines) return lines
  const kept = lines.slice(0, mostLines)
  return [...kept.slice(0, -1), `${kept.at(-1)?.slice(0, width - 1) ?? ''}…`]
}

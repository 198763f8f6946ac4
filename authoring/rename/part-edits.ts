import { isMap, isScalar, isSeq, visit } from 'yaml'
import type { Pair, YAMLMap } from 'yaml'
import type { ParsedFile } from '../../graph/catalogue/parse-file.ts'
import { formerIdsField } from '../../graph/catalogue/former-ids.ts'
import { offsetAt } from '../text-edits.ts'
import type { TextEdit } from '../text-edits.ts'
import { endOf, lineEnd, lineStart } from '../lines.ts'
import type { Renaming } from './new-ids.ts'

/** What gives an item that is written inside of another's file its new id, and lists the one that it had. */
export function partEdits({ text, document }: ParsedFile, { draft, to, formerIds }: Renaming): TextEdit[] {
  const start = offsetAt(text, draft.place.line, draft.place.column)
  let part: YAMLMap | undefined
  visit(document, {
    Map(_, node) {
      if (node.range?.[0] === start) part = node
    },
  })
  const id = part?.items.find((pair) => isCalled(pair, 'id'))
  const [from, end] = (isScalar(id?.value) ? id.value.range : undefined) ?? []
  if (part === undefined || id === undefined || from === undefined || end === undefined) return []
  const name = { from, to: end, text: to.slice(to.lastIndexOf('/') + 1) }
  return [name, ...listEdits(part, text, end, formerIds)]
}

/** What writes the list of former ids: in the place of the one that is there, or behind the id. */
function listEdits(part: YAMLMap, text: string, idEnd: number, formerIds: readonly string[]): TextEdit[] {
  const list = `[${formerIds.join(', ')}]`
  const written = part.items.find((pair) => isCalled(pair, formerIdsField))
  if (written === undefined) {
    if (formerIds.length === 0) return []
    if (part.flow === true) return [{ from: idEnd, to: idEnd, text: `, ${formerIdsField}: ${list}` }]
    const start = part.range?.[0] ?? 0
    const at = lineEnd(text, idEnd)
    const newline = text.includes('\r\n') ? '\r\n' : '\n'
    const line = `${' '.repeat(start - lineStart(text, start))}${formerIdsField}: ${list}`
    return [{ from: at, to: at, text: text[at - 1] === '\n' ? line + newline : newline + line }]
  }
  const [keyFrom = 0, keyTo = 0] = (isScalar(written.key) ? written.key.range : undefined) ?? []
  const to = Math.max(endOf(written, text), keyTo)
  const isEmpty = !isSeq(written.value) && !isMap(written.value)
  return [{ from: keyFrom, to: isEmpty ? lineText(text, to) : to, text: `${formerIdsField}: ${list}` }]
}

const isCalled = ({ key }: Pair, name: string): boolean => isScalar(key) && key.value === name

/** Where what a line says ends: behind a colon that nothing follows. */
function lineText(text: string, at: number): number {
  return text[at] === ':' ? at + 1 : at
}

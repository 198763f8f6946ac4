import { Document, isSeq, visit } from 'yaml'
import type { Scalar } from 'yaml'
import type { FileFields, FileValue } from './file-value.ts'

/** Widest line that is written: what doesn't fit becomes a block. */
const width = 100

/** Longer text is folded, so that its name and its quotes fit in the line too. */
const longest = 72

/** A field as people write it: lists and mappings in blocks, long text in a block of its own. Ends with its last line. */
export function fieldText(name: string, value: FileValue): string {
  return print(new Map([[name, value]]))
}

/** A new file's text. */
export function fileText(fields: FileFields): string {
  return `${print(fields)}\n`
}

/** An entry of a list, behind its hyphen. Ends with its last line. */
export function entryText(value: FileValue): string {
  return print([value])
}

/** A list in one line, `[a, b]`; undefined where it has more than words, or doesn't fit in the line behind its name. */
export function flowText(name: string, list: readonly FileValue[]): string | undefined {
  if (list.some((each) => typeof each === 'object' && each !== null)) return undefined
  const document = new Document(list)
  if (isSeq(document.contents)) document.contents.flow = true
  const text = document.toString({ lineWidth: 0, flowCollectionPadding: false }).trimEnd()
  return text.includes('\n') || name.length + 2 + text.length > width ? undefined : text
}

/** Text in the quotes that other text was written in; undefined where it needs others, or none were there and it needs some. */
export function inStyleOf(written: string, value: string): string | undefined {
  const quoted = /^(['"])/.exec(written)?.[1]
  if (quoted === '"') return JSON.stringify(value)
  if (quoted === "'") return /[\n\p{Cc}]/u.test(value) ? undefined : `'${value.replaceAll("'", "''")}'`
  const text = print([value])
  return text.includes('\n') ? undefined : text.slice('- '.length)
}

function print(value: unknown): string {
  const document = new Document(value, { aliasDuplicateObjects: false })
  visit(document, {
    Scalar: (_key, node) => {
      setStyle(node)
    },
  })
  return document.toString({ lineWidth: width }).replace(/\n$/, '')
}

/** Text of several lines stands as it is, long text is folded, and what a block would change is quoted. */
function setStyle(node: Scalar): void {
  if (typeof node.value !== 'string') return
  const text = node.value
  if (!text.isWellFormed() || /[^\P{Cc}\n\t]/u.test(text)) node.type = 'QUOTE_DOUBLE'
  else if (text.includes('\n')) node.type = /^\s|\n\s+$/.test(text) ? 'QUOTE_DOUBLE' : 'BLOCK_LITERAL'
  else if (text.length > longest && text.includes(' ')) node.type = 'BLOCK_FOLDED'
}

import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import type { Document } from 'yaml'
import { ImportError } from '../../imported.ts'

/** YAML larger than this takes minutes; JSON is read ten times faster. */
const largestYaml = 20 * 1024 * 1024

/** A YAML document, and the lines of the entries at a path, in the order of `entriesAt`. */
export interface YamlDocument {
  readonly value: unknown
  readonly lines: (path: readonly string[]) => number[]
}

/** Parses YAML. @throws ImportError with every syntax error and its line. */
export function yamlDocument(text: string, name: string): YamlDocument {
  if (text.length > largestYaml)
    throw new ImportError(`${name}: YAML of more than 20 MB isn't read: convert it to JSON.`)
  const counter = new LineCounter()
  const document = parseDocument(text, {
    lineCounter: counter,
    prettyErrors: false,
    stringKeys: true,
    uniqueKeys: false,
    merge: true,
  })
  const problems = document.errors.map(({ pos, message }) => `${name}:${counter.linePos(pos[0]).line}  ${message}`)
  if (problems.length > 0) throw new ImportError(problems.join('\n'))
  try {
    const value: unknown = document.toJS({ maxAliasCount: 1000 })
    return {
      value,
      lines: (path) =>
        yamlEntryOffsets(document, document.contents, path).map((offset) => counter.linePos(offset).line),
    }
  } catch (error) {
    throw new ImportError(`${name}: ${(error as Error).message}.`)
  }
}

/** Offsets of the entries at a path, in the order of `entriesAt`. */
function yamlEntryOffsets(document: Document, node: unknown, path: readonly string[]): number[] {
  const [part, ...rest] = path
  if (isSeq(node)) {
    if (part !== undefined) return node.items.flatMap((item) => yamlEntryOffsets(document, item, path))
    return node.items.map((item) => offsetOf(item))
  }
  if (!isMap(node)) return []
  if (part === undefined) return node.items.map(({ key }) => offsetOf(key))
  const pairs = node.items.filter(({ key }) => part === '*' || String(isScalar(key) ? key.value : key) === part)
  return pairs.flatMap(({ value }) => yamlEntryOffsets(document, value, rest))
}

const offsetOf = (node: unknown): number => (node as { range?: readonly number[] | null } | null)?.range?.[0] ?? 0

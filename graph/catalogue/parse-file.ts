import { isMap, isPair, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import type { Document, YAMLError, YAMLMap } from 'yaml'
import type { Place } from './finding.ts'
import { readText } from './read-text.ts'
import type { Report } from './report.ts'

/** A file that is YAML and holds a mapping. */
export interface ParsedFile {
  /** The YAML as it stands in the file, without a byte order mark: nodes' ranges are places in it. */
  readonly text: string
  readonly map: YAMLMap
  readonly document: Document
  /** What follows the front matter of a `.md` file, and where it begins. */
  readonly body: { readonly text: string; readonly place: Place } | undefined
  /** The place of a character of the file, by its offset. */
  readonly placeAt: (offset: number | undefined) => Place
}

/**
 * Parses a YAML file, or a Markdown file with front matter. Every syntax error is reported with its place.
 * @param text what the file holds, where it isn't written yet.
 * @returns undefined when the file can't be used; that was reported.
 */
export function parseFile(place: Place, report: Report, text = readText(place, report)): ParsedFile | undefined {
  if (text === undefined) return undefined
  const yaml = place.path.endsWith('.md') ? frontMatter(text, place, report) : { text, bodyAt: undefined }
  if (yaml === undefined) return undefined

  const lines = new LineCounter()
  const document = parse(yaml.text, lines)
  const repeated = document === undefined ? undefined : repeatedKeys(document)
  if (document === undefined || repeated === undefined) {
    report.error('yaml-syntax', place, 'This file is nested too deeply.', { hint: 'Catalogue files have few levels.' })
    return undefined
  }
  const placeAt = (offset: number | undefined): Place => {
    const { line, col } = lines.linePos(Math.min(offset ?? 0, yaml.text.length))
    return { ...place, line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  const indented = wronglyIndented(document.errors, yaml.text)
  for (const at of indented.lines) {
    report.error('yaml-syntax', placeAt(at), 'This line belongs to the field above, by its indentation.', {
      hint: 'Begin all fields of one item in the same column, and put text that contains ": " into quotes.',
    })
  }
  for (const problem of [...document.errors, ...document.warnings]) {
    if (indented.problems.has(problem)) continue
    report.error('yaml-syntax', placeAt(problem.pos[0]), messages[problem.code] ?? sentence(problem.message), {
      hint: problem.message.startsWith('Flow ') ? hints.MISSING_CHAR : hints[problem.code],
    })
  }
  for (const at of repeated) {
    report.error('yaml-syntax', placeAt(at), 'Map keys must be unique.', { hint: 'Write each field once.' })
  }
  if (document.errors.length > 0 || repeated.length > 0) return undefined
  if (!isMap(document.contents)) {
    const { contents } = document
    const empty = contents === null || (isScalar(contents) && contents.value === null)
    report.error(
      'yaml-syntax',
      placeAt(empty ? 0 : contents.range[0]),
      empty ? 'This file is empty.' : 'This file is no mapping of fields.',
      {
        hint: 'Write one field a line, at least "name: …".',
      },
    )
    return undefined
  }
  const body = yaml.bodyAt === undefined ? undefined : bodyOf(text, yaml.bodyAt, place)
  return { text: yaml.text, map: document.contents, document, body, placeAt }
}

/** The document, or undefined when its levels are more than the parser's stack holds. */
function parse(text: string, lineCounter: LineCounter): Document.Parsed | undefined {
  try {
    return parseDocument(text, { lineCounter, prettyErrors: false, stringKeys: true, uniqueKeys: false })
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/**
 * A field that is indented deeper than the one above, which has text already. The parser reads both as one long key, and says so
 * in two errors at that text.
 * @returns these errors, and the offsets of the fields.
 */
function wronglyIndented(errors: readonly YAMLError[], text: string): { problems: Set<YAMLError>; lines: number[] } {
  const nested = new Map(
    errors.filter(({ code }) => code === 'BLOCK_AS_IMPLICIT_KEY').map((error) => [error.pos[0], error]),
  )
  const problems = new Set<YAMLError>()
  const lines: number[] = []
  for (const error of errors.filter(({ code }) => code === 'MULTILINE_IMPLICIT_KEY')) {
    const [from, to] = error.pos
    const first = nested.get(from)
    if (first === undefined) continue
    problems.add(first).add(error)
    const line = text.lastIndexOf('\n', to - 1) + 1
    lines.push(line + text.slice(line, to).search(/\S/))
  }
  return { problems, lines }
}

/** More levels than any field has: what is within can be walked without care for the stack. */
const mostLevels = 100

/**
 * Offsets of keys that a mapping holds twice. The parser's own check compares every key with every other: a file of 50,000
 * would take seconds.
 * @returns undefined when the document has too many levels.
 */
function repeatedKeys(document: Document): number[] | undefined {
  const levels: number[][] = []
  let level: unknown[] = [document.contents]
  while (level.length > 0) {
    if (levels.length > mostLevels) return undefined
    levels.push(level.flatMap((node) => (isMap(node) ? repeatedIn(node) : [])))
    level = level.flatMap(childrenOf)
  }
  return levels.flat().sort((a, b) => a - b)
}

function repeatedIn(map: YAMLMap): number[] {
  const seen = new Set<unknown>()
  return map.items.flatMap(({ key }) => {
    if (!isScalar(key)) return []
    const before = seen.size
    return seen.add(key.value).size > before ? [] : [key.range?.[0] ?? 0]
  })
}

function childrenOf(node: unknown): unknown[] {
  if (!isMap(node) && !isSeq(node)) return []
  return (node.items as unknown[]).flatMap((each) => (isPair(each) ? [each.key, each.value] : [each]))
}

/**
 * The YAML of a Markdown file's front matter. It is cut from the file's first character on, so that positions stay right:
 * the opening `---` is YAML's own document start.
 */
function frontMatter(text: string, place: Place, report: Report): { text: string; bodyAt: number } | undefined {
  if (!/^---[ \t]*\r?\n/.test(text)) {
    report.error('front-matter', place, 'A Markdown file begins with front matter.', {
      hint: 'Write the fields between two lines of three hyphens (---), and the text below.',
    })
    return undefined
  }
  const close = /^---[ \t]*(?:\r?\n|$)/gm
  close.lastIndex = text.indexOf('\n') + 1
  const end = close.exec(text)
  if (end === null) {
    report.error('front-matter', place, 'The front matter has no end.', {
      hint: 'Close it with a line of three hyphens (---).',
    })
    return undefined
  }
  return { text: text.slice(0, end.index), bodyAt: end.index + end[0].length }
}

function bodyOf(text: string, from: number, place: Place): ParsedFile['body'] {
  const rest = text.slice(from)
  const body = rest.trim()
  if (body === '') return undefined
  const before = text.slice(0, from + rest.indexOf(body))
  const line = before.split('\n').length
  const column = before.length - before.lastIndexOf('\n')
  return { text: body.replaceAll('\r\n', '\n'), place: { ...place, line, column } }
}

const sentence = (message: string): string => (/[.!?]$/.test(message) ? message : `${message}.`)

/** Errors that the parser says in its programmers' words. */
const messages: Readonly<Record<string, string>> = {
  MULTIPLE_DOCS: 'This file holds several documents.',
}

/** What to do about YAML's more puzzling errors. */
const hints: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'Indent with spaces.',
  MULTIPLE_DOCS: 'One file holds one item: split it.',
  BAD_INDENT: 'Lines of one mapping or list begin in the same column.',
  BLOCK_AS_IMPLICIT_KEY: 'Put text that contains ": " into quotes.',
  MULTILINE_IMPLICIT_KEY: "Put a colon and a space behind the field's name.",
  UNEXPECTED_TOKEN: 'Check the indentation: all fields of one item begin in the same column.',
  MISSING_CHAR: 'Check quotes and brackets: each needs its partner.',
}

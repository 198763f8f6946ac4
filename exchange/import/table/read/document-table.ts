import { ImportError } from '../../imported.ts'
import type { LeftOut } from '../../imported.ts'
import { isMapping, shortened, textOf } from '../table.ts'
import type { Cell, Row, Table } from '../table.ts'
import { cellsAt, pathParts } from './cells-at.ts'
import { entriesAt, listsIn } from './entries-at.ts'
import type { Entry } from './entries-at.ts'
import { jsonEntryLines } from './json-lines.ts'
import { yamlDocument } from './yaml-document.ts'

/**
 * Reads the list of a YAML or JSON document.
 * @param path where the list is: `services`, `teams.*.services`; ".": the document is one record; none: the document is the list.
 * @throws ImportError where it can't be parsed, or isn't there.
 */
export function documentTable(text: string, name: string, path: string | undefined, json: boolean): Table {
  const parts = path === undefined || path === '.' ? [] : pathParts(path)
  const document = json ? undefined : yamlDocument(text, name)
  const whole = document === undefined ? parsedJson(text, name) : (document.value as Cell)
  if (path === '.' || (path === undefined && isMapping(whole) && listsIn(whole).length === 0)) {
    return tableOf(name, [{ cell: whole, key: undefined, outer: undefined }], [1])
  }
  if (path === undefined && isMapping(whole)) {
    const lists = listsIn(whole)
    throw new ImportError(
      `${name}: Say where the list of records is, in the mapping: rows: ${lists[0] ?? ''}${lists.length > 1 ? ` (it has ${lists.join(', ')})` : ''}, or rows: "." where the file is one record.`,
    )
  }
  const entries = entriesAt(whole, parts)
  if (entries.length === 0) {
    const lists = isMapping(whole) ? listsIn(whole).join(', ') : ''
    throw new ImportError(`${name}: There is no list at "${path ?? '.'}".${lists === '' ? '' : ` There is ${lists}.`}`)
  }
  const lines = document === undefined ? jsonEntryLines(text, parts) : document.lines(parts)
  return tableOf(name, entries, lines)
}

/** Reads JSON Lines: one record a line; lines that are none are left out. */
export function jsonLinesTable(text: string, name: string): Table {
  const leftOut: LeftOut[] = []
  const found = text.split(/\r?\n/).flatMap((line, i): { entry: Entry; line: number }[] => {
    if (line.trim() === '') return []
    try {
      return [{ entry: { cell: JSON.parse(line) as Cell, key: undefined, outer: undefined }, line: i + 1 }]
    } catch (error) {
      leftOut.push({
        record: `${name}:${i + 1}`,
        text: shortened(line),
        reason: `This line is no JSON: ${(error as Error).message}.`,
      })
      return []
    }
  })
  const table = tableOf(
    name,
    found.map(({ entry }) => entry),
    found.map(({ line }) => line),
  )
  return { ...table, leftOut: [...table.leftOut, ...leftOut] }
}

/** Reads a Markdown file with front matter as one record, whose `body` is what follows. */
export function markdownTable(text: string, name: string): Table {
  const match = /^---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m.exec(text)
  if (match?.index !== 0)
    throw new ImportError(`${name}: A Markdown file is read for its front matter, and this one has none.`)
  const front = yamlDocument(match[1] ?? '', name).value as Cell
  const cell = { ...(isMapping(front) ? front : {}), body: text.slice(match[0].length).trim() }
  return tableOf(name, [{ cell, key: undefined, outer: undefined }], [1])
}

/** What a YAML or JSON document says. @throws ImportError where it can't be parsed. */
export const wholeDocument = (text: string, name: string, json: boolean): Cell =>
  json ? parsedJson(text, name) : (yamlDocument(text, name).value as Cell)

function parsedJson(text: string, name: string): Cell {
  try {
    return JSON.parse(text) as Cell
  } catch (error) {
    throw new ImportError(
      `${name}: This is no JSON: ${(error as Error).message}. A file with one record a line ends in .jsonl.`,
    )
  }
}

function tableOf(name: string, entries: readonly Entry[], lines: readonly number[]): Table {
  // Where a document says a key twice, or all on one line, lines tell nothing: entries are counted then.
  const told = lines.length === entries.length && new Set(lines).size === lines.length
  const rows = entries.map((entry, i) =>
    documentRow(entry, told ? `${name}:${lines[i] ?? 1}` : `${name}#${i + 1}`, name),
  )
  return { name, columns: [...pathsIn(entries)], rows, leftOut: [], notes: [] }
}

function documentRow({ cell, key, outer }: Entry, record: string, name: string): Row {
  const around: Readonly<Record<string, Cell>> = {
    ...(key === undefined ? {} : { key }),
    ...(outer === undefined ? {} : { outer }),
    file: (name.split('/').at(-1) ?? name).replace(/\.\w+$/, ''),
  }
  const own: Cell = isMapping(cell) ? cell : { value: cell }
  return {
    record,
    at: (column) => {
      const found = cellsAt(own, column)
      return found.length > 0 ? found : cellsAt(around, column)
    },
    summary: () => shortened(`${key === undefined ? '' : `${key}: `}${textOf(cell)}`),
  }
}

/** Paths that lead to a value in some entry, in the order in which they come up. */
function pathsIn(entries: readonly Entry[]): Set<string> {
  const paths = new Set<string>()
  const walk = (cell: Cell, path: string, depth: number): void => {
    if (cell === null || cell === '') return
    if (Array.isArray(cell)) for (const each of cell as readonly Cell[]) walk(each, path, depth)
    else if (isMapping(cell) && depth < 8)
      for (const [key, value] of Object.entries(cell)) walk(value, path === '' ? key : `${path}.${key}`, depth + 1)
    else paths.add(path === '' ? 'value' : path)
  }
  for (const { cell } of entries) walk(cell, '', 0)
  return paths
}

import { isMap, isSeq, LineCounter, parseDocument } from 'yaml'
import type { Document, Node } from 'yaml'
import type { z } from 'zod'
import { suggest } from '../../../../graph/catalogue/suggest.ts'
import { ImportError } from '../../imported.ts'
import type { Mapping } from './mapping.ts'
import { oneSource, severalSources } from './mapping-schema.ts'

/** Where something stands in a mapping: `['items', 0, 'fields', 'start']`. */
export type MappingPath = readonly PropertyKey[]

/** A mapping that was read, and where what it says is written. */
export interface ReadMapping {
  /** The file, as people know it. */
  readonly file: string
  readonly mapping: Mapping
  /** Path of a source of `mapping.sources`: a mapping of one source has it at its root. */
  readonly pathOf: (source: number) => MappingPath
  /** Notes a problem at a place, for {@link ReadMapping.refuse}. */
  readonly problem: (path: MappingPath, message: string) => void
  /** @throws ImportError with all problems that were noted, line by line; nothing where there are none. */
  readonly refuse: () => void
}

/** Words that settle nothing are read as text: `text: 12` and `words: {Yes: true}` are what people mean. */
const limits = { maxAliasCount: 100 }

/**
 * Reads a mapping file and checks its shape; what its fields and columns are is checked by those who know the model and the
 * tables, with `problem`.
 * @throws ImportError with all problems at once.
 */
export function readMapping(text: string, file: string): ReadMapping {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true })
  const found: { readonly line: number; readonly message: string }[] = []
  const problem = (path: MappingPath, message: string): void => {
    found.push({ line: lines.linePos(offsetOf(document, path)).line, message })
  }
  const refuse = (): void => {
    if (found.length === 0) return
    const told = [...new Map(found.map((each) => [`${each.line} ${each.message}`, each])).values()]
    const sorted = told.sort((a, b) => a.line - b.line)
    throw new ImportError(sorted.map(({ line, message }) => `${file}:${line}  ${message}`).join('\n'))
  }
  for (const { pos, message } of document.errors) found.push({ line: lines.linePos(pos[0]).line, message })
  refuse()
  const said = document.toJS(limits) as unknown
  const several = typeof said === 'object' && said !== null && 'sources' in said
  const read = (several ? severalSources : oneSource).safeParse(said)
  for (const issue of read.error?.issues ?? []) explain(issue, [], problem)
  refuse()
  const { system, same = {}, ...rest } = read.data as z.infer<typeof oneSource> | z.infer<typeof severalSources>
  const sources = 'sources' in rest ? rest.sources : [rest]
  return {
    file,
    mapping: { ...(system === undefined ? {} : { system }), same, sources },
    pathOf: (source) => (several ? ['sources', source] : []),
    problem,
    refuse,
  }
}

/** Offset of what stands at a path, or of the last part of it that is there. */
function offsetOf(document: Document, path: MappingPath): number {
  let node: unknown = document.contents
  let offset = 0
  for (const part of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => String(key) === String(part))
      if (pair === undefined) break
      offset = (pair.key as Node).range?.[0] ?? offset
      node = pair.value
    } else if (isSeq(node) && node.items[Number(part)] !== undefined) {
      node = node.items[Number(part)]
      offset = (node as Node).range?.[0] ?? offset
    } else break
  }
  return offset
}

type Issue = z.core.$ZodIssue

/** What zod found, in words, each at its own place. Of alternatives, those that have what is written there are told. */
function explain(issue: Issue, before: MappingPath, problem: ReadMapping['problem']): void {
  const path = [...before, ...issue.path]
  if (issue.code === 'invalid_union') {
    const fitting = issue.errors.filter(
      (each) => !each.some(({ code, path: at }) => code === 'invalid_type' && at.length === 0),
    )
    for (const inner of fitting[0] ?? []) explain(inner, path, problem)
    if (fitting.length === 0)
      problem(path, `"${nameOf(path)}" takes ${kindsTaken(issue.errors)}.${quotes(issue.errors)}`)
  } else if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) {
      problem([...path, key], `There is no key "${key}" here. ${suggest(key, keysHere(path)) ?? ''}`.trim())
    }
  } else if (issue.code === 'invalid_type' && /undefined$/.test(issue.message)) {
    problem(path.slice(0, -1), `"${nameOf(path)}" is missing.`)
  } else if (issue.code === 'invalid_type') {
    problem(path, `"${nameOf(path)}" takes ${said[issue.expected] ?? issue.expected}.`)
  } else if (issue.code === 'too_small') problem(path, `"${nameOf(path)}" is empty.`)
  else if (issue.code === 'invalid_value') problem(path, `"${nameOf(path)}" is one of ${issue.values.join(', ')}.`)
  else problem(path, `"${nameOf(path)}": ${issue.message}.`)
}

const said: Readonly<Record<string, string>> = {
  string: 'text',
  array: 'a list',
  object: 'a mapping',
  record: 'a mapping',
  number: 'a number',
  boolean: 'true or false',
}

const nameOf = (path: MappingPath): string => path.findLast((each) => typeof each === 'string') ?? 'The mapping'

function kindsTaken(errors: readonly (readonly Issue[])[]): string {
  const kinds = errors.flat().flatMap((each): string[] => {
    if (each.path.length > 0) return []
    if (each.code === 'invalid_union') return [kindsTaken(each.errors)]
    return each.code === 'invalid_type' ? [said[each.expected] ?? each.expected] : []
  })
  return [...new Set(kinds)].join(' or ')
}

/** Headings such as 2027 and words such as yes are numbers and the like in YAML. */
const quotes = (errors: readonly (readonly Issue[])[]): string =>
  /received (number|boolean|null)/.test(JSON.stringify(errors)) ? ' Put it into quotes.' : ''

/** Keys that could be meant at a path: those of the schema whose place it is. */
function keysHere(path: MappingPath): string[] {
  const keys = (schema: { readonly shape: object }): string[] => Object.keys(schema.shape)
  const at = path.filter((each) => typeof each === 'string')
  const within = at.at(-1)
  if (within === undefined) return [...keys(oneSource), ...keys(severalSources)]
  if (within === 'sources') return keys(oneSource)
  const entry = oneSource.shape.items.element
  if (within === 'items') return keys(entry)
  return at.includes('when') && !at.includes('fields') ? ['not', 'empty', 'match'] : longSourceKeys
}

const longSourceKeys =
  'column text is each split match words otherwise date day decimal currency unit item by with parts'.split(' ')

import { isMap, isSeq, LineCounter, parseDocument, visit } from 'yaml'
import type { Document, Node } from 'yaml'
import type { z } from 'zod'
import { safeParse } from 'zod/v4/core'
import { suggest } from '../catalogue/suggest.ts'
import { keysAt } from './schema-keys.ts'

/** Where something stands in a YAML text: `['items', 0, 'fields', 'start']`. */
export type YamlPath = readonly PropertyKey[]

/** Something wrong in a YAML text. Lines and columns count from 1. */
export interface YamlProblem {
  readonly line: number
  readonly column: number
  readonly message: string
}

/** A text may repeat parts of itself by aliases, but not blow up. */
const aliases = { maxAliasCount: 100 }

/** A YAML text that people write and a zod schema describes, with the places of what it says: for all its problems at once. */
export class YamlBySchema {
  readonly #lines = new LineCounter()
  readonly #document: Document
  readonly #found: YamlProblem[] = []
  readonly #said: unknown

  constructor(text: string) {
    this.#document = parseDocument(text, { lineCounter: this.#lines, prettyErrors: false, stringKeys: true })
    for (const { pos, message } of this.#document.errors) this.#problemAt(pos[0], message)
    visit(this.#document, {
      Alias: (_key, alias) => {
        if (alias.resolve(this.#document) !== undefined) return
        this.#problemAt(alias.range?.[0] ?? 0, `There is no "&${alias.source}" before this for the alias to repeat.`)
      },
    })
    if (this.#found.length === 0) this.#said = this.#values()
  }

  /** What the text says, without any schema; undefined where it is no YAML. An empty text says null. */
  said(): unknown {
    return this.#said
  }

  /**
   * Reads the text as a schema says; its problems are noted.
   * @param name what people call the whole: "The mapping".
   * @returns undefined where something is wrong.
   */
  read<Schema extends z.core.$ZodType>(schema: Schema, name: string): z.infer<Schema> | undefined {
    if (this.#found.length > 0) return undefined
    const read = safeParse(schema, this.#said)
    if (read.success) return read.data
    for (const issue of read.error.issues) this.#explain(issue, [], { schema, name })
    return undefined
  }

  /** Notes a problem of what stands at a path, or at the last part of it that is there. */
  problem(path: YamlPath, message: string): void {
    this.#problemAt(offsetOf(this.#document, path), message)
  }

  /** What is wrong, each once, line by line. */
  problems(): readonly YamlProblem[] {
    const told = new Map(this.#found.map((each) => [`${each.line} ${each.message}`, each]))
    return [...told.values()].sort((a, b) => a.line - b.line)
  }

  #values(): unknown {
    try {
      return this.#document.toJS(aliases)
    } catch (error) {
      // Aliases that repeat too much, and what YAML 1.1 asks of merged mappings, show only here.
      this.#problemAt(0, `This can’t be read as YAML: ${error instanceof Error ? error.message : String(error)}.`)
      return undefined
    }
  }

  #problemAt(offset: number, message: string): void {
    const { line, col } = this.#lines.linePos(offset)
    this.#found.push({ line, column: col, message })
  }

  /** What zod found, in words, each at its own place. Of alternatives, those that have what is written there are told. */
  #explain(issue: Issue, before: YamlPath, whole: Whole): void {
    const path = [...before, ...issue.path]
    const named = `"${path.findLast((each) => typeof each === 'string') ?? whole.name}"`
    switch (issue.code) {
      case 'invalid_union': {
        const fitting = issue.errors.find(
          (each) => !each.some(({ code, path: at }) => code === 'invalid_type' && at.length === 0),
        )
        for (const inner of fitting ?? []) this.#explain(inner, path, whole)
        if (fitting === undefined)
          this.problem(path, `${named} takes ${kindsTaken(issue.errors)}.${quotes(issue.errors)}`)
        return
      }
      case 'unrecognized_keys':
        for (const key of issue.keys) {
          const meant = suggest(key, keysAt(whole.schema, path))
          this.problem([...path, key], `There is no key "${key}" here. ${meant ?? ''}`.trim())
        }
        return
      case 'invalid_type':
        if (/undefined$/.test(issue.message)) this.problem(path.slice(0, -1), `${named} is missing.`)
        else this.problem(path, `${named} takes ${kinds[issue.expected] ?? issue.expected}.`)
        return
      case 'too_small':
        if (isNumber(issue.origin)) this.problem(path, `${named} is at least ${String(issue.minimum)}.`)
        else this.problem(path, `${named} is empty.`)
        return
      case 'too_big':
        if (isNumber(issue.origin)) this.problem(path, `${named} is at most ${String(issue.maximum)}.`)
        else this.problem(path, `${named} is longer than ${String(issue.maximum)}.`)
        return
      case 'invalid_value':
        this.problem(path, `${named} is one of ${issue.values.join(', ')}.`)
        return
      default:
        this.problem(path, `${named}: ${issue.message.replace(/\.$/, '')}.`)
    }
  }
}

/** What a text is read as. */
interface Whole {
  readonly schema: z.core.$ZodType
  readonly name: string
}

type Issue = z.core.$ZodIssue

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  array: 'a list',
  object: 'a mapping',
  record: 'a mapping',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
}

const isNumber = (origin: string): boolean => ['number', 'int', 'bigint'].includes(origin)

function kindsTaken(errors: readonly (readonly Issue[])[]): string {
  const taken = errors.flat().flatMap((each): string[] => {
    if (each.path.length > 0) return []
    if (each.code === 'invalid_union') return [kindsTaken(each.errors)]
    return each.code === 'invalid_type' ? [kinds[each.expected] ?? each.expected] : []
  })
  return [...new Set(taken)].join(' or ')
}

/** Names such as 2027 and words such as yes are numbers and the like in YAML. */
const quotes = (errors: readonly (readonly Issue[])[]): string =>
  /received (number|boolean|null)/.test(JSON.stringify(errors)) ? ' Put it into quotes.' : ''

/** Offset of what stands at a path, or of the last part of it that is there. */
function offsetOf(document: Document, path: YamlPath): number {
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

import { isDeepStrictEqual } from 'node:util'
import { isMap, isScalar, isSeq, visit } from 'yaml'
import type { Pair, YAMLSeq } from 'yaml'
import type { Place } from '../graph/catalogue/finding.ts'
import { parseFile } from '../graph/catalogue/parse-file.ts'
import type { ParsedFile } from '../graph/catalogue/parse-file.ts'
import { Report } from '../graph/catalogue/report.ts'
import type { FileFields, FileValue } from './file-value.ts'
import { endOf, lineEnd, lineStart } from './lines.ts'
import { mergedList } from './merged-list.ts'
import { fieldText, flowText, inStyleOf } from './yaml-text.ts'

/** A file that can't be changed by a program: with its place and why. */
export class FileNotEditable extends Error {}

/**
 * The text of one catalogue file, YAML or Markdown with front matter, changed in place: what isn't touched stays byte for
 * byte, with its comments, order and quotes. Every change is read again before it counts.
 */
export class CatalogueFileText {
  readonly #path: string
  #text: string
  #parsed: ParsedFile
  #fields: FileFields

  /**
   * @param path the file as people open it; its ending says how it is read.
   * @throws FileNotEditable when it isn't what a catalogue file is.
   */
  constructor(path: string, text: string) {
    this.#path = path
    this.#text = text
    this.#parsed = this.#parse(text)
    this.#fields = this.#read(this.#parsed)
  }

  /** What it holds, the text below front matter as `body`. */
  get fields(): FileFields {
    return this.#fields
  }

  /** Whether anybody wrote a remark in it. */
  get hasComments(): boolean {
    const { document } = this.#parsed
    let found = document.comment != null || document.commentBefore != null
    visit(document, {
      Node: (_key, node) => {
        if (node.comment == null && node.commentBefore == null) return undefined
        found = true
        return visit.BREAK
      },
    })
    return found
  }

  toString(): string {
    return this.#text
  }

  /** Writes a field: in its place where it is there, else where `order` says that it belongs. */
  set(name: string, value: FileValue, order: readonly string[] = []): void {
    if (isDeepStrictEqual(this.#fields.get(name), value)) return
    const after = new Map([...this.#fields, [name, value] as const])
    if (name === 'body' && this.#parsed.body !== undefined) {
      const text = String(value).trim()
      after.set('body', text)
      this.#change([{ from: this.#bodyAt(this.#parsed.body.place.line), to: this.#text.trimEnd().length, text }], after)
      return
    }
    const pair = this.#pair(name)
    const edits = pair === undefined ? [this.#insertion(name, value, order)] : this.#replacements(pair, name, value)
    this.#change(edits, after)
  }

  /** Takes a field out, with the comment in its line; comments above it stay. */
  remove(name: string): void {
    if (!this.#fields.has(name)) return
    const after = new Map([...this.#fields].filter(([each]) => each !== name))
    if (name === 'body' && this.#parsed.body !== undefined) {
      this.#change([{ from: this.#bodyAt(this.#parsed.body.place.line), to: this.#text.length, text: '' }], after)
      return
    }
    const pair = this.#pair(name)
    if (pair === undefined) return
    const from = lineStart(this.#text, startOf(pair))
    this.#change([{ from, to: lineEnd(this.#text, endOf(pair, this.#text)), text: '' }], after)
  }

  /** Offset of the text below front matter, which begins in this line. */
  #bodyAt(line: number): number {
    let at = 0
    for (let passed = 1; passed < line; passed++) at = this.#text.indexOf('\n', at) + 1
    return at + this.#text.slice(at).search(/\S/)
  }

  #parse(text: string): ParsedFile {
    const report = new Report()
    const place: Place = { layer: '', path: this.#path, file: this.#path, line: 1, column: 1 }
    const parsed = parseFile(place, report, text)
    if (parsed !== undefined && parsed.map.flow !== true) return parsed
    const [finding] = report.findings
    const line = String(finding?.place.line ?? 1)
    throw new FileNotEditable(
      `${this.#path}:${line} can't be changed by a program: ${finding?.message ?? 'its fields stand in one pair of braces.'}`,
    )
  }

  #read({ map, document, body }: ParsedFile): FileFields {
    try {
      const written = map.items.map(({ key, value }: Pair): [string, FileValue] => {
        const node = value as { toJS?: (document: ParsedFile['document']) => unknown } | null
        return [String(isScalar(key) ? key.value : key), (node?.toJS?.(document) ?? null) as FileValue]
      })
      return new Map(body === undefined ? written : [...written, ['body', body.text]])
    } catch (error) {
      if (error instanceof ReferenceError) throw new FileNotEditable(`${this.#path}: ${error.message}`)
      throw error
    }
  }

  #pair(name: string): Pair | undefined {
    return this.#parsed.map.items.find(({ key }: Pair) => isScalar(key) && String(key.value) === name)
  }

  #insertion(name: string, value: FileValue, order: readonly string[]): Edit {
    const { items } = this.#parsed.map
    const rank = order.indexOf(name)
    const ranks = items.map(({ key }: Pair) => order.indexOf(String(isScalar(key) ? key.value : key)))
    const before = rank === -1 ? items.length - 1 : ranks.findLastIndex((each) => each <= rank && each !== -1)
    const anchor = items[before]
    const text = `${fieldText(name, value)}\n`
    if (anchor === undefined) {
      const first = items[0]
      const at = first === undefined ? this.#text.length : lineStart(this.#text, startOf(first))
      return { from: at, to: at, text }
    }
    const at = lineEnd(this.#text, endOf(anchor, this.#text))
    return { from: at, to: at, text: this.#text[at - 1] === '\n' ? text : `\n${text.trimEnd()}` }
  }

  /** What stands behind a field's name, replaced with as little as will do. */
  #replacements(pair: Pair, name: string, value: FileValue): Edit[] {
    const { value: node } = pair
    const [from, to] = [startOf(pair), endOf(pair, this.#text)]
    if (isSeq(node) && !isMap(node) && Array.isArray(value) && value.length > 0) {
      const entries = value as readonly FileValue[]
      if (node.flow === true) {
        const flow = flowText(name, entries)
        if (flow !== undefined && node.range) return [{ from: node.range[0], to: node.range[1], text: flow }]
      } else if (node.items.length > 0) return [this.#mergedList(node, entries)]
    }
    const isLine = !this.#text.slice(from, to).includes('\n')
    if (isScalar(node) && isLine && typeof value === 'string' && node.range && node.range[1] > node.range[0]) {
      const text = inStyleOf(this.#text.slice(node.range[0], node.range[1]), value)
      if (text !== undefined) return [{ from: node.range[0], to: node.range[1], text }]
    }
    const text = fieldText(name, value)
    const rest = this.#text.slice(to, lineEnd(this.#text, to)).trimEnd()
    if (rest === '') return [{ from, to: lineEnd(this.#text, to), text: `${text}\n` }]
    if (!text.includes('\n')) return [{ from, to, text }]
    // The line's comment would become part of a block: it goes above.
    return [{ from, to: to + rest.length, text: `${rest.trim()}\n${text}` }]
  }

  #mergedList(list: YAMLSeq, value: readonly FileValue[]): Edit {
    const old = list.items.map((item) => ({
      value: ((item as { toJS?: (document: ParsedFile['document']) => unknown } | null)?.toJS?.(
        this.#parsed.document,
      ) ?? null) as FileValue,
      end: lineEnd(this.#text, endOf(item, this.#text)),
    }))
    const first = list.range?.[0] ?? 0
    const from = lineStart(this.#text, first)
    return {
      from,
      to: old.at(-1)?.end ?? from,
      text: mergedList(this.#text, from, old, value, first - from),
    }
  }

  #change(edits: readonly Edit[], expected: FileFields): void {
    const crlf = this.#text.includes('\r\n')
    let text = this.#text
    for (const edit of edits) {
      const inserted = crlf ? edit.text.replaceAll(/\r?\n/g, '\r\n') : edit.text
      text = text.slice(0, edit.from) + inserted + text.slice(edit.to)
    }
    const parsed = this.#parse(text)
    const fields = this.#read(parsed)
    const names = new Set([...fields.keys(), ...expected.keys()])
    const lost = [...names].find((name) => !isDeepStrictEqual(fields.get(name) ?? null, expected.get(name) ?? null))
    if (lost !== undefined) {
      throw new FileNotEditable(
        `${this.#path} can't be changed by a program: "${lost}" would say something else. Write it without anchors.`,
      )
    }
    this.#text = text
    this.#parsed = parsed
    this.#fields = fields
  }
}

/** A change of text: what stands from one offset to another is replaced. */
interface Edit {
  readonly from: number
  readonly to: number
  readonly text: string
}

const startOf = ({ key }: Pair): number => (isScalar(key) ? (key.range?.[0] ?? 0) : 0)

import { isAlias, isMap, isScalar, isSeq } from 'yaml'
import type { Node as YamlNode } from 'yaml'
import type { Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml'
import type { Attribute, EnumType, Model } from '../model/model.ts'
import type { Value } from './catalogue.ts'
import type { Fix, Place } from './finding.ts'
import type { ParsedFile } from './parse-file.ts'
import type { ReadingRule } from './reading-rules.ts'
import type { Report } from './report.ts'
import { meantBy } from './meant.ts'
import { readName, readScalar } from './scalars.ts'
import { suggest } from './suggest.ts'

/** A key of a mapping with what stands behind it. */
export interface Field {
  readonly name: string
  /** Where its name stands. */
  readonly place: Place
  /** The node behind it; undefined for nothing, or `null`. */
  readonly value: Node | undefined
}

/** A YAML node, aliases resolved. */
export type Node = YamlNode

/** More uses of anchors than anybody writes: a file that has more is an attack or a mistake ("billion laughs"). */
const mostAliases = 100

/** Reads mappings, lists and scalars of one file as the model says, and reports what doesn't fit, all of it. */
export class FieldReader {
  readonly #file: ParsedFile
  readonly #model: Model
  readonly #report: Report
  /** Id of the item that is being read, for findings. */
  item: string | undefined
  #aliases = 0

  constructor(file: ParsedFile, model: Model, report: Report) {
    this.#file = file
    this.#model = model
    this.#report = report
  }

  /** The place of a node. */
  placeOf(node: unknown): Place {
    const range = (node as { range?: readonly number[] } | undefined)?.range
    return this.#file.placeAt(range?.[0])
  }

  /** The fields of a mapping, in order. Keys that aren't plain words are reported. */
  fields(map: YAMLMap): Field[] {
    return map.items.flatMap((pair: Pair): Field[] => {
      if (!isScalar(pair.key)) {
        this.error('yaml-syntax', this.placeOf(pair.key ?? map), 'A field needs a name.')
        return []
      }
      return [{ name: String(pair.key.value), place: this.placeOf(pair.key), value: this.resolve(pair.value) }]
    })
  }

  /** A node with its alias resolved; undefined for `null`, and for more aliases than a file may have (reported once). */
  resolve(node: unknown): Node | undefined {
    if (isAlias(node)) {
      this.#aliases += 1
      if (this.#aliases > mostAliases) {
        if (this.#aliases === mostAliases + 1) {
          this.error(
            'aliases',
            this.placeOf(node),
            `This file uses more than ${String(mostAliases)} aliases.`,
            'Write the values out.',
          )
        }
        return undefined
      }
      const meant = node.resolve(this.#file.document)
      if (meant === undefined) {
        this.error(
          'yaml-syntax',
          this.placeOf(node),
          `No value is marked with "&${node.source}".`,
          'Put text that begins with * into quotes.',
        )
      }
      return this.resolve(meant)
    }
    if (node === null || node === undefined || (isScalar(node) && node.value === null)) return undefined
    return node as Node
  }

  /** Reads an attribute's value: a scalar, an enum's word, a mapping of parts, or a list of those. */
  attribute(attribute: Attribute, node: Node): Value | undefined {
    if (!attribute.list) return this.#one(attribute, node)
    if (!isSeq(node)) {
      this.wrongType(
        node,
        `"${attribute.name}" takes a list`,
        'Write each entry on a line of its own, behind a hyphen.',
      )
      return undefined
    }
    return this.entries(attribute.name, node).flatMap((entry) => this.#one(attribute, entry) ?? [])
  }

  /** The entries of a list, aliases resolved. Empty ones are reported. */
  entries(field: string, list: YAMLSeq): Node[] {
    return list.items.flatMap((each) => {
      const entry = this.resolve(each)
      if (entry === undefined && !isAlias(each)) {
        this.error(
          'wrong-type',
          this.placeOf(each ?? list),
          `An entry of "${field}" is empty.`,
          'Write something behind its hyphen, or take it out.',
        )
      }
      return entry ?? []
    })
  }

  /** Where a text begins: for a block (`|`, `>`), the line below its sign. */
  textPlaceOf(node: Node): Place {
    const place = this.placeOf(node)
    return isBlock(node) ? { ...place, line: place.line + 1, column: 1 } : place
  }

  /** What stands before each line of a text whose lines stand in the file letter by letter: `Said.indent`. */
  indentOf(node: Node): number | undefined {
    if (!isScalar(node) || node.type !== 'BLOCK_LITERAL') return undefined
    const [head = '', ...lines] = this.#file.text.slice(node.range?.[0]).split('\n')
    const first = String(node.value)
      .split('\n')
      .findIndex((line) => line !== '')
    const written = lines[first]?.trimEnd().length ?? 0
    const read = String(node.value).split('\n')[first]?.trimEnd().length ?? 0
    return head === '' || first === -1 ? undefined : written - read
  }

  /** A value as it stands in the file, quotes included; undefined where it has several lines, or is a block. */
  rawOf(node: Node): string | undefined {
    const raw = isScalar(node) && !isBlock(node) ? this.#file.text.slice(...(node.range ?? [0, 0]).slice(0, 2)) : ''
    return raw === '' || raw.includes('\n') ? undefined : raw
  }

  /** What writes something else in the place of a value; undefined where that isn't in one line. */
  fix(node: Node, text: string): Fix | undefined {
    const was = this.rawOf(node)
    return was === undefined ? undefined : { does: `Write ${text}.`, edits: [{ place: this.placeOf(node), was, text }] }
  }

  /** Reads attributes of a mapping with parts; unknown and derived names are reported, missing ones take their default. */
  attributes(attributes: readonly Attribute[], fields: readonly Field[], of: string): Record<string, Value> {
    const values: Record<string, Value> = {}
    for (const field of fields) {
      const attribute = attributes.find((each) => each.name === field.name)
      if (attribute === undefined)
        this.unknownField(
          field,
          of,
          attributes.map((each) => each.name),
        )
      else if (field.value !== undefined) {
        const value = this.attribute(attribute, field.value)
        if (value !== undefined) values[field.name] = value
      }
    }
    return values
  }

  /** Reports a field that doesn't exist. */
  unknownField(field: Field, of: string, names: readonly string[]): void {
    this.error(
      'unknown-field',
      field.place,
      `${of} has no field "${field.name}".`,
      this.#report.suggestion(() => suggest(field.name, names)) ??
        `It has ${names.length === 0 ? 'none' : names.join(', ')}.`,
    )
  }

  /** Reports a value of the wrong shape. */
  wrongType(node: Node, expected: string, hint?: string): void {
    this.error('wrong-type', this.placeOf(node), `${expected}, not ${shapeOf(node)}.`, hint)
  }

  error(rule: ReadingRule, place: Place, message: string, hint?: string, fix?: Fix): void {
    this.#report.error(rule, place, message, { hint, item: this.item, fix })
  }

  #one(attribute: Attribute, node: Node): Value | undefined {
    if (attribute.category === 'value') return this.#parts(attribute, node)
    if (!isScalar(node)) {
      this.wrongType(node, `"${attribute.name}" takes ${attribute.list ? 'a list of single values' : 'a single value'}`)
      return undefined
    }
    const written = typeof node.source === 'string' ? node.source : String(node.value)
    const type = this.#model.enums.get(attribute.type)
    if (type !== undefined) return this.#word(attribute, type, node, written)
    const result =
      attribute.name === 'name' ? readName(written, node.value) : readScalar(attribute.type, written, node.value)
    if ('value' in result) return result.value
    const meant = meantBy(attribute.type, written)
    this.error(
      'wrong-type',
      this.placeOf(node),
      `"${attribute.name}" takes ${result.expected}, not "${excerpt(written)}".`,
      result.hint,
      meant === undefined ? undefined : this.fix(node, meant),
    )
    return undefined
  }

  #word(attribute: Attribute, type: EnumType, node: Node, written: string): Value | undefined {
    const words = type.values.map((each) => each.name)
    if (words.includes(written)) return written
    const constant = written
      .trim()
      .toUpperCase()
      .replace(/[\s-]+/g, '_')
    const near = this.#report.suggestion(() => suggest(constant, words))
    this.error(
      'wrong-type',
      this.placeOf(node),
      `"${attribute.name}" has no value "${excerpt(written)}".`,
      near ?? `It is one of ${words.join(', ')}.`,
      words.includes(constant) ? this.fix(node, constant) : undefined,
    )
    return undefined
  }

  #parts(attribute: Attribute, node: Node): Value | undefined {
    const type = this.#model.values.get(attribute.type)
    if (type === undefined) return undefined
    const names = type.attributes.map((each) => each.name)
    if (!isMap(node)) {
      this.wrongType(node, `"${attribute.name}" takes a mapping with ${names.join(', ')}`)
      return undefined
    }
    const values = this.attributes(type.attributes, this.fields(node), `"${attribute.name}"`)
    for (const part of type.attributes) {
      if (values[part.name] !== undefined) continue
      if (part.default !== undefined) values[part.name] = part.default as Value
      else if (part.required && this.resolve(node.get(part.name, true)) === undefined) {
        this.error('required', this.placeOf(node), `"${attribute.name}" needs "${part.name}".`, part.description)
      }
    }
    return values
  }
}

const isBlock = (node: Node): boolean =>
  isScalar(node) && (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED')
const excerpt = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text)
const shapeOf = (node: Node): string =>
  isMap(node) ? 'a mapping' : isSeq(node) ? 'a list' : `"${excerpt(String((node as Scalar).value))}"`

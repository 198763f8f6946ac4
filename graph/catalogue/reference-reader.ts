import { isMap, isScalar, isSeq } from 'yaml'
import type { Relation } from '../model/model.ts'
import type { Reference } from './draft.ts'
import { importedFrom, isRecord } from './imported-from.ts'
import type { Field, FieldReader, Node } from './read-fields.ts'

/** Reads what relations are written as: ids, or mappings with `to`, singly or in lists. */
export class ReferenceReader {
  readonly #reader: FieldReader
  /** Of an imported layer. */
  readonly #system: string | undefined

  constructor(reader: FieldReader, system: string | undefined) {
    this.#reader = reader
    this.#system = system
  }

  /** The references of a field; undefined where it is written with nothing in it. */
  references(relation: Relation, field: Field): Reference[] | undefined {
    if (field.value === undefined) return undefined
    if (relation.list) return this.entries(field).flatMap((node) => this.#reference(relation, node) ?? [])
    if (isSeq(field.value)) {
      this.#reader.wrongType(
        field.value,
        `"${field.name}" takes one item`,
        'Write it behind the colon, without a hyphen.',
      )
      return []
    }
    const one = this.#reference(relation, field.value)
    return one === undefined ? [] : [one]
  }

  #reference(relation: Relation, node: Node): Reference | undefined {
    const place = this.#reader.placeOf(node)
    if (isScalar(node)) {
      return { written: String(node.source ?? node.value), place, raw: this.#reader.rawOf(node), values: {} }
    }
    const to = isMap(node) ? this.#reader.resolve(node.get('to', true)) : undefined
    if (!isMap(node) || !isScalar(to)) {
      this.#reader.wrongType(node, `"${relation.field}" takes an item's id, or a mapping with "to"`)
      return undefined
    }
    const fields = this.#reader.fields(node)
    const carried = fields.filter((each) => each.name !== 'to' && !isRecord(each, this.#system))
    const attributes = relation.edge?.attributes ?? []
    const values = this.#reader.attributes(attributes, carried, `A relation in "${relation.field}"`)
    const written = String(to.source ?? to.value)
    return {
      ...{ written, place: this.#reader.placeOf(to), raw: this.#reader.rawOf(to), values },
      ...importedFrom(fields, this.#system, this.#reader),
    }
  }

  /** Entries of a list. What is none is reported. */
  entries(field: Field): Node[] {
    if (field.value === undefined) return []
    if (isSeq(field.value)) return this.#reader.entries(field.name, field.value)
    this.#reader.wrongType(
      field.value,
      `"${field.name}" takes a list`,
      'Write each entry on a line of its own, behind a hyphen.',
    )
    return []
  }
}

import { isMap, isScalar, isSeq } from 'yaml'
import type { YAMLMap } from 'yaml'
import type { Attribute, Kind, Model, Relation } from '../model/model.ts'
import { kindOf } from '../model/model.ts'
import type { Draft, Reference, ReferenceList, Said } from './draft.ts'
import { nameFormat, slug } from './id-name.ts'
import { importedFrom, isRecord } from './imported-from.ts'
import type { Field, FieldReader } from './read-fields.ts'
import { ReferenceReader } from './reference-reader.ts'
import { reportUnknownField } from './unknown-field.ts'

/** Reads the mapping of an item, and of those written inside of it. */
export class ItemReader {
  readonly #reader: FieldReader
  readonly #references: ReferenceReader
  readonly #model: Model
  /** Of an imported layer: files may say where the system states what they hold. */
  readonly #system: string | undefined

  constructor(reader: FieldReader, model: Model, system: string | undefined) {
    this.#reader = reader
    this.#references = new ReferenceReader(reader, system)
    this.#model = model
    this.#system = system
  }

  /** The drafts of items written inside come first, the item itself last. */
  read(map: YAMLMap, kind: Kind, id: string, inside: string | undefined, position: number): Draft[] {
    this.#reader.item = id
    const place = this.#reader.placeOf(map)
    const values = new Map<string, Said>()
    const references = new Map<string, ReferenceList>()
    const within: Draft[] = []
    const fields = this.#reader.fields(map)
    const imported = importedFrom(fields, this.#system, this.#reader)
    for (const field of fields) {
      if ((inside !== undefined && field.name === 'id') || isRecord(field, this.#system)) continue
      const attribute = kind.attributes.find((each) => each.name === field.name)
      const relation = kind.written.find((each) => each.field === field.name)
      if (attribute !== undefined && !attribute.derived) {
        values.set(field.name, this.#said(attribute, field))
      } else if (relation?.inside === true) {
        references.set(field.name, this.#inside(relation, field, id, within))
        this.#reader.item = id
      } else if (relation !== undefined) {
        references.set(field.name, this.#listed(relation, field, this.#references.references(relation, field)))
      } else reportUnknownField(field, kind, this.#model, this.#reader)
    }
    if (inside !== undefined) values.set('position', { value: position, place })
    return [...within, { id, kind, place, values, references, inside, ...imported }]
  }

  /** Items written inside: a list of mappings, each with an `id` that is the last part of its own. */
  #inside(relation: Relation, field: Field, holder: string, within: Draft[]): ReferenceList {
    const kind = kindOf(this.#model, relation.targets[0] ?? '')
    const name = holder.slice(holder.indexOf('/') + 1)
    const seen = new Set<string>()
    const references = this.#references.entries(field).flatMap((node, index): Reference[] => {
      const place = this.#reader.placeOf(node)
      const id = isMap(node) ? node.get('id', true) : undefined
      if (!isMap(node) || !isScalar(id)) {
        this.#reader.error(
          'required',
          place,
          `Each of "${field.name}" is a mapping with an "id".`,
          'The id is short and never changes: "id: capture".',
        )
        return []
      }
      const last = String(id.source ?? id.value)
      const at = this.#reader.placeOf(id)
      if (!nameFormat.test(last)) {
        this.#reader.error(
          'file-name',
          at,
          `"${last}" can't be part of an id.`,
          `Use lower-case letters, digits and hyphens: ${slug(last) || 'a-name'}.`,
        )
        return []
      }
      if (seen.has(last)) {
        this.#reader.error('duplicate-id', at, `"${last}" is the id of another of these "${field.name}".`)
        return []
      }
      seen.add(last)
      const own = `${kind.idPrefix}/${name}/${last}`
      within.push(...this.read(node, kind, own, holder, index + 1))
      return [{ written: own, place, values: {} }]
    })
    return this.#listed(relation, field, field.value === undefined ? undefined : references)
  }

  #said(attribute: Attribute, { value: node, place }: Field): Said {
    if (node === undefined) return { value: undefined, place }
    const value = this.#reader.attribute(attribute, node)
    return {
      ...{ value, place, textPlace: this.#reader.textPlaceOf(node), indent: this.#reader.indentOf(node) },
      unreadable: value === undefined,
    }
  }

  #listed(relation: Relation, field: Field, references: ReferenceList['references']): ReferenceList {
    const isEmpty = field.value === undefined || (isSeq(field.value) && field.value.items.length === 0)
    return { relation, place: field.place, references, unreadable: references?.length === 0 && !isEmpty }
  }
}

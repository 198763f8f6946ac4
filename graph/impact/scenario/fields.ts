import { isMap, isScalar, isSeq } from 'yaml'
import type { FormerIds } from '../../catalogue/former-ids.ts'
import type { FieldReader, Field, Node } from '../../catalogue/read-fields.ts'
import type { Report } from '../../catalogue/report.ts'
import { suggest } from '../../catalogue/suggest.ts'
import type { Attribute } from '../../model/model.ts'
import type { Written } from './scenario.ts'

/** Reads what the parts of a scenario have in common: texts, words of a list, ids, lists of them, lists of mappings. */
export class ScenarioFields {
  readonly reader: FieldReader
  /** Ids that items had before. */
  readonly former: FormerIds
  readonly #report: Report

  constructor(reader: FieldReader, former: FormerIds, report: Report) {
    this.reader = reader
    this.former = former
    this.#report = report
  }

  /** A value of a scalar type; undefined for what is none, which was reported. */
  value(field: Field, type: 'String' | 'Int'): string | number | undefined {
    const value =
      field.value === undefined ? undefined : this.reader.attribute(attribute(field.name, type), field.value)
    if (field.value === undefined) this.#nothing(field)
    return typeof value === 'string' || typeof value === 'number' ? value : undefined
  }

  /** A text. */
  text(field: Field): string | undefined {
    return this.value(field, 'String')?.toString()
  }

  /** One of some words. */
  word<Word extends string>(field: Field, words: readonly Word[]): Word | undefined {
    const said = this.text(field)
    const found = words.find((each) => each === said)
    if (said !== undefined && found === undefined) this.#noSuchWord(field.name, said, field, words)
    return found
  }

  /** Some of some words, as a list. */
  words(field: Field, words: readonly string[]): string[] {
    return this.ids(field).flatMap(({ id, place }) => {
      if (words.includes(id)) return [id]
      this.#noSuchWord(field.name, id, { ...field, place }, words)
      return []
    })
  }

  /** An id: of an item as it is called now, whatever it is called here. */
  id(field: Field): Written | undefined {
    const id = this.text(field)
    if (id === undefined || field.value === undefined) return undefined
    return { id: this.former.now(id), place: this.reader.placeOf(field.value) }
  }

  /** Several ids as a list, or one. */
  ids(field: Field): Written[] {
    if (field.value === undefined) this.#nothing(field)
    return this.nodes(field).flatMap((value) => this.id({ ...field, value }) ?? [])
  }

  /** What stands behind a name as a list: its entries, or the one thing. */
  nodes({ name, value }: Field): Node[] {
    if (value === undefined) return []
    return isSeq(value) ? this.reader.entries(name, value) : [value]
  }

  /** A list of mappings, each with its fields. */
  mappings(field: Field): { readonly node: Node; readonly fields: readonly Field[] }[] {
    return this.nodes(field).flatMap((node) => {
      if (isMap(node)) return [{ node, fields: this.reader.fields(node) }]
      this.reader.wrongType(node, `An entry of "${field.name}" is a mapping`)
      return []
    })
  }

  /** A field that must be there. */
  required(name: string, fields: readonly Field[], node: Node, of: string): Field | undefined {
    const found = fields.find((each) => each.name === name)
    if (found === undefined) this.reader.error('required', this.reader.placeOf(node), `${of} needs "${name}".`)
    return found
  }

  /** Reports every field that isn't one of these. */
  only(names: readonly string[], fields: readonly Field[], of: string): void {
    for (const field of fields) if (!names.includes(field.name)) this.reader.unknownField(field, of, names)
  }

  #noSuchWord(name: string, said: string, field: Field, words: readonly string[]): void {
    const place = isScalar(field.value) ? this.reader.placeOf(field.value) : field.place
    const near = this.#report.suggestion(() => suggest(said, words))
    const hint = near ?? `It is one of ${words.join(', ')}.`
    this.reader.error('wrong-type', place, `"${name}" has no value "${said}".`, hint)
  }

  #nothing({ name, place }: Field): void {
    this.reader.error('required', place, `Nothing stands behind "${name}".`, 'Write something, or take it out.')
  }
}

const attribute = (name: string, type: string): Attribute => ({
  ...{ name, type, description: '', category: 'scalar', list: false, required: false },
  ...{ default: undefined, search: undefined, derived: false },
})

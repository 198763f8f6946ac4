import { basename, extname } from 'node:path'
import { isMap, isScalar, isSeq } from 'yaml'
import type { YAMLMap } from 'yaml'
import type { Attribute, Kind, Model, Path, Relation } from '../model/model.ts'
import { kindOf } from '../model/model.ts'
import type { Draft, Reference, ReferenceList, Said } from './draft.ts'
import type { CatalogueFile } from './list-files.ts'
import { parseFile } from './parse-file.ts'
import { FieldReader } from './read-fields.ts'
import type { Field, Node } from './read-fields.ts'
import type { Report } from './report.ts'

const nameFormat = /^[a-z0-9]+(-[a-z0-9]+)*$/

/**
 * Reads one file: its item, and the items written inside it. Whatever is wrong is reported; what is right is kept, so that
 * later checks find their problems in the same run.
 */
export function readItem(file: CatalogueFile, model: Model, report: Report): Draft[] {
  const name = nameOf(file.place.file)
  if (!nameFormat.test(name)) {
    report.error('file-name', file.place, `"${name}" can't be part of an id.`, {
      hint: `Use lower-case letters, digits and hyphens: ${slug(name) || 'a-name'}${extname(file.place.file)}.`,
    })
    return []
  }
  const parsed = parseFile(file.place, report)
  if (parsed === undefined) return []
  const reader = new FieldReader(parsed, model, report)
  const drafts = new ItemReader(reader, model).read(
    parsed.map,
    file.kind,
    `${file.kind.idPrefix}/${name}`,
    undefined,
    1,
  )
  const own = drafts.at(-1)
  if (parsed.body === undefined || own === undefined) return drafts
  if (own.values.has('body')) {
    reader.error(
      'unknown-field',
      parsed.body.place,
      'The body is written twice: as a field and below the front matter.',
    )
    return drafts
  }
  const values = new Map([...own.values, ['body', { value: parsed.body.text, place: parsed.body.place }] as const])
  return [...drafts.slice(0, -1), { ...own, values }]
}

/** Ids that files would have whose names can't be part of one: as their names are, and as a hint proposes. */
export function refusedIds(files: readonly CatalogueFile[]): Set<string> {
  const ids = files.flatMap(({ kind, place }) => {
    const name = nameOf(place.file)
    return nameFormat.test(name) ? [] : [name, slug(name)].map((each) => `${kind.idPrefix}/${each}`)
  })
  return new Set(ids)
}

const nameOf = (file: string): string => basename(file, extname(file))

/** The text as a file name: what a hint proposes. */
export const slug = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

const isPath = (each: Relation | Path): each is Path => 'along' in each
const readOff = ({ along: [first, second] }: Path): string =>
  `It is read off "${first.field}" and their "${second.field}": write it there.`

class ItemReader {
  readonly #reader: FieldReader
  readonly #model: Model

  constructor(reader: FieldReader, model: Model) {
    this.#reader = reader
    this.#model = model
  }

  /** The drafts of items written inside come first, the item itself last. */
  read(map: YAMLMap, kind: Kind, id: string, inside: string | undefined, position: number): Draft[] {
    this.#reader.item = id
    const place = this.#reader.placeOf(map)
    const values = new Map<string, Said>()
    const references = new Map<string, ReferenceList>()
    const within: Draft[] = []
    for (const field of this.#reader.fields(map)) {
      if (inside !== undefined && field.name === 'id') continue
      const attribute = kind.attributes.find((each) => each.name === field.name)
      const relation = kind.written.find((each) => each.field === field.name)
      if (attribute !== undefined && !attribute.derived) {
        values.set(field.name, this.#said(attribute, field))
      } else if (relation?.inside === true) {
        references.set(field.name, this.#inside(relation, field, id, within))
        this.#reader.item = id
      } else if (relation !== undefined) {
        references.set(field.name, this.#listed(relation, field, this.#references(relation, field)))
      } else this.#unknown(kind, field)
    }
    if (inside !== undefined) values.set('position', { value: position, place })
    return [...within, { id, kind, place, values, references, inside }]
  }

  /** Items written inside: a list of mappings, each with an `id` that is the last part of its own. */
  #inside(relation: Relation, field: Field, holder: string, within: Draft[]): ReferenceList {
    const kind = kindOf(this.#model, relation.targets[0] ?? '')
    const name = holder.slice(holder.indexOf('/') + 1)
    const seen = new Set<string>()
    const references = this.#entries(field).flatMap((node, index): Reference[] => {
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
    return { value, place, textPlace: this.#reader.textPlaceOf(node), unreadable: value === undefined }
  }

  #listed(relation: Relation, field: Field, references: ReferenceList['references']): ReferenceList {
    const isEmpty = field.value === undefined || (isSeq(field.value) && field.value.items.length === 0)
    return { relation, place: field.place, references, unreadable: references?.length === 0 && !isEmpty }
  }

  #references(relation: Relation, field: Field): Reference[] | undefined {
    if (field.value === undefined) return undefined
    if (relation.list) return this.#entries(field).flatMap((node) => this.#reference(relation, node) ?? [])
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
    if (isScalar(node)) return { written: String(node.source ?? node.value), place, values: {} }
    const to = isMap(node) ? this.#reader.resolve(node.get('to', true)) : undefined
    if (!isMap(node) || !isScalar(to)) {
      this.#reader.wrongType(node, `"${relation.field}" takes an item's id, or a mapping with "to"`)
      return undefined
    }
    const carried = this.#reader.fields(node).filter((each) => each.name !== 'to')
    const attributes = relation.edge?.attributes ?? []
    const values = this.#reader.attributes(attributes, carried, `A relation in "${relation.field}"`)
    return { written: String(to.source ?? to.value), place: this.#reader.placeOf(to), values }
  }

  #entries(field: Field): Node[] {
    if (field.value === undefined) return []
    if (isSeq(field.value)) return this.#reader.entries(field.name, field.value)
    this.#reader.wrongType(
      field.value,
      `"${field.name}" takes a list`,
      'Write each entry on a line of its own, behind a hyphen.',
    )
    return []
  }

  #unknown(kind: Kind, field: Field): void {
    if (kind.attributes.some((each) => each.name === field.name)) {
      const hint = field.name === 'id' ? "The id is the kind and the file's name: rename the file." : undefined
      this.#reader.error('unknown-field', field.place, `"${field.name}" is set by Tributary, not in files.`, hint)
      return
    }
    const inverse = [...this.#model.relations.values(), ...this.#model.paths].find(
      (each) => each.inverse === field.name && each.targets.includes(kind.name),
    )
    if (inverse !== undefined) {
      this.#reader.error(
        'unknown-field',
        field.place,
        `"${field.name}" is the way back of ${inverse.declaredBy}.${inverse.field}.`,
        isPath(inverse) ? readOff(inverse) : 'Write the relation there: it is read from both ends.',
      )
      return
    }
    const path = this.#model.paths.find((each) => each.declaredBy === kind.name && each.field === field.name)
    if (path !== undefined) {
      this.#reader.error('unknown-field', field.place, `"${field.name}" is not written in files.`, readOff(path))
      return
    }
    const names = [
      ...kind.attributes.filter((each) => !each.derived).map((each) => each.name),
      ...kind.written.map((each) => each.field),
    ]
    this.#reader.unknownField(field, kind.name, names)
  }
}

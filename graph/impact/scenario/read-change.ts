import { isMap, isScalar } from 'yaml'
import type { Field, Node } from '../../catalogue/read-fields.ts'
import type { Report } from '../../catalogue/report.ts'
import { suggest } from '../../catalogue/suggest.ts'
import type { Kind, Model, Relation } from '../../model/model.ts'
import { impactRules } from '../impact-rules.ts'
import type { ImpactRule } from '../impact-rules.ts'
import type { ScenarioFields } from './fields.ts'
import type { Change, Written, WrittenRelation } from './scenario.ts'

/** What a change can do. Each is a field that holds the item. */
const verbs = ['add', 'remove', 'replace', 'relate', 'unrelate'] as const

/** Parts of ids: as in the catalogue. */
const idPart = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** Reads the changes of a scenario, and reports what the model doesn't know. */
export class ChangeReader {
  readonly #read: ScenarioFields
  readonly #model: Model
  readonly #report: Report
  readonly #rules: ReadonlyMap<string, ImpactRule>

  constructor(read: ScenarioFields, model: Model, report: Report) {
    this.#read = read
    this.#model = model
    this.#report = report
    this.#rules = impactRules(model)
  }

  /** One change; undefined where that was reported. */
  read(node: Node, fields: readonly Field[]): Change | undefined {
    const [verb, another] = fields.filter(({ name }) => verbs.some((each) => each === name))
    if (verb === undefined || another !== undefined) {
      const hint = another === undefined ? fields.map(({ name }) => suggest(name, verbs)).find(Boolean) : undefined
      const place = another?.place ?? this.#read.reader.placeOf(node)
      this.#read.reader.error('required', place, `A change does one of ${verbs.join(', ')}.`, hint)
      return undefined
    }
    const does = verb.name as (typeof verbs)[number]
    const others = fields.filter((each) => each !== verb)
    if (does === 'remove') return this.#remove(verb, others)
    const item = this.#read.id(verb)
    if (item === undefined) return undefined
    return does === 'replace' ? this.#replace(item, others, node) : this.#related(does, item, others, node)
  }

  #remove(verb: Field, others: readonly Field[]): Change {
    this.#read.only(['remove'], others, '"remove"')
    return { does: 'remove', items: this.#read.ids(verb) }
  }

  #replace(item: Written, others: readonly Field[], node: Node): Change | undefined {
    this.#read.only(['with', 'in'], others, '"replace"')
    const by = this.#read.required('with', others, node, '"replace"')
    const within = others.find(({ name }) => name === 'in')
    const ids = within && this.#read.ids(within)
    const other = by && this.#read.id(by)
    return other && { does: 'replace', item, with: other, in: ids }
  }

  #related(
    does: 'add' | 'relate' | 'unrelate',
    item: Written,
    others: readonly Field[],
    node: Node,
  ): Change | undefined {
    const kind = this.#kindOf(item, does === 'add')
    if (kind === undefined) return undefined
    const isAdded = does === 'add'
    const name = isAdded ? this.#read.required('name', others, node, '"add"') : undefined
    const said = others.filter((each) => each !== name)
    const relations = said.flatMap((field) => this.#relations(field, kind, isAdded))
    if (isAdded) return { does, item, kind, relations, name: (name && this.#read.text(name)) ?? item.id }
    if (said.length === 0) {
      const some = this.#fieldsOf(kind).slice(0, 3).join(', ')
      this.#read.reader.error('required', item.place, `"${does}" needs relations.`, `Write what it ${does}s: ${some} …`)
    }
    return { does, item, kind, relations }
  }

  /** The kind that an id begins with. */
  #kindOf({ id, place }: Written, isNew: boolean): Kind | undefined {
    const [prefix = '', ...rest] = id.split('/')
    const kind = [...this.#model.kinds.values()].find((each) => each.idPrefix === prefix)
    if (kind === undefined) {
      const prefixes = [...this.#model.kinds.values()].map(({ idPrefix }) => idPrefix)
      const hint = this.#report.suggestion(() => suggest(prefix, prefixes))
      this.#read.reader.error(
        'unknown-kind',
        place,
        `"${id}" begins with no kind.`,
        hint ?? 'Write a whole id: kind/name.',
      )
    } else if (isNew && (rest.length === 0 || !rest.every((part) => idPart.test(part)))) {
      const hint = `Use lower-case letters, digits and hyphens: ${prefix}/a-name.`
      this.#read.reader.error('unknown-kind', place, `"${id}" can't be an id.`, hint)
      return undefined
    }
    return kind
  }

  /** The fields of a kind that a scenario can speak of. */
  #fieldsOf = (kind: Kind): string[] =>
    kind.relations.filter(({ type }) => this.#rules.has(type)).map(({ field }) => field)

  /** The relations that a field of the holder says. */
  #relations(field: Field, kind: Kind, isAdded: boolean): WrittenRelation[] {
    const relation = kind.relations.find((each) => each.field === field.name)
    if (relation === undefined) {
      this.#unknown(field, kind, isAdded)
      return []
    }
    if (!this.#rules.has(relation.type)) {
      const message = `"${field.name}" carries neither failure nor change, so it changes nothing here.`
      this.#read.reader.error('unknown-field', field.place, message, 'Take it out.')
      return []
    }
    return this.#read.nodes(field).flatMap((node) => this.#relation(relation, node) ?? [])
  }

  #unknown(field: Field, kind: Kind, isAdded: boolean): void {
    const other = [...this.#model.relations.values()].find(
      ({ inverse, targets }) => inverse === field.name && targets.includes(kind.name),
    )
    if (other === undefined) {
      this.#read.reader.unknownField(field, kind.name, [...(isAdded ? ['name'] : []), ...this.#fieldsOf(kind)])
    } else {
      const message = `"${field.name}" is the way back of ${other.declaredBy}.${other.field}.`
      this.#read.reader.error('unknown-field', field.place, message, 'Write the relation there.')
    }
  }

  #relation(relation: Relation, node: Node): WrittenRelation | undefined {
    const { reader } = this.#read
    const to = isMap(node) ? reader.resolve(node.get('to', true)) : node
    if (!isScalar(to)) {
      reader.wrongType(node, `"${relation.field}" takes an item's id, or a mapping with "to"`)
      return undefined
    }
    const carried = isMap(node) ? reader.fields(node).filter(({ name }) => name !== 'to') : []
    const attributes = relation.edge?.attributes ?? []
    const values = reader.attributes(attributes, carried, `A relation in "${relation.field}"`)
    return {
      relation,
      to: { id: this.#now(String(to.source ?? to.value), relation), place: reader.placeOf(to) },
      values,
    }
  }

  /** The id of an item as it is called now. What nothing was called before stays as it is written. */
  #now(written: string, { targets }: Relation): string {
    const { former } = this.#read
    const [only] = targets.length === 1 ? targets : []
    const whole = `${this.#model.kinds.get(only ?? '')?.idPrefix ?? ''}/${written}`
    const now = former.now(whole)
    return now === whole ? former.now(written) : now
  }
}

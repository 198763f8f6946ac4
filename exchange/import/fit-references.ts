import { isDeepStrictEqual } from 'node:util'
import { Report } from '../../graph/catalogue/report.ts'
import { suggestId } from '../../graph/catalogue/suggest.ts'
import type { Kind, Model, Relation } from '../../graph/model/model.ts'
import { kindOf } from '../../graph/model/model.ts'
import { excerpt } from './excerpt.ts'
import type { FileValue, LeftOut } from './imported.ts'

type Fields = Readonly<Record<string, FileValue>>

/** What references may lead to: kinds by id. */
export type Reachable = ReadonlyMap<string, string>

/** Keeps the references of imported items that lead somewhere, in the words of people's files. */
export class ReferenceFitter {
  readonly #model: Model
  readonly #reachable: Reachable
  readonly #leftOut: LeftOut[]
  /** Gives suggestions to the first ones only. */
  readonly #report: Report

  constructor(model: Model, reachable: Reachable, leftOut: LeftOut[], report = new Report()) {
    this.#model = model
    this.#reachable = reachable
    this.#leftOut = leftOut
    this.#report = report
  }

  /** The fields of an item, or of one that is written inside. What is dropped is in the list of what was left out. */
  fit(fields: Fields, kind: Kind, holder: string, record: string): Fields {
    const fitted = Object.entries(fields).flatMap(([name, value]): (readonly [string, FileValue])[] => {
      const relation = kind.written.find((each) => each.field === name)
      if (relation === undefined || value === null) return [[name, value]]
      if (relation.inside) return [[name, this.#inside(relation, value, holder, record)]]
      if (!Array.isArray(value)) {
        const one = this.#reference(relation, value, holder, record)
        return one === undefined ? [] : [[name, one.written]]
      }
      const list = this.#list(relation, value as readonly FileValue[], holder, record)
      return list.length === 0 && value.length > 0 ? [] : [[name, list]]
    })
    return Object.fromEntries(fitted)
  }

  #inside(relation: Relation, value: FileValue, holder: string, record: string): FileValue {
    const kind = kindOf(this.#model, relation.targets[0] ?? '')
    const name = holder.slice(holder.indexOf('/') + 1)
    if (!Array.isArray(value)) return value
    return (value as readonly FileValue[]).map((entry) => {
      if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return entry
      const fields = entry as Fields
      return this.fit(fields, kind, `${kind.idPrefix}/${name}/${String(fields['id'])}`, record)
    })
  }

  #list(relation: Relation, entries: readonly FileValue[], holder: string, record: string): FileValue[] {
    const seen = new Map<string, FileValue>()
    for (const entry of entries) {
      const one = this.#reference(relation, entry, holder, record)
      if (one === undefined) continue
      const before = seen.get(one.id)
      if (before === undefined) seen.set(one.id, one.written)
      else if (!isDeepStrictEqual(withoutRecord(before), withoutRecord(one.written))) {
        this.#leave(
          relation,
          entry,
          record,
          'The same item is named twice, and the first counts: two items are related once.',
        )
      }
    }
    return [...seen.values()]
  }

  #reference(
    relation: Relation,
    entry: FileValue,
    holder: string,
    record: string,
  ): { readonly id: string; readonly written: FileValue } | undefined {
    const isMapping = typeof entry === 'object' && entry !== null
    const to = String(isMapping ? (entry as Fields)['to'] : entry)
    const id = this.#idOf(to, relation, holder)
    const kind = this.#reachable.get(id)
    if (kind === undefined || !relation.targets.includes(kind)) {
      const kinds = relation.targets.length > 6 ? relation.target : relation.targets.join(', ')
      const reason =
        kind === undefined
          ? 'There is no such item, neither in what was imported nor in the catalogue.'
          : `"${relation.field}" leads to ${kinds}, not to ${kind}.`
      this.#leave(relation, to, record, reason, this.#meant(id, relation))
      return undefined
    }
    const short = this.#short(id, relation)
    if (!isMapping) return { id, written: short }
    const { to: _to, ...carried } = entry as Fields
    return { id, written: Object.keys(carried).length === 0 ? short : { to: short, ...carried } }
  }

  /** Whole ids as they are, last parts completed where the field's kind is clear. */
  #idOf(written: string, relation: Relation, holder: string): string {
    const [target = ''] = relation.targets
    if (relation.targets.length !== 1 || this.#reachable.has(written)) return written
    const { idPrefix, inside } = kindOf(this.#model, target)
    if (written.startsWith(`${idPrefix}/`)) return written
    const isSibling = inside !== undefined && !written.includes('/') && holder.startsWith(`${idPrefix}/`)
    return isSibling ? holder.slice(0, holder.lastIndexOf('/') + 1) + written : `${idPrefix}/${written}`
  }

  /** The last part where the field's kind is clear, as people write it. */
  #short(id: string, relation: Relation): string {
    const [target = ''] = relation.targets
    if (relation.targets.length !== 1) return id
    const { idPrefix, inside } = kindOf(this.#model, target)
    return inside === undefined ? id.slice(idPrefix.length + 1) : id
  }

  #meant(id: string, relation: Relation): string | undefined {
    return this.#report.suggestion(() => {
      const fitting = [...this.#reachable].filter(([, kind]) => relation.targets.includes(kind)).map(([each]) => each)
      return suggestId(id, fitting)
    })
  }

  #leave({ field }: Relation, value: FileValue, record: string, reason: string, hint?: string): void {
    const own = typeof value === 'object' && value !== null ? (value as Fields)['record'] : undefined
    this.#leftOut.push({
      record: typeof own === 'string' ? own : record,
      part: field,
      text: excerpt(value),
      reason,
      ...(hint === undefined ? {} : { hint }),
    })
  }
}

function withoutRecord(value: FileValue): FileValue {
  if (typeof value !== 'object' || value === null) return value
  const { record: _record, ...rest } = value as Fields
  return Object.keys(rest).length === 1 && rest['to'] !== undefined ? rest['to'] : rest
}

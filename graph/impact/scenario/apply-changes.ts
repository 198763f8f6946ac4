import type { Report } from '../../catalogue/report.ts'
import { suggestId } from '../../catalogue/suggest.ts'
import type { Model, Relation } from '../../model/model.ts'
import { impactRules } from '../impact-rules.ts'
import type { ImpactRule } from '../impact-rules.ts'
import type { Indexable } from '../index-snapshot.ts'
import type { Need, Snapshot } from '../snapshot.ts'
import { ChangingSnapshot } from './changing-snapshot.ts'
import type { Change, Written, WrittenRelation } from './scenario.ts'
import { writtenNeed } from './written-need.ts'

type Doing<Does extends Change['does']> = Extract<Change, { does: Does }>

/**
 * What a snapshot becomes by changes, one after the other. What can't be done is reported, each with its place, and the
 * rest is done all the same: the result is right only where nothing was reported.
 */
export function applyChanges(snapshot: Indexable, changes: readonly Change[], model: Model, report: Report): Snapshot {
  const applied = new Applying(new ChangingSnapshot(snapshot), model, report)
  for (const change of changes) applied.apply(change)
  return applied.graph.result()
}

class Applying {
  readonly graph: ChangingSnapshot
  readonly #model: Model
  readonly #report: Report
  readonly #rules: ReadonlyMap<string, ImpactRule>

  constructor(graph: ChangingSnapshot, model: Model, report: Report) {
    this.graph = graph
    this.#model = model
    this.#report = report
    this.#rules = impactRules(model)
  }

  apply(change: Change): void {
    if (change.does === 'add') this.#add(change)
    else if (change.does === 'remove') {
      for (const item of change.items) if (this.#known(item)) this.graph.removeItem(item.id)
    } else if (change.does === 'replace') this.#replace(change)
    else if (this.#known(change.item)) {
      for (const each of change.relations) this.#relate(change.does, change.item, each)
    }
  }

  #add({ item, kind, name, relations }: Doing<'add'>): void {
    const { id, place } = item
    if (this.graph.item(id) !== undefined) {
      this.#report.error('duplicate-id', place, `There is already an item ${id}.`, {
        hint: 'Use "relate" to change it.',
      })
    } else this.graph.addItem({ id, kind: kind.name, name })
    for (const each of relations) this.#relate('relate', item, each)
  }

  #relate(does: 'relate' | 'unrelate', holder: Written, { relation, to, values }: WrittenRelation): void {
    const target = this.#target(relation, to)
    const rule = this.#rules.get(relation.type)
    if (target === undefined || rule === undefined) return
    const need = writtenNeed(relation, rule, holder.id, target, values)
    if (does === 'relate') this.graph.addNeed(need)
    else if (this.graph.hasNeed(need)) this.graph.removeNeed(need)
    else {
      const message = `"${relation.field}" of ${holder.id} doesn't name ${target}.`
      this.#report.error('unknown-reference', to.place, message, { hint: 'Take it out.' })
    }
  }

  /** The item that a relation leads to, whose kind may be left out where only one will do. */
  #target(relation: Relation, to: Written): string | undefined {
    const [only] = relation.targets.length === 1 ? relation.targets : []
    const prefix = only === undefined ? undefined : this.#model.kinds.get(only)?.idPrefix
    const isShort = prefix !== undefined && !to.id.startsWith(`${prefix}/`) && this.graph.item(to.id) === undefined
    const id = isShort ? `${prefix}/${to.id}` : to.id
    if (!this.#known({ ...to, id })) return undefined
    return this.#fits(relation.targets, relation, id, to) ? id : undefined
  }

  #replace({ item, with: other, in: within }: Doing<'replace'>): void {
    const all = [item, other, ...(within ?? [])].map((each) => this.#known(each))
    if (all.includes(false)) return
    if (item.id === other.id) {
      this.#report.error('duplicate-id', other.place, `${item.id} can't replace itself.`)
      return
    }
    const partners = within && new Set(within.map(({ id }) => id))
    const needs = this.graph.needsAt(item.id)
    const moved = needs.filter(
      ({ dependent, needed }) => partners?.has(dependent === item.id ? needed : dependent) ?? true,
    )
    for (const partner of within ?? []) {
      if (moved.some(({ dependent, needed }) => dependent === partner.id || needed === partner.id)) continue
      this.#report.error('unknown-reference', partner.place, `${partner.id} has no relation with ${item.id}.`)
    }
    const couldMove = moved.map((need) => this.#move(need, item.id, other))
    if (within === undefined && !couldMove.includes(false)) this.graph.removeItem(item.id)
  }

  /**
   * Hands a relation over. One that there is already stays as it is, and none leads from an item to itself.
   * @returns whether it could be handed over; reported where it couldn't.
   */
  #move(need: Need, from: string, other: Written): boolean {
    const moved = { ...need }
    if (need.dependent === from) moved.dependent = other.id
    if (need.needed === from) moved.needed = other.id
    const relation = this.#model.relations.get(need.type)
    const isHolder = (this.#rules.get(need.type)?.direction === 'SERVES') === (moved.needed === other.id)
    const kinds = isHolder ? relation?.holders : relation?.targets
    if (relation === undefined || kinds === undefined || !this.#fits(kinds, relation, other.id, other)) return false
    this.graph.removeNeed(need)
    if (moved.dependent !== moved.needed && !this.graph.hasNeed(moved)) this.graph.addNeed(moved)
    return true
  }

  /** Whether an item is of a kind that may be at this end of a relation; reported where it isn't. */
  #fits(kinds: readonly string[], { field, holders, target }: Relation, id: string, { place }: Written): boolean {
    const kind = this.graph.item(id)?.kind ?? ''
    if (kinds.includes(kind)) return true
    const message =
      kinds === holders
        ? `${kind} has no "${field}", so ${id} can't take it over.`
        : `"${field}" leads to ${target}, but ${id} is of kind ${kind}.`
    // Of many relations that are handed over, all of one field fail for one reason.
    if (!this.#report.findings.some((each) => each.place === place && each.message === message)) {
      this.#report.error('unknown-reference', place, message)
    }
    return false
  }

  /** Whether there is such an item; reported where there isn't. */
  #known({ id, place }: Written): boolean {
    if (this.graph.item(id) !== undefined) return true
    const hint = this.#report.suggestion(() => suggestId(id, this.graph.ids))
    this.#report.error('unknown-reference', place, `There is no item ${id} here.`, {
      hint: hint ?? 'Add it before this, or take this out.',
    })
    return false
  }
}

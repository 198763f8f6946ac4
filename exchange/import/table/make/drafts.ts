import type { Attribute, Kind, Relation } from '../../../../graph/model/model.ts'
import type { FileValue, KnownCatalogue, LeftOut } from '../../imported.ts'
import { shortened } from '../table.ts'
import type { CompiledEntry } from './compile-entry.ts'
import type { Pending } from './compile-relation.ts'
import { idName, nameKey } from './id-name.ts'
import type { Scope } from './scope.ts'

/** An item in the making. */
export interface Draft {
  readonly id: string
  readonly kind: Kind
  readonly record: string
  /** Whether it was made of the whole row, not of a value in it. */
  readonly ofRow: boolean
  /** Other rows that say it. */
  readonly merged: Set<string>
  /** Those of them that values were taken from. */
  readonly gave: Set<string>
  readonly values: Map<string, { readonly value: FileValue; readonly record: string }>
  readonly aliases: Map<string, string>
  readonly references: Map<Relation, Pending[]>
}

/** The items that rows make, by id. Rows that make the same item are merged; what contradicts is reported. */
export class Drafts {
  readonly all = new Map<string, Draft>()
  readonly #known: KnownCatalogue
  readonly #same: ReadonlyMap<string, string>
  readonly #leftOut: LeftOut[]
  readonly #knownNames = new Map<string, string | undefined>()

  constructor(known: KnownCatalogue, same: ReadonlyMap<string, string>, leftOut: LeftOut[]) {
    this.#known = known
    this.#same = same
    this.#leftOut = leftOut
    for (const { id, name, aliases } of known.items.values()) {
      for (const each of [name, ...aliases]) {
        const key = `${id.slice(0, id.indexOf('/'))}/${nameKey(each)}`
        const other = this.#knownNames.get(key)
        this.#knownNames.set(key, this.#knownNames.has(key) && other !== id ? undefined : id)
      }
    }
  }

  /**
   * Makes an item of a scope, or adds to the one that has its id.
   * @returns why it can't; undefined where it could.
   */
  add(entry: CompiledEntry, scope: Scope): string | undefined {
    const written = entry.idText(scope)
    if (written === undefined) return entry.ofRows ? `It has no "${entry.idPart}" to make an id of.` : undefined
    const text = this.#same.get(nameKey(written)) ?? written
    const name = idName(text)
    if (name === undefined) return 'Nothing of it can be part of an id.'
    const draft = this.#draft(entry, this.#known_(entry.kind, text) ?? `${entry.kind.idPrefix}/${name}`, scope.record)
    const values = entry.attributes.map(([attribute, read]) => [attribute, read(scope)] as const)
    this.#name(draft, text, written, values.find(([{ name: field }]) => field === 'name')?.[1][0], scope)
    for (const [attribute, found] of values) {
      if (attribute.name !== 'name') this.#value(draft, attribute, found, scope)
    }
    for (const [relation, read] of entry.relations) {
      const pending = read(scope)
      if (pending.length > 0) draft.references.set(relation, [...(draft.references.get(relation) ?? []), ...pending])
    }
    return undefined
  }

  /** The item of the catalogue that already has this name: it is meant, whatever its id. */
  #known_(kind: Kind, text: string): string | undefined {
    return this.#knownNames.get(`${kind.idPrefix}/${nameKey(text)}`)
  }

  #draft(entry: CompiledEntry, wanted: string, record: string): Draft {
    const { kind, repeated, ofRows } = entry
    let id = wanted
    for (let n = 2; repeated === 'number' && this.all.has(id); n += 1) id = `${wanted}-${n}`
    const there = this.all.get(id)
    if (there !== undefined) {
      if (ofRows && there.record !== record) there.merged.add(record)
      return there
    }
    const draft: Draft = {
      id,
      kind,
      record,
      ofRow: ofRows,
      merged: new Set(),
      gave: new Set(),
      values: new Map(),
      aliases: new Map(),
      references: new Map(),
    }
    this.all.set(id, draft)
    return draft
  }

  /** The name, or what the id is made of. Other spellings become aliases; another name contradicts. */
  #name(draft: Draft, text: string, written: string, said: FileValue | undefined, scope: Scope): void {
    const spelled = typeof said === 'string' ? said : written.replace(/\s+/g, ' ')
    const name = this.#same.get(nameKey(spelled)) ?? (typeof said === 'string' ? said : text.replace(/\s+/g, ' '))
    const there = draft.values.get('name')
    const first = String(there?.value ?? name)
    if (there === undefined) draft.values.set('name', { value: this.#asKnown(draft, name), record: scope.record })
    if (there !== undefined && name !== first && idName(name) !== idName(first)) {
      // An entry that has only the value to name it by says nothing against a name that a row gives.
      if (said !== undefined) this.#contradicts(draft, 'name', first, name, there.record, scope)
      return
    }
    for (const each of [name, spelled]) {
      if (nameKey(each) === nameKey(first) || draft.aliases.has(nameKey(each))) continue
      draft.aliases.set(nameKey(each), each)
      this.#gives(draft, scope)
    }
  }

  /** The name as the catalogue spells it, where that is the same name. */
  #asKnown({ id }: Draft, name: string): string {
    const said = this.#known.items.get(id)?.values['name']
    return typeof said === 'string' && nameKey(said) === nameKey(name) ? said : name
  }

  #gives({ merged, gave }: Draft, { record }: Scope): void {
    if (merged.has(record)) gave.add(record)
  }

  #value(draft: Draft, { name, list }: Attribute, found: readonly FileValue[], scope: Scope): void {
    const [first] = found
    if (first === undefined) return
    const there = draft.values.get(name)
    if (list) {
      const before = (there?.value ?? []) as readonly FileValue[]
      const seen = new Set(before.map((each) => JSON.stringify(each)))
      const fresh = found.filter((each) => {
        const key = JSON.stringify(each)
        return !seen.has(key) && seen.add(key).size > 0
      })
      if (fresh.length > 0) {
        draft.values.set(name, { value: [...before, ...fresh], record: there?.record ?? scope.record })
        this.#gives(draft, scope)
      }
    } else if (there === undefined) {
      draft.values.set(name, { value: first, record: scope.record })
      this.#gives(draft, scope)
    } else if (JSON.stringify(there.value) !== JSON.stringify(first))
      this.#contradicts(draft, name, there.value, first, there.record, scope)
  }

  #contradicts(draft: Draft, field: string, first: FileValue, other: FileValue, by: string, scope: Scope): void {
    const text = (value: FileValue): string => shortened(typeof value === 'string' ? value : JSON.stringify(value))
    this.#leftOut.push({
      record: scope.record,
      part: field,
      text: text(other),
      reason: 'An earlier row says something else of the same item, and the first counts.',
      hint: `${by} says "${text(first)}" of ${draft.id}. If these are different things: repeated: number.`,
    })
  }
}

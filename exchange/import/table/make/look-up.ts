import type { KnownCatalogue } from '../../imported.ts'
import { textOf } from '../table.ts'
import type { Cell } from '../table.ts'
import type { LookUp, LookUpBy } from './compile-relation.ts'
import type { Draft } from './drafts.ts'
import { idName, nameKey } from './id-name.ts'

/** What a reference leads to: one item, none, or several that it could be. */
export type Hit = readonly string[]

/** Finds items by what sources write of them: this import's and the catalogue's, which wins where both have the id. */
export class Directory {
  readonly #drafts: ReadonlyMap<string, Draft>
  readonly #known: KnownCatalogue
  readonly #same: ReadonlyMap<string, string>
  readonly #indexes = new Map<string, ReadonlyMap<string, ReadonlySet<string>>>()

  constructor(drafts: ReadonlyMap<string, Draft>, known: KnownCatalogue, same: ReadonlyMap<string, string>) {
    this.#drafts = drafts
    this.#known = known
    this.#same = same
  }

  /** Ids of the items that are meant: what finds one first, says which. */
  find(written: string, { kinds, by }: LookUp): Hit {
    const text = this.#same.get(nameKey(written)) ?? written
    const whole = kinds.some(({ idPrefix }) => text.startsWith(`${idPrefix}/`)) ? text : undefined
    if (whole !== undefined && this.#has(whole)) return [whole]
    for (const way of by) {
      const hits = new Set(kinds.flatMap(({ idPrefix }) => this.#by(way, idPrefix, text)))
      if (hits.size > 0) return [...hits]
    }
    return []
  }

  #has(id: string): boolean {
    return this.#drafts.has(id) || this.#known.items.has(id)
  }

  #by(way: LookUpBy, idPrefix: string, text: string): readonly string[] {
    if (way === 'id') {
      const id = `${idPrefix}/${idName(text) ?? ''}`
      return this.#has(id) ? [id] : []
    }
    const name = way === 'name' ? 'name' : `.${way.field}`
    const index = this.#indexes.get(`${idPrefix} ${name}`) ?? this.#index(idPrefix, way)
    this.#indexes.set(`${idPrefix} ${name}`, index)
    return [...(index.get(nameKey(text)) ?? [])]
  }

  #index(idPrefix: string, way: Exclude<LookUpBy, 'id'>): ReadonlyMap<string, ReadonlySet<string>> {
    const index = new Map<string, Set<string>>()
    const add = (text: string, id: string): void => {
      const key = nameKey(text)
      const there = index.get(key)
      if (there === undefined) index.set(key, new Set([id]))
      else there.add(id)
    }
    const texts = (value: unknown): string[] =>
      value === undefined || value === null ? [] : [value].flat().map((each) => textOf(each as Cell))
    for (const [id, { values, aliases }] of this.#drafts) {
      if (!id.startsWith(`${idPrefix}/`)) continue
      const said = values.get(way === 'name' ? 'name' : way.field)?.value
      for (const each of way === 'name'
        ? [...texts(said), ...texts(values.get('aliases')?.value), ...aliases.values()]
        : texts(said))
        add(each, id)
    }
    for (const { id, name, aliases, values } of this.#known.items.values()) {
      if (!id.startsWith(`${idPrefix}/`)) continue
      for (const each of way === 'name' ? [name, ...aliases] : texts(values[way.field])) add(each, id)
    }
    return index
  }
}

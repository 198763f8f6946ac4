import type { FileValue } from '../imported.ts'
import type { Held } from './draft.ts'

/** The relations that items hold, each once, as the model allows them. */
export class Holdings {
  readonly #held = new Map<string, Map<string, Map<string, Held>>>()

  /**
   * Takes a relation. One that is there already is joined with it.
   * @returns why it can't be taken; undefined when it is.
   */
  add(held: Held): string | undefined {
    const { relation, holder, to } = held
    const fields = this.#held.get(holder) ?? new Map<string, Map<string, Held>>()
    const there = fields.get(relation.field) ?? new Map<string, Held>()
    const before = there.get(to)
    if (before === undefined) {
      const [other] = relation.list ? [] : there.keys()
      if (other !== undefined) return `"${relation.field}" takes one item, and ${other} is it already.`
      if (relation.acyclic && this.#leads(to, holder, relation.field)) {
        return `"${relation.field}" would lead from ${holder} back to itself.`
      }
    }
    there.set(to, before === undefined ? held : joined(before, held))
    this.#held.set(holder, fields.set(relation.field, there))
    return undefined
  }

  /** The relations of an item by field, each field's by id. */
  of(holder: string): ReadonlyMap<string, readonly Held[]> {
    const fields = [...(this.#held.get(holder) ?? [])].map(([field, held]) => {
      const sorted = [...held.values()].toSorted((a, b) => (a.to < b.to ? -1 : 1))
      return [field, sorted] as const
    })
    return new Map(fields)
  }

  has(holder: string, field: string, to: string): boolean {
    return this.#held.get(holder)?.get(field)?.has(to) === true
  }

  #leads(from: string, to: string, field: string): boolean {
    const seen = new Set<string>()
    const ahead = [from]
    for (let id = ahead.pop(); id !== undefined; id = ahead.pop()) {
      if (id === to) return true
      if (seen.has(id)) continue
      seen.add(id)
      ahead.push(...(this.#held.get(id)?.get(field)?.keys() ?? []))
    }
    return false
  }
}

function joined(first: Held, second: Held): Held {
  const notes = [...new Set([first.carries['note'], second.carries['note']].filter((note) => note !== undefined))]
  const note: Readonly<Record<string, FileValue>> = notes.length > 1 ? { note: notes.join('\n\n') } : {}
  return {
    ...first,
    carries: { ...second.carries, ...first.carries, ...note },
    relationships: [...new Set([...first.relationships, ...second.relationships])],
  }
}

import { isDeepStrictEqual } from 'node:util'
import { builtInLayers } from '../../../graph/catalogue/built-in-layers.ts'
import { workingCalendar } from '../../../graph/catalogue/duration.ts'
import type { Relation } from '../../../graph/model/model.ts'
import { excerpt } from '../excerpt.ts'
import type { FileValue, Imported, ImportedItem, KnownCatalogue, LeftOut } from '../imported.ts'
import { nameOf, positionOf, soundItems } from './exported-item.ts'
import type { ExportedItem } from './exported-item.ts'
import { isMapping, member, readExport } from './read-export.ts'
import type { Json } from './read-export.ts'

/**
 * Imports a catalogue as `tributary export json` writes it and a site publishes it (`/catalogue.json`). What is written inside
 * other items' files, such as a stream's steps, goes into them again. Built-in items that the catalogue has itself aren't
 * written again, and what an export computes (`position`, sources) isn't either.
 * @throws ImportError when it is no such file.
 */
export async function importJson(path: string, known: KnownCatalogue): Promise<Imported> {
  const { items, calendar } = readExport(path)
  const leftOut: LeftOut[] = []
  if (calendar !== undefined && !isDeepStrictEqual(calendar, { ...workingCalendar })) {
    leftOut.push({
      record: 'calendar',
      text: excerpt(calendar),
      reason: 'How long a day and a week are is a setting of a catalogue, not an item.',
      hint: 'Write it under "calendar" in tributary.config.yaml.',
    })
  }
  const importing = new Importing(items, known, leftOut)
  const taken = importing.items()
  return { recordsAre: 'items', records: items.length, items: taken, leftOut, notes: importing.notes() }
}

class Importing {
  readonly #known: KnownCatalogue
  readonly #leftOut: LeftOut[]
  readonly #byId: ReadonlyMap<string, ExportedItem>
  /** Ids of items that were written inside of one that was taken. */
  readonly #inside = new Set<string>()
  /** Ids of built-in items that the catalogue has itself, and of what is written inside of them. */
  readonly #builtIn = new Set<string>()

  constructor(items: readonly unknown[], known: KnownCatalogue, leftOut: LeftOut[]) {
    this.#known = known
    this.#leftOut = leftOut
    this.#byId = soundItems(items, known.model, leftOut)
  }

  items(): ImportedItem[] {
    const own = [...this.#byId.values()].filter(({ kind }) => kind.inside === undefined)
    const items = own.flatMap((item): ImportedItem[] => {
      const { id, kind } = item
      if (!this.#isBuiltIn(item)) return [{ id, kind, fields: this.#fields(item), record: id }]
      this.#builtIn.add(id)
      this.#markInside(item)
      return []
    })
    for (const item of this.#byId.values()) {
      if (item.kind.inside === undefined || this.#inside.has(item.id)) continue
      this.#leave(item.id, nameOf(item), 'It belongs into the file of another item, and none that was taken names it.')
    }
    return items
  }

  /** What to know of the items that are neither taken by themselves nor left out. Call it after {@link items}. */
  notes(): string[] {
    const said = (count: number, one: string, many: string): string[] =>
      count === 0 ? [] : [`${count.toLocaleString('en')} of the items read ${count === 1 ? one : many}.`]
    return [
      ...said(
        this.#builtIn.size,
        'comes with Tributary and is in this catalogue already',
        'come with Tributary and are in this catalogue already',
      ),
      ...said(
        [...this.#inside].filter((id) => !this.#builtIn.has(id)).length,
        'goes into the file of another, as a stream’s step does',
        'go into the files of others, as a stream’s steps do',
      ),
    ]
  }

  /** Whether only built-in layers say it, and the catalogue has them too. */
  #isBuiltIn({ id, json }: ExportedItem): boolean {
    const sources = member(json, 'sources')
    return (
      this.#known.items.has(id) &&
      Array.isArray(sources) &&
      sources.length > 0 &&
      sources.every((source) => builtInLayers.includes(String(member(source, 'layer'))))
    )
  }

  /** Attributes, then relations, in the model's order. */
  #fields({ kind, json, id }: ExportedItem): Record<string, FileValue> {
    const values = new Map(Object.entries(isMapping(json['fields']) ? json['fields'] : {}))
    const related = new Map(Object.entries(isMapping(json['relations']) ? json['relations'] : {}))
    const attributes = kind.attributes
      .filter(({ name, derived }) => !derived && values.has(name))
      .map(({ name }) => [name, values.get(name) as FileValue] as const)
    const relations = kind.relations.flatMap((relation): (readonly [string, FileValue])[] => {
      const targets = related.get(relation.field)
      if (isMapping(targets)) return [[relation.field, this.#targets(relation, targets)]]
      // A step without a way on is where the stream ends: left out, it would lead to the step that follows.
      return relation.type === 'NEXT' ? [[relation.field, []]] : []
    })
    const read = new Set([...kind.attributes.map(({ name }) => name), ...kind.relations.map(({ field }) => field)])
    for (const [part, value] of [...values, ...related]) {
      if (!read.has(part)) this.#leave(id, excerpt(value), `${kind.name} has no field of this name.`, undefined, part)
    }
    return Object.fromEntries([...attributes, ...relations])
  }

  #targets(relation: Relation, targets: Json): FileValue {
    if (relation.inside) {
      return Object.keys(targets)
        .flatMap((id) => this.#byId.get(id) ?? [])
        .sort((a, b) => positionOf(a) - positionOf(b))
        .map((item): FileValue => {
          this.#inside.add(item.id)
          return { id: item.id.slice(item.id.lastIndexOf('/') + 1), ...this.#fields(item) }
        })
    }
    const list = Object.entries(targets).map(([to, carried]): FileValue => {
      const { sources: _sources, ...values } = isMapping(carried) ? carried : {}
      return Object.keys(values).length === 0 ? to : { to, ...(values as Readonly<Record<string, FileValue>>) }
    })
    return relation.list ? list : (list[0] ?? null)
  }

  #markInside({ kind, json }: ExportedItem): void {
    for (const relation of kind.relations.filter((each) => each.inside)) {
      const targets = member(json['relations'], relation.field)
      for (const id of isMapping(targets) ? Object.keys(targets) : []) {
        if (!this.#byId.has(id)) continue
        this.#inside.add(id)
        this.#builtIn.add(id)
      }
    }
  }

  #leave(record: string, text: string, reason: string, hint?: string, part?: string): void {
    this.#leftOut.push({
      record,
      ...(part === undefined ? {} : { part }),
      text,
      reason,
      ...(hint === undefined ? {} : { hint }),
    })
  }
}

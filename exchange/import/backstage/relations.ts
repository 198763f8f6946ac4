import type { Model } from '../../../graph/model/model.ts'
import { excerpt } from '../excerpt.ts'
import type { FileValue, LeftOut } from '../imported.ts'
import { textOf, textsOf, wholeRef } from './entity.ts'
import type { Entity } from './entity.ts'
import { idFor } from './entity-ids.ts'

/** Relation fields of the items of entities, by their references. */
export type Relations = ReadonlyMap<string, Readonly<Record<string, FileValue>>>

type Entry = { readonly to: string; readonly criticality?: string; readonly record?: string }

/** Turns what entities say of each other into fields; what leads to nothing that is an item is left out, with why. */
export function relationsOf(
  entities: ReadonlyMap<string, Entity>,
  ids: ReadonlyMap<string, string>,
  model: Model,
  leftOut: LeftOut[],
): Relations {
  const relating = new Relating(entities, ids, model, leftOut)
  for (const entity of entities.values()) if (ids.has(entity.ref)) relating.own(entity)
  for (const entity of entities.values()) if (ids.has(entity.ref)) relating.turnedRound(entity)
  return relating.fields()
}

class Relating {
  readonly #entities: ReadonlyMap<string, Entity>
  readonly #ids: ReadonlyMap<string, string>
  readonly #model: Model
  readonly #leftOut: LeftOut[]
  /** What each entity's item says, by field and target. */
  readonly #said = new Map<string, Map<string, Map<string, Entry>>>()
  readonly #tags = new Map<string, string[]>()

  constructor(
    entities: ReadonlyMap<string, Entity>,
    ids: ReadonlyMap<string, string>,
    model: Model,
    leftOut: LeftOut[],
  ) {
    this.#entities = entities
    this.#ids = ids
    this.#model = model
    this.#leftOut = leftOut
  }

  /** What an entity says of itself. */
  own(entity: Entity): void {
    const { ref, spec } = entity
    for (const to of this.#targets(entity, 'spec.owner', 'group')) this.#say(ref, 'owner', { to: to.id })
    for (const to of this.#targets(entity, 'spec.parent', 'group')) this.#say(ref, 'partOf', { to: to.id })
    for (const to of this.#targets(entity, 'spec.dependsOn', 'component')) this.#say(ref, 'needs', { to: to.id })
    for (const to of this.#targets(entity, 'spec.consumesApis', 'api')) this.#say(ref, 'needs', { to: to.id })
    this.#targets(entity, 'spec.members', 'user')
    if (spec.has('domain')) this.#tags.set(ref, this.#domains(entity))
  }

  /** What an entity says that another one's item holds: unless that says it itself. */
  turnedRound(entity: Entity): void {
    const to = this.#ids.get(entity.ref) ?? ''
    const record = entity.ref
    for (const { ref } of this.#targets(entity, 'spec.dependencyOf', 'component'))
      this.#sayOf(ref, 'needs', { to, record })
    for (const { ref } of this.#targets(entity, 'spec.subcomponentOf', 'component'))
      this.#sayOf(ref, 'needs', { to, record })
    for (const { ref } of this.#targets(entity, 'spec.system', 'system')) this.#sayOf(ref, 'resources', { to, record })
    for (const { ref } of this.#targets(entity, 'spec.providesApis', 'api')) {
      this.#sayOf(ref, 'needs', { to, criticality: 'ESSENTIAL', record })
    }
    for (const { ref, written } of this.#targets(entity, 'spec.children', 'group')) {
      const parents = this.#said.get(ref)?.get('partOf')
      if (parents === undefined) this.#sayOf(ref, 'partOf', { to, record })
      else if (!parents.has(to)) {
        this.#leave(entity, 'spec.children', written, `It has another parent: ${[...parents.keys()].join(', ')}.`)
      }
    }
  }

  fields(): Relations {
    const refs = new Set([...this.#said.keys(), ...this.#tags.keys()])
    return new Map(
      [...refs].map((ref) => {
        const fields = [...(this.#said.get(ref) ?? [])].map(([field, entries]): [string, FileValue] => {
          const list = this.#withoutDoubt(ref, [...entries.values()])
          const [first] = list
          return [field, (field === 'owner' || field === 'partOf') && first !== undefined ? first : list]
        })
        const tags = this.#tags.get(ref)
        return [ref, Object.fromEntries([...fields, ...(tags === undefined ? [] : [['tags', tags] as const])])]
      }),
    )
  }

  /** An API that several components provide may do without one of them: none is essential. */
  #withoutDoubt(ref: string, entries: readonly Entry[]): FileValue[] {
    const providers = entries.filter(({ criticality }) => criticality !== undefined)
    return entries.map(({ to, criticality, record }): FileValue => {
      const kept = {
        to,
        ...(criticality === undefined || providers.length > 1 ? {} : { criticality }),
        ...(record === undefined ? {} : { record }),
      }
      return Object.keys(kept).length === 1 ? to : kept
    })
  }

  /** What a field of an entity refers to, as far as there can be items of it. */
  #targets(entity: Entity, part: string, kind: string): Target[] {
    const value = entity.spec.get(part.slice('spec.'.length))
    return textsOf(value).flatMap((written): Target[] => {
      const ref = wholeRef(written, { kind, namespace: entity.namespace })
      const id = this.#ids.get(ref) ?? idFor(ref, this.#model)
      if (id !== undefined) return [{ ref, id, written }]
      const isUser = ref.startsWith('user:')
      const groups = isUser ? textsOf(this.#entities.get(ref)?.spec.get('memberOf')) : []
      this.#leave(
        entity,
        part,
        written,
        isUser
          ? 'People are no part of a catalogue: it names teams and roles.'
          : 'This leads to a kind of entity that is no item.',
        groups.length === 0 || part === 'spec.members' ? undefined : `They are in ${groups.join(', ')}.`,
      )
      return []
    })
  }

  #say(ref: string, field: string, entry: Entry): void {
    const fields = this.#said.get(ref) ?? new Map<string, Map<string, Entry>>()
    const entries = fields.get(field) ?? new Map<string, Entry>()
    if (!entries.has(entry.to)) entries.set(entry.to, entry)
    this.#said.set(ref, fields.set(field, entries))
  }

  /** The same of another entity, which must be there to say it of. */
  #sayOf(ref: string, field: string, entry: Entry & { readonly record: string }): void {
    if (this.#ids.has(ref)) this.#say(ref, field, entry)
    else {
      this.#leftOut.push({
        record: entry.record,
        part: field,
        text: excerpt(ref),
        reason: 'There is no such entity in what was imported, and the relation is written in its file.',
      })
    }
  }

  /** Names of a system's domain and of those that it is a part of, nearest first. */
  #domains(system: Entity): string[] {
    const names: string[] = []
    const seen = new Set<string>()
    let at = { written: textOf(system.spec.get('domain')), namespace: system.namespace }
    while (at.written !== undefined) {
      const ref = wholeRef(at.written, { kind: 'domain', namespace: at.namespace })
      const domain = this.#entities.get(ref)
      if (seen.has(ref)) break
      seen.add(ref)
      names.push(textOf(domain?.metadata.get('title')) ?? domain?.name ?? ref.slice(ref.indexOf('/') + 1))
      at = { written: textOf(domain?.spec.get('subdomainOf')), namespace: domain?.namespace ?? at.namespace }
    }
    return names
  }

  #leave(entity: Entity, part: string, text: string, reason: string, hint?: string): void {
    this.#leftOut.push({
      record: entity.ref,
      part,
      text: excerpt(text),
      reason,
      ...(hint === undefined ? {} : { hint }),
    })
  }
}

interface Target {
  readonly ref: string
  readonly id: string
  readonly written: string
}

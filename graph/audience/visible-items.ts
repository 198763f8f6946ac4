import type { Audience } from '../catalogue/audience.ts'
import type { Source } from '../catalogue/catalogue.ts'
import { formerIdsField } from '../catalogue/former-ids.ts'
import type { StoredGraph, StoredNode, StoredRelation } from '../load/stored-graph.ts'
import { kindOf } from '../model/model.ts'
import type { Model, Relation } from '../model/model.ts'
import { Mentions } from './mentions.ts'
import type { Phrase } from './mentions.ts'

/** Which items an audience sees. */
export interface VisibleItems {
  readonly ids: ReadonlySet<string>
  /** Finds mentions of what it doesn't see, save what is no secret. */
  readonly mentions: Mentions
  /** What items are called that only Tributary's own layers say, by id: no secret, be they seen or not. */
  readonly noSecrets: ReadonlyMap<string, ReadonlySet<string>>
  /** Items that it names and yet doesn't see, without those that are written inside of such ones. */
  readonly refused: readonly Refused[]
}

/** An item that is named, but can't be published. */
export interface Refused {
  readonly id: string
  /** Its own name or id gives another item away, or it can't be without that. */
  readonly because: 'mentions' | 'needs'
  /** Id of that other item. */
  readonly other: string
}

/**
 * The items that an audience names, without those that would give others away or can't stand without them: until nothing
 * more has to go.
 */
export function visibleItems({ nodes, relations }: StoredGraph, audience: Audience, model: Model): VisibleItems {
  const held = Map.groupBy(relations.values(), (relation) => relation.from)
  const ids = named(nodes, held, audience, model)
  const noSecrets = noSecretsIn(nodes, audience, model)
  const bound = [...relations.values()].filter(({ type }) => isBinding(model.relations.get(type)))
  const refused: Refused[] = []
  const refuse = (id: string, because: Refused['because'], other: string): void => {
    if (ids.delete(id)) refused.push({ id, because, other })
  }
  for (;;) {
    const before = ids.size
    for (const { type, from, to } of bound) {
      const isInside = model.relations.get(type)?.inside === true
      // What is written inside of something goes with it without a word.
      if (isInside && !ids.has(from)) ids.delete(to)
      else if (!isInside && !ids.has(to)) refuse(from, 'needs', to)
    }
    const mentions = mentionsOf(nodes, ids, noSecrets, audience, model)
    for (const id of ids) {
      const other = mentions.in([id.slice(id.indexOf('/') + 1), nodes.get(id)?.properties['name'] ?? ''])
      if (other !== undefined) refuse(id, 'mentions', other)
    }
    if (ids.size === before) return { ids, mentions, noSecrets, refused }
  }
}

/** Whether one end can't be without the other: the API promises it. */
const isBinding = (relation: Relation | undefined): boolean =>
  relation !== undefined && (relation.inside || (relation.required && !relation.list))

/** Items that the audience names, with what is written inside of them, as far as it is told that. */
function named(
  nodes: StoredGraph['nodes'],
  held: ReadonlyMap<string, readonly StoredRelation[]>,
  { kinds, items, tags, without, fields }: Audience,
  model: Model,
): Set<string> {
  const isNamed = ({ id, kind, properties }: StoredNode): boolean =>
    kindOf(model, kind).inside === undefined &&
    (kinds.includes(kind) || items.includes(id) || tags.some((tag) => listOf(properties['tags']).includes(tag)))
  const ids = new Set<string>()
  const add = (node: StoredNode): void => {
    if (ids.has(node.id) || without.includes(node.id)) return
    ids.add(node.id)
    for (const { type, to } of held.get(node.id) ?? []) {
      const relation = model.relations.get(type)
      const inner = nodes.get(to)
      if (relation?.inside === true && fields[node.kind]?.includes(relation.field) === true && inner !== undefined) {
        add(inner)
      }
    }
  }
  for (const node of nodes.values()) if (isNamed(node)) add(node)
  return ids
}

/** What is said by layers that come with Tributary alone, unless the audience is to be without it in so many words. */
function noSecretsIn(
  nodes: StoredGraph['nodes'],
  { publicLayers = [], without }: Audience,
  model: Model,
): Map<string, Set<string>> {
  if (publicLayers.length === 0) return new Map()
  const isPublic = ({ id, properties }: StoredNode): boolean => {
    if (without.includes(id)) return false
    const { sources } = properties
    const layers = typeof sources === 'string' ? (JSON.parse(sources) as Source[]).map(({ layer }) => layer) : []
    return layers.length > 0 && layers.every((layer) => publicLayers.includes(layer))
  }
  return new Map(
    [...nodes.values()]
      .filter(isPublic)
      .map((node) => [node.id, new Set(allPhrasesOf(node, model).map(({ text }) => text))]),
  )
}

/** Finds what isn't visible, in texts. What is called like something visible gives nothing away. */
function mentionsOf(
  nodes: StoredGraph['nodes'],
  visible: ReadonlySet<string>,
  noSecrets: VisibleItems['noSecrets'],
  { mayMention }: Audience,
  model: Model,
): Mentions {
  const hidden = [...nodes.values()].filter(
    ({ id }) => !visible.has(id) && !mayMention.includes(id) && !noSecrets.has(id),
  )
  const publicNames = [...visible].map((id) => String(nodes.get(id)?.properties['name'] ?? ''))
  return new Mentions(
    hidden.flatMap((node) => allPhrasesOf(node, model)),
    publicNames,
  )
}

/** What gives an item away as it stands in the graph. */
const allPhrasesOf = ({ id, properties }: StoredNode, model: Model): Phrase[] => [
  ...phrasesOf(id, [properties['name'], ...listOf(properties['aliases'])], model),
  // What it was called gives it away as well.
  ...listOf(properties[formerIdsField]).flatMap((former) =>
    phrasesOf(String(former), [], model).map(({ text }) => ({ text, id })),
  ),
]

/**
 * What gives an item away: its id, the last part of that, and its names. What is written inside of something is often
 * called by one everyday word (a step "Approve"): that isn't looked for.
 */
export function phrasesOf(id: string, names: readonly unknown[], model: Model): Phrase[] {
  const prefix = id.slice(0, id.indexOf('/'))
  const kind = [...model.kinds.values()].find(({ idPrefix }) => idPrefix === prefix)
  const isPart = kind?.inside !== undefined
  const called = [id.slice(id.lastIndexOf('/') + 1), ...names.filter((name) => typeof name === 'string')]
  const telling = isPart ? called.filter((text) => /[\p{L}\p{N}][^\p{L}\p{N}]+[\p{L}\p{N}]/u.test(text)) : called
  return [id, ...telling].map((text) => ({ text, id }))
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : [])

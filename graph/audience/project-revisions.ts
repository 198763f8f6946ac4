import type { Audience } from '../catalogue/audience.ts'
import type { FieldChange } from '../load/plan.ts'
import type { ItemChange, Revision } from '../load/revision.ts'
import type { StoredGraph } from '../load/stored-graph.ts'
import type { Attribute, Model } from '../model/model.ts'
import type { JsonValue } from '../store/store.ts'
import { Mentions } from './mentions.ts'
import type { ProjectedGraph } from './project-graph.ts'
import { keptOf } from './project-properties.ts'
import { phrasesOf } from './visible-items.ts'

/**
 * The revisions that an audience reads: of items that it sees today, the changes of fields that are published, without
 * values that mention what isn't or, by name, what is no more. Revisions of which nothing is left go.
 */
export function projectRevisions(
  revisions: readonly Revision[],
  { graph, visible }: ProjectedGraph,
  audience: Audience,
  model: Model,
): Revision[] {
  if (!audience.changes) return []
  const names = [...graph.nodes.values()].map(({ properties }) => String(properties['name']))
  const gone = new Mentions(formerPhrases(revisions, visible, audience, model), names)
  const project = new ChangeProjection(graph, visible.mentions, gone, audience, model)
  return revisions.flatMap((revision) => {
    const changes = revision.changes.flatMap((change) => project.change(change))
    const count = (action: ItemChange['action']): number => changes.filter((each) => each.action === action).length
    const sums = { added: count('added'), changed: count('changed'), removed: count('removed') }
    return changes.length === 0 ? [] : [{ ...revision, ...sums, changes }]
  })
}

/** What gives away items that aren't seen, by what they were ever called. */
const formerPhrases = (
  revisions: readonly Revision[],
  { ids, noSecrets }: ProjectedGraph['visible'],
  { mayMention }: Audience,
  model: Model,
): ReturnType<typeof phrasesOf> =>
  revisions.flatMap(({ changes }) =>
    changes
      .filter(({ id }) => !ids.has(id) && !mayMention.includes(id))
      .flatMap(({ id, name, fields }) => {
        const called = fields.filter(({ field }) => field === 'name' || field === 'aliases')
        const names = [name, ...called.flatMap(({ before, after }) => [before, after].flat())]
        // A layer that is gone may have called it otherwise.
        return phrasesOf(id, names, model).filter(({ text }) => noSecrets.get(id)?.has(text) !== true)
      }),
  )

class ChangeProjection {
  readonly #graph: StoredGraph
  readonly #mentions: readonly Mentions[]
  readonly #fields: Audience['fields']
  readonly #model: Model

  constructor(graph: StoredGraph, now: Mentions, gone: Mentions, { fields }: Audience, model: Model) {
    this.#graph = graph
    this.#mentions = [now, gone]
    this.#fields = fields
    this.#model = model
  }

  change(change: ItemChange): ItemChange[] {
    const { id, action } = change
    const node = this.#graph.nodes.get(id)
    // It has gone since, or isn't seen: nobody can tell who would have seen it then.
    if (node === undefined || action === 'removed') return []
    const fields = change.fields.flatMap((field) => this.#field(node.kind, field))
    if (action === 'changed' && fields.length === 0) return []
    return [{ action, id, kind: node.kind, name: String(node.properties['name']), fields }]
  }

  /** A field is an attribute, a relation, or a part of what a relation carries: "resources: team/desk: criticality". */
  #field(kindName: string, { field, before, after }: FieldChange): FieldChange[] {
    const [name = '', target, part] = field.split(': ')
    if (name !== 'name' && this.#fields[kindName]?.includes(name) !== true) return []
    const kind = this.#model.kinds.get(kindName)
    const relation = kind?.relations.find((each) => each.field === name)
    if (relation === undefined) {
      const attribute = kind?.attributes.find((each) => each.name === name)
      return attribute === undefined ? [] : this.#values(attribute, { field, before, after })
    }
    const ends = (target === undefined ? [before, after] : [target]).filter((end) => end !== undefined)
    if (!ends.every((end) => typeof end === 'string' && this.#graph.nodes.has(end))) return []
    if (part === undefined) return [{ field, before, after }]
    const attribute = relation.edge?.attributes.find((each) => each.name === part)
    return attribute === undefined ? [] : this.#values(attribute, { field, before, after })
  }

  #values(attribute: Attribute, { field, before, after }: FieldChange): FieldChange[] {
    const kept = [before, after].map((value) => this.#kept(attribute, value))
    const [was, is] = kept
    return JSON.stringify(was) === JSON.stringify(is) ? [] : [{ field, before: was, after: is }]
  }

  #kept(attribute: Attribute, stored: JsonValue | undefined): JsonValue | undefined {
    let value = stored
    for (const mentions of this.#mentions) {
      if (value !== undefined) value = keptOf({ ...attribute, required: false }, value, mentions).value
    }
    return value
  }
}

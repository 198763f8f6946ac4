import type { Kind, Relation } from '../../../graph/model/model.ts'
import type { KnownCatalogue, LeftOut } from '../imported.ts'
import type { Draft } from './draft.ts'
import { Holdings } from './holdings.ts'
import { relate } from './relate.ts'
import type { Link } from './resolve-junctions.ts'

/** Why something is left out, and what to do. */
export interface Why {
  readonly reason: string
  readonly hint?: string
}

/** Drafts that can be items, with the relations between them. */
export interface Settled {
  /** By the element's identifier. */
  readonly drafts: ReadonlyMap<string, Draft>
  readonly holdings: Holdings
  /** Identifiers of relationships that a relation says. */
  readonly used: ReadonlySet<string>
  /** Why elements can't be items, by identifier. */
  readonly lacking: ReadonlyMap<string, Why>
  /** Why relationships between items are no relations, by identifier. */
  readonly refused: ReadonlyMap<string, Why>
  /** Parts of relationships that no relation carries. */
  readonly leftOut: readonly LeftOut[]
}

/**
 * Relates drafts, and lets those go that lack a required field. That may take one from others, so it is done until all that
 * are left have what they need.
 */
export function settle(
  all: readonly Draft[],
  links: readonly Link[],
  { known, language }: { readonly known: KnownCatalogue; readonly language: string | undefined },
): Settled {
  const drafts = new Map(all.map((draft) => [draft.element.identifier, draft]))
  const lacking = new Map<string, Why>()
  const sorted = links.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  for (;;) {
    const related = relateAll(drafts, sorted, { known, language })
    const gone = [...drafts.values()].flatMap((draft) => {
      const why = lacks(draft, related.holdings, related.inside)
      return why === undefined ? [] : [[draft.element.identifier, why] as const]
    })
    if (gone.length === 0) return { ...related, drafts, lacking }
    for (const [identifier, why] of gone) {
      drafts.delete(identifier)
      lacking.set(identifier, why)
    }
  }
}

const keyOf = ({ relationships }: Link): string => relationships.map(({ identifier }) => identifier).join(' ')

function relateAll(
  drafts: ReadonlyMap<string, Draft>,
  links: readonly Link[],
  { known, language }: { readonly known: KnownCatalogue; readonly language: string | undefined },
): Pick<Settled, 'holdings' | 'used' | 'refused' | 'leftOut'> & { readonly inside: ReadonlyMap<string, string> } {
  const { model } = known
  const holdings = new Holdings()
  const used = new Set<string>()
  const refused = new Map<string, Why>()
  const leftOut: LeftOut[] = []
  const inside = new Map<string, string>()
  const ids = new Set([...drafts.values()].map(({ id }) => id))
  for (const { named, element } of drafts.values()) {
    for (const held of named) {
      const there = ids.has(held.to) || known.items.has(held.to)
      const reason = there ? holdings.add(held) : `${held.to} is no item.`
      if (reason !== undefined)
        leftOut.push({ record: element.record, part: held.relation.field, text: held.to, reason })
    }
  }
  for (const link of links) {
    const [source, target] = [drafts.get(link.source), drafts.get(link.target)]
    if (source === undefined || target === undefined) continue
    const said = relate(link, source, target, { model, language })
    const reason = 'reason' in said ? said : whyNot(holdings.add(said.held))
    if ('held' in said && reason === undefined) {
      leftOut.push(...said.leftOut)
      if (said.held.relation.inside) inside.set(said.held.to, said.held.holder)
      for (const { identifier } of link.relationships) used.add(identifier)
    } else if (reason !== undefined) {
      for (const { identifier } of link.relationships) refused.set(identifier, reason)
    }
  }
  return { holdings, used, refused, leftOut, inside }
}

const whyNot = (reason: string | undefined): Why | undefined => (reason === undefined ? undefined : { reason })

/** Why a draft can't be an item: it lacks required fields, or stands outside of what it belongs inside of. */
function lacks(draft: Draft, holdings: Holdings, inside: ReadonlyMap<string, string>): Why | undefined {
  const { kind, known, id, element } = draft
  if (kind.inside !== undefined) return outside(kind, kind.inside, id, inside.get(id))
  if (known !== undefined) return undefined
  const missing = missingIn(draft, holdings)
  if (missing.length === 0) return undefined
  const needs = missing.map((field) => `“${field}”`).join(', ')
  const fields = missing.map((field) => `${field}: …`).join(', ')
  return {
    reason: `${kind.name} needs ${needs}, and the model doesn’t say it.`,
    hint: `Give it properties of that name, or write in a mapping file: types: { ${element.type}: { kind: ${kind.idPrefix}, fields: { ${fields} } } }.`,
  }
}

function missingIn({ kind, values, id }: Draft, holdings: Holdings): string[] {
  const held = holdings.of(id)
  const attributes = kind.attributes
    .filter((each) => each.required && !each.derived && each.default === undefined)
    .map(({ name }) => name)
  const relations = kind.relations.filter(({ required }) => required).map(({ field }) => field)
  return [...attributes, ...relations].filter((field) => !values.has(field) && !held.has(field))
}

function outside(kind: Kind, { declaredBy }: Relation, id: string, holder: string | undefined): Why | undefined {
  const path = holder?.slice(holder.indexOf('/'))
  return path !== undefined && id.startsWith(`${kind.idPrefix}${path}/`)
    ? undefined
    : { reason: `${kind.name} stands inside of ${declaredBy}, and none in the model holds it.` }
}

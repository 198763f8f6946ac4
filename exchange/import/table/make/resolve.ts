import type { Relation } from '../../../../graph/model/model.ts'
import type { LeftOut } from '../../imported.ts'
import { shortened } from '../table.ts'
import type { Pending } from './compile-relation.ts'
import type { Draft } from './drafts.ts'
import type { Directory } from './look-up.ts'

/** A reference that leads somewhere. */
export interface Resolved {
  readonly to: string
  readonly pending: Pending
}

/** An item's relations, each with what it leads to. */
export type ResolvedRelations = Map<string, Map<Relation, Resolved[]>>

/** Looks up all references. What leads nowhere, to the item itself, or could be several, is reported. */
export function resolveReferences(
  drafts: ReadonlyMap<string, Draft>,
  directory: Directory,
  leftOut: LeftOut[],
): ResolvedRelations {
  const told = new Set<string>()
  return new Map(
    [...drafts].map(([id, draft]) => {
      const relations = [...draft.references].map(([relation, pending]) => {
        const found = pending.flatMap((each): Resolved[] => {
          const hits = directory.find(each.text, each.lookUp)
          const [to] = hits
          const reason =
            to === undefined ? noSuch(each) : hits.length > 1 ? several(hits) : to === id ? itself : undefined
          if (to !== undefined && reason === undefined) return [{ to, pending: each }]
          // A row that makes two items says the same of both: it is told once.
          const key = `${each.record} ${each.part} ${each.text} ${relation.field}`
          if (!told.has(key))
            leftOut.push({ record: each.record, part: each.part, text: shortened(each.text), ...(reason ?? itself) })
          told.add(key)
          return []
        })
        return [relation, relation.list ? once(found, leftOut) : first(relation, found, leftOut)] as const
      })
      return [id, new Map(relations.filter(([, found]) => found.length > 0))] as const
    }),
  )
}

type Reason = Pick<LeftOut, 'reason' | 'hint'>

const itself: Reason = { reason: 'It refers to itself.' }

function noSuch({ lookUp }: Pending): Reason {
  const kinds = lookUp.kinds.map(({ idPrefix }) => idPrefix).join(' or ')
  const by = lookUp.by.map((each) => (typeof each === 'string' ? each : each.field)).join(' or ')
  return {
    reason: `There is no ${kinds} with this ${by}.`,
    hint: 'Add it to the source or the catalogue, or name the spelling that is meant under same.',
  }
}

const several = (hits: readonly string[]): Reason => ({
  reason: 'Several items could be meant.',
  hint: `It could be ${hits.slice(0, 3).join(', ')}${hits.length > 3 ? ` and ${hits.length - 3} more` : ''}: look it up by something that only one has, such as by: number.`,
})

/** Of several references to one item the first; a later one that carries something else is reported. */
function once(found: readonly Resolved[], leftOut: LeftOut[]): Resolved[] {
  const kept = new Map<string, Resolved>()
  for (const each of found) {
    const there = kept.get(each.to)
    if (there === undefined) kept.set(each.to, each)
    else if (JSON.stringify(there.pending.carries) !== JSON.stringify(each.pending.carries)) {
      const { record, part, text, carries } = each.pending
      leftOut.push({
        record,
        part,
        text: shortened(`${text} ${JSON.stringify(carries)}`),
        reason: 'The same relation is said before with something else, and the first counts.',
        hint: `${there.pending.record} says ${JSON.stringify(there.pending.carries)}.`,
      })
    }
  }
  return [...kept.values()]
}

/** Of a relation that leads to one item only: the first; others are reported. */
function first({ field }: Relation, found: readonly Resolved[], leftOut: LeftOut[]): Resolved[] {
  const [kept, ...others] = found
  for (const { to, pending } of others) {
    if (kept === undefined || to === kept.to) continue
    const { record, part, text } = pending
    const before = kept.pending.record === record ? 'The same record' : kept.pending.record
    leftOut.push({
      record,
      part,
      text: shortened(text),
      reason: `"${field}" leads to one item, and the first counts.`,
      hint: `${before} says ${kept.to}.`,
    })
  }
  return kept === undefined ? [] : [kept]
}

import type { LeftOut } from '../../imported.ts'
import type { Draft } from './drafts.ts'
import type { ResolvedRelations } from './resolve.ts'

/**
 * Goes through the rows that were merged into items of earlier ones. Rows that say nothing more are left out, so that every
 * row stands in the catalogue or in the report.
 * @returns how many rows were merged.
 */
export function tellMergedRows(
  drafts: ReadonlyMap<string, Draft>,
  relations: ResolvedRelations,
  leftOut: LeftOut[],
): number {
  const all = [...drafts.values()]
  const merged = new Map(
    all.toReversed().flatMap((draft) => [...draft.merged].map((record) => [record, draft] as const)),
  )
  for (const { record, ofRow } of all) if (ofRow) merged.delete(record)
  const said = new Set([
    ...all.flatMap(({ record, gave }) => [record, ...gave]),
    ...[...relations.values()].flatMap((each) => [...each.values()].flat().map(({ pending }) => pending.record)),
  ])
  for (const [record, { id, record: first }] of merged) {
    if (said.has(record)) continue
    leftOut.push({
      record,
      text: id,
      reason: 'It adds nothing to what an earlier row says of the item.',
      hint: `See ${first}.`,
    })
  }
  return merged.size
}

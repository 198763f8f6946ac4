import { FormerIds, formerIdsField } from '../catalogue/former-ids.ts'
import { labels } from '../representation.ts'
import type { Store } from '../store/store.ts'

interface Row extends Readonly<Record<string, string | readonly string[]>> {
  readonly id: string
  readonly former: readonly string[]
}

/** The ids that items of a graph had before, in one statement. */
export async function readFormerIds(store: Store): Promise<FormerIds> {
  const rows = await store.read<Row>(
    `MATCH (n:${labels.item}) WHERE n.${formerIdsField} IS NOT NULL RETURN n.id AS id, n.${formerIdsField} AS former`,
  )
  return new FormerIds(new Map(rows.flatMap(({ id, former }) => former.map((each) => [each, id] as const))))
}

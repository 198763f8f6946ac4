import type { SiteRevisionsQuery } from '../generated/graphql.ts'
import { ask } from './ask.ts'
import type { Execute } from './build-input.ts'
import { revisionsDocument } from './documents.ts'

/** The loads that changed something, the latest first, and how many there were ever. */
export type Revisions = SiteRevisionsQuery['revisions']
/** One load that changed something. */
export type Revision = Revisions['nodes'][number]
/** What it did to one item. */
export type ItemChange = Revision['changes'][number]
/** What it did to one field of an item. */
export type FieldChange = ItemChange['fields'][number]

/** How many revisions pages tell of. */
const mostRevisions = 20

/** A change of one item, and when it was made. */
export interface PastChange {
  readonly revision: number
  /** 2026-11-22T10:00:00Z. */
  readonly at: string
  readonly change: ItemChange
}

/** What the loads did. */
export interface ReadRevisions {
  readonly revisions: Revisions
  /** The same by the item's id, the latest first. */
  readonly changesOf: ReadonlyMap<string, readonly PastChange[]>
}

/** Reads the latest revisions with all their changes, in one request. */
export async function readRevisions(execute: Execute): Promise<ReadRevisions> {
  const { revisions } = await ask(execute, revisionsDocument, { first: mostRevisions })
  const changes = revisions.nodes.flatMap(({ number, at, changes: some }) =>
    some.map((change): PastChange => ({ revision: number, at, change })),
  )
  return { revisions, changesOf: Map.groupBy(changes, ({ change }) => change.id) }
}

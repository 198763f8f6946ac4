import type { SiteCompletenessQuery } from '../generated/graphql.ts'
import { ask } from './ask.ts'
import type { Execute } from './build-input.ts'
import { completenessDocument } from './documents.ts'
import { pageSize } from './kind-document.ts'

type Answer = SiteCompletenessQuery['completeness']

/** How complete the catalogue is: all of it, by kind and by item. */
export interface ReadCompleteness extends Pick<Answer, 'totalCount' | 'score' | 'kinds'> {
  /** What each item that isn't complete lacks, by id. */
  readonly ofItem: ReadonlyMap<string, { readonly score: number; readonly missing: readonly string[] }>
  /** Ids of all items that count: the catalogue itself says something of them. An audience isn't told which: none. */
  readonly counted: ReadonlySet<string>
}

/** Reads how complete items are. */
export async function readCompleteness(execute: Execute): Promise<ReadCompleteness> {
  const ofItem = new Map<string, { score: number; missing: readonly string[] }>()
  const counted = new Set<string>()
  for (let after: string | null = null; ;) {
    const answer: SiteCompletenessQuery = await ask(execute, completenessDocument, { first: pageSize, after })
    const { nodes, pageInfo, totalCount, score, kinds } = answer.completeness
    for (const { item, score, missing } of nodes) {
      counted.add(item)
      if (missing.length > 0) ofItem.set(item, { score, missing: missing.map(({ field }) => field) })
    }
    after = pageInfo.endCursor ?? null
    if (!pageInfo.hasNextPage || after === null) return { totalCount, score, kinds, ofItem, counted }
  }
}

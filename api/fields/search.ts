import type { QueryResolvers } from '../generated/resolvers.ts'
import { size } from '../plan/page-slice.ts'
import { readItemsAt } from '../plan/read-root.ts'
import type { Resolvers } from '../schema/attach-resolvers.ts'
import type { SearchHit } from '../search/search-index.ts'
import { textOf } from '../search/search-index.ts'
import { snippetOf } from '../search/snippet.ts'
import { badUserInput } from '../plan/bad-user-input.ts'
import { selectsAt } from '../plan/selects-at.ts'

/** Longer texts aren't what somebody looks for, and cost time. */
const longestQuery = 200

/** `Query.search`: the index finds ids, one statement reads what is selected of their items. */
export const searchResolvers = (): Resolvers => ({ Query: { search } })

const search: Required<QueryResolvers>['search'] = async (_, { query, first, kinds }, context, info) => {
  const [field] = info.fieldNodes
  if (query.length > longestQuery) {
    throw badUserInput(`The query has ${query.length} characters. Search for at most ${longestQuery}.`, field)
  }
  const most = size('first', first, field) ?? first
  const hits = (await context.searchIndex()).search(query, kinds ?? undefined)
  const best = hits.slice(0, most)
  const snippets = selectsAt(['nodes', 'snippet'], info)
  const texts = snippets ? [...new Set(best.flatMap((hit) => hit.matched))] : []
  const ids = best.map((hit) => hit.id)
  const items = await readItemsAt(['nodes', 'item'], ids, context, info, texts)
  const nodes = best.flatMap((hit) => {
    const item = items.get(hit.id)
    // Between indexing and reading, a load may have removed it.
    if (item === undefined) return []
    return [{ score: hit.score, item, matched: hit.matched, snippet: snippets ? snippet(hit, item) : undefined }]
  })
  return { totalCount: hits.length, nodes }
}

/** From the best text that matches besides the name, which readers see anyway. */
function snippet(hit: SearchHit, item: Readonly<Record<string, unknown>>): string | undefined {
  if (hit.matched.includes('name')) return undefined
  return hit.matched.map((name) => snippetOf(textOf(item[name]), hit.terms)).find((each) => each !== undefined)
}

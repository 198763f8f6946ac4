import { messages } from '../messages/messages.ts'
import type { SearchAnswer } from '../search/search-engine.ts'

const words = messages.search

/**
 * What a search found, in a sentence.
 * @param shown how many of the results stand there.
 */
export function statusOf({ total, kinds, hasAll }: SearchAnswer, shown: number): string {
  if (total === 0) return kinds.length === 0 ? words.nothing : words.foundKinds(kinds.length)
  const found = words.found(total)
  const said = hasAll ? found : words.notAll(found)
  return total > shown ? words.best(said, shown) : said
}

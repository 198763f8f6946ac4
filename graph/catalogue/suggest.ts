import { didYouMean } from 'graphql/jsutils/didYouMean.js'
import { suggestionList } from 'graphql/jsutils/suggestionList.js'

/** "Did you mean …?" with the names that are close to what was written; undefined when none is. */
export function suggest(written: string, names: Iterable<string>): string | undefined {
  const close = suggestionList(written, [...names]).slice(0, 3)
  return close.length === 0 ? undefined : didYouMean(close).trim()
}

/**
 * The same for ids. One that differs only in case is meant; otherwise last parts are compared, so that long common
 * beginnings don't make everything look alike.
 */
export function suggestId(written: string, from: Iterable<string>): string | undefined {
  const found = closeIds(written, from)
  return found.length === 0 ? undefined : didYouMean(found).trim()
}

/** The ids that are close to what was written, the closest first: at most three. */
export function closeIds(written: string, from: Iterable<string>): readonly string[] {
  const ids = [...from]
  const same = ids.find((id) => id.toLowerCase() === written.toLowerCase())
  if (same !== undefined) return [same]
  const byLastPart = new Map<string, string[]>()
  for (const id of ids) {
    const last = lastPart(id)
    byLastPart.set(last, [...(byLastPart.get(last) ?? []), id])
  }
  const close = suggestionList(lastPart(written), [...byLastPart.keys()]).slice(0, 3)
  return close.flatMap((last) => byLastPart.get(last) ?? []).slice(0, 3)
}

const lastPart = (id: string): string => id.slice(id.lastIndexOf('/') + 1)

import { searchEngine } from './search-engine.ts'
import type { SearchData, SearchEngine } from './search-engine.ts'

let engine: Promise<SearchEngine> | undefined

/** Fetches what is searched and makes the engine, once a page. After a failure the next call tries again. */
export function loadEngine(index: string, base: string): Promise<SearchEngine> {
  engine ??= fetch(index)
    .then((response) => {
      if (!response.ok) throw new Error(`${index}: ${String(response.status)}`)
      return response.json() as Promise<SearchData>
    })
    .then((data) => searchEngine(data, base))
    .catch((error: unknown) => {
      engine = undefined
      throw error
    })
  return engine
}

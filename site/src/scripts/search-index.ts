import { messages } from '../messages/messages.ts'
import { SearchEngine } from '../search/search-engine.ts'
import type { SearchFile } from '../search/search-file.ts'
import { loadData } from './load-data.ts'
import { siteRoot } from './site-root.ts'

let engine: Promise<SearchEngine> | undefined

/** Fetches what is searched and makes the engine, once a page. After a failure the next call tries again. */
export function loadEngine(): Promise<SearchEngine> {
  engine ??= makeEngine().catch((error: unknown) => {
    engine = undefined
    throw error
  })
  return engine
}

async function makeEngine(): Promise<SearchEngine> {
  const root = siteRoot()
  return SearchEngine.prepare(await loadData<SearchFile>(`${root}search.json`), root, messages.locale)
}

import { resolve } from 'node:path'
import { createApi } from '../api/execute.ts'
import { requireLoadedCatalogue } from '../graph/load/loaded-catalogue.ts'
import type { Store } from '../graph/store/store.ts'
import { buildSite } from '../site/build.ts'
import { say } from './progress.ts'

/** Builds the site of what is loaded. Address and path are the catalogue's unless they are said. @throws NothingLoadedError when nothing is loaded. */
export async function build(store: Store, said: { site: string; base?: string; url?: string }): Promise<void> {
  const loaded = await requireLoadedCatalogue(store)
  const started = performance.now()
  const api = await createApi(store)
  const url = said.url ?? loaded.site.url
  await buildSite({
    execute: api.execute.bind(api),
    outDir: resolve(said.site),
    base: said.base ?? loaded.site.base,
    title: loaded.site.title,
    onLog: say,
    locale: loaded.site.locale,
    ...(loaded.site.languages === undefined ? {} : { languages: loaded.site.languages }),
    ...(url === undefined ? {} : { site: url }),
    ...(loaded.site.files === undefined ? {} : { files: loaded.site.files }),
    ...(loaded.site.edit === undefined ? {} : { edit: loaded.site.edit }),
    ...(loaded.site.suggest === undefined ? {} : { suggest: loaded.site.suggest }),
  })
  say(`Site built in ${((performance.now() - started) / 1000).toFixed(1)} s: ${said.site}`)
}

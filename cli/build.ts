import { resolve } from 'node:path'
import { createApi } from '../api/execute.ts'
import { requireLoadedCatalogue } from '../graph/load/loaded-catalogue.ts'
import { isDiskFull } from '../graph/store/disk-full.ts'
import type { Store } from '../graph/store/store.ts'
import { buildSite } from '../site/build.ts'
import { Failure } from './failure.ts'
import { say } from './progress.ts'

/** Builds the site of what is loaded. Address and path are the catalogue's unless they are said. @throws NothingLoadedError when nothing is loaded. */
export async function build(store: Store, said: { site: string; base?: string; url?: string }): Promise<void> {
  const loaded = await requireLoadedCatalogue(store)
  const started = performance.now()
  const api = await createApi(store)
  const { url: published, ...site } = loaded.site
  const url = said.url ?? published
  await buildSite({
    ...site,
    execute: api.execute.bind(api),
    outDir: resolve(said.site),
    base: said.base ?? site.base,
    onLog: say,
    ...(url === undefined ? {} : { site: url }),
  }).catch((error: unknown) => {
    if (!isDiskFull(error)) throw error
    throw new Failure(`The disk is full: no site was built. Make room on the disk: ${said.site} is as it was.`)
  })
  say(`Site built in ${((performance.now() - started) / 1000).toFixed(1)} s: ${said.site}`)
}

import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { inject } from 'vitest'
import { createApi } from '../../api/execute.ts'
import { builtInFolder } from '../../graph/catalogue/built-in-layers.ts'
import { requireLoadedCatalogue } from '../../graph/load/loaded-catalogue.ts'
import { buildSite } from '../../site/build.ts'
import { loadedStore } from '../loaded-store.ts'
import { today } from './built-site.ts'
import { siteFiles } from './site-files.ts'
import type { SiteFiles } from './site-files.ts'

/**
 * The example organisation's site with everything that its catalogue brings: its own pages, sections and addresses. It is
 * built once in a run of the tests, by the first test file that asks; the others wait. It is only read.
 * @throws where it couldn't be built, in every test file that asks.
 */
export async function exampleSite(): Promise<SiteFiles> {
  const folder = join(inject('sharedFolder'), 'example')
  const failure = `${folder}.failed`
  if (await isFirst(`${folder}.begun`)) {
    await build(folder).catch(async (error: unknown) => {
      await writeFile(failure, String(error))
      throw error
    })
  }
  // A build is moved into place once it is complete.
  while (!existsSync(folder)) {
    if (existsSync(failure)) throw new Error('The example’s site couldn’t be built: the first to ask tells why.')
    await setTimeout(100)
  }
  return siteFiles(folder)
}

const isFirst = (mark: string): Promise<boolean> =>
  mkdir(mark).then(
    () => true,
    () => false,
  )

async function build(outDir: string): Promise<void> {
  const store = await loadedStore(builtInFolder('example'))
  const { site } = await requireLoadedCatalogue(store)
  const api = await createApi(store)
  const execute = api.execute.bind(api)
  await buildSite({ ...site, execute, outDir, base: '/', site: 'https://example.org', today })
  await api.close()
}

import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApi } from '../../api/execute.ts'
import type { Api } from '../../api/execute.ts'
import { buildSite } from '../../site/build.ts'
import { loadedStore } from '../loaded-store.ts'
import { siteFiles } from './site-files.ts'
import type { SiteFiles } from './site-files.ts'

/** The small catalogue that the site's tests build: it has a kind, relations and values of its own. */
export const smallCatalogue = join(import.meta.dirname, 'catalogues/small')

/** The day that all tests of the site count from. */
export const today = '2026-11-22'

/** A built site, in a folder of its own. */
export interface BuiltSite extends SiteFiles {
  readonly base: string
  readonly api: Api
  /** How many requests building it took. */
  readonly requests: number
  remove(): Promise<void>
}

/** Builds the site of a catalogue's folder into a temporary folder. */
export async function builtSite(catalogue: string, base = '/'): Promise<BuiltSite> {
  const api = await createApi(await loadedStore(catalogue))
  const folder = join(mkdtempSync(join(tmpdir(), 'tributary-site-')), 'site')
  let requests = 0
  const execute: Parameters<typeof buildSite>[0]['execute'] = (document, variables) => {
    requests += 1
    return api.execute(document, variables)
  }
  await buildSite({ execute, outDir: folder, base, title: 'Kleinbetrieb & Söhne', site: 'https://example.org', today })
  return {
    ...siteFiles(folder),
    base,
    api,
    requests,
    async remove() {
      await api.close()
      if (existsSync(folder)) rmSync(join(folder, '..'), { recursive: true })
    },
  }
}

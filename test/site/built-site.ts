import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { createApi } from '../../api/execute.ts'
import type { Api } from '../../api/execute.ts'
import { buildSite } from '../../site/build.ts'
import { loadedStore } from '../loaded-store.ts'

/** The small catalogue that the site's tests build: it has a kind, relations and values of its own. */
export const smallCatalogue = join(import.meta.dirname, 'catalogues/small')

/** The day that all tests of the site count from. */
export const today = '2026-11-22'

/** A built site, in a folder of its own. */
export interface BuiltSite {
  readonly folder: string
  readonly base: string
  readonly api: Api
  /** How many requests building it took. */
  readonly requests: number
  /** Every file, from the folder, with forward slashes. */
  files(): string[]
  /** The text of a page by its address: `practices/incident-management/`. */
  page(path: string): string
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
    folder,
    base,
    api,
    requests,
    files: () =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/')),
    page: (path) => readFileSync(join(folder, path, path.endsWith('.html') ? '' : 'index.html'), 'utf8'),
    async remove() {
      await api.close()
      if (existsSync(folder)) rmSync(join(folder, '..'), { recursive: true })
    },
  }
}

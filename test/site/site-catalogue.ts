import { createApi } from '../../api/execute.ts'
import type { Api } from '../../api/execute.ts'
import type { Store } from '../../graph/store/store.ts'
import { provideBuildInput } from '../../site/src/catalogue/build-input.ts'
import type { Catalogue } from '../../site/src/catalogue/catalogue.ts'
import { readCatalogue } from '../../site/src/catalogue/read-catalogue.ts'
import { loadedStore } from '../loaded-store.ts'
import { today } from './built-site.ts'

/** A catalogue as pages are made from it, and the API that it was read from. */
export interface SiteCatalogue {
  readonly catalogue: Catalogue
  readonly api: Api
  readonly store: Store
}

/** Reads a catalogue's folder as a build does, without building. Links stand as on a site under `/`. */
export async function siteCatalogue(folder: string): Promise<SiteCatalogue> {
  const store = await loadedStore(folder)
  const api = await createApi(store)
  const execute: Parameters<typeof readCatalogue>[0] = (document, variables) => api.execute(document, variables)
  provideBuildInput({ execute, base: '/', title: 'Kleinbetrieb & Söhne', today })
  return { api, store, catalogue: await readCatalogue(execute, today) }
}

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { openAudience } from '../../../graph/audience/open-audience.ts'
import type { Store } from '../../../graph/store/store.ts'
import { createApi } from '../../execute.ts'
import type { ApiOptions } from '../../execute.ts'
import type { Publication, Site } from '../routes.ts'

/** Folder of an audience's site: it lies beside that of everything. No audience's name is a path. */
export const audienceFolder = (folder: string, audience: string): string => `${folder}-${audience}`

/** A site, if it was built. */
export const siteIn = (site: Site): Site | undefined => (existsSync(join(site.folder, 'index.html')) ? site : undefined)

/**
 * What an audience sees of a graph: an API over a graph of its own, and the site that was built for it, if it was. Closing the
 * API leaves the whole graph open.
 * @param site that of everything.
 * @param around put around the audience's own graph.
 * @throws UnknownAudienceError
 */
export async function audiencePublication(
  whole: Store,
  audience: string,
  { folder, base }: Site,
  options?: ApiOptions,
  around: (store: Store) => Store = (store) => store,
): Promise<Publication> {
  const store = around(await openAudience(whole, audience, { sharesWhole: true }))
  try {
    const built = siteIn({ folder: audienceFolder(folder, audience), base })
    return { api: await createApi(store, options), audience, ...(built === undefined ? {} : { site: built }) }
  } catch (error) {
    await store.close()
    throw error
  }
}

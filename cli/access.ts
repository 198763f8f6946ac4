import { audiencesNamed } from '../api/server/access/access-settings.ts'
import type { AccessSettings } from '../api/server/access/access-settings.ts'
import { audienceFolder } from '../api/server/access/audience-publication.ts'
import { unknownAudiences } from '../api/server/access/unknown-audiences.ts'
import { openAudience } from '../graph/audience/open-audience.ts'
import { requireLoadedCatalogue } from '../graph/load/loaded-catalogue.ts'
import type { Store } from '../graph/store/store.ts'
import { Failure } from './failure.ts'

/** @throws Failure where access control stands beside `--audience`: roles say who sees what. */
export function refuseAudience(access: AccessSettings | undefined, audience: string | undefined): void {
  if (access !== undefined && audience !== undefined)
    throw new Failure('With access control it is the roles of tokens that say who sees what: leave --audience out.')
}

/** @throws Failure naming every audience of access control that the catalogue doesn't have. */
export async function requireAudiences(access: AccessSettings | undefined, store: Store): Promise<void> {
  if (access === undefined) return
  const unknown = unknownAudiences(access, (await requireLoadedCatalogue(store)).audiences)
  if (unknown.length > 0) throw new Failure(unknown.join('\n'))
}

/** Builds the site of each audience that access control names, beside that of everything. */
export async function buildForAudiences(
  store: Store,
  access: AccessSettings | undefined,
  said: { readonly site: string; readonly base?: string; readonly url?: string },
): Promise<void> {
  const { build } = await import('./build.ts')
  for (const audience of access === undefined ? [] : audiencesNamed(access)) {
    const seen = await openAudience(store, audience, { sharesWhole: true })
    await build(seen, { ...said, site: audienceFolder(said.site, audience) })
    await seen.close()
  }
}

import { Command } from 'commander'
import type { Store } from '../../graph/store/store.ts'
import { openGraph } from '../catalogue.ts'
import { load } from '../load.ts'
import { options, siteFolder } from '../options.ts'
import { say } from '../progress.ts'

export const position = 240

export const command = new Command('start')
  .description('Check and load a catalogue, build its site, and serve site and API.')
  .addOption(options.catalogue())
  .addOption(options.store())
  .addOption(options.audience())
  .addOption(options.allowLargeRemoval())
  .addOption(options.site())
  .addOption(options.base())
  .addOption(options.url())
  .addOption(options.port())
  .addOption(options.host())
  .addOption(options.settings())
  .addHelpText(
    'after',
    `
It is load, build and serve in one.

  $ tributary start --catalogue catalogues/example`,
  )
  .action(async (said: StartOptions) => {
    const [{ build }, { buildForAudiences, refuseAudience, requireAudiences }, { serveUntilStopped, settingsOf }] =
      await Promise.all([import('../build.ts'), import('../access.ts'), import('../serve.ts')])
    const settings = settingsOf(said.settings)
    refuseAudience(settings.access, said.audience)
    const site = siteFolder(said)
    const store = await loadedStore(said)
    try {
      await requireAudiences(settings.access, store)
      await build(store, { ...said, site })
      await buildForAudiences(store, settings.access, { ...said, site })
      await serveUntilStopped(() => Promise.resolve(store), { ...said, site, settings })
    } finally {
      await store.close()
    }
  })

interface StartOptions {
  readonly catalogue: string
  readonly store: string
  readonly audience?: string
  readonly allowLargeRemoval?: true
  readonly site?: string
  readonly base?: string
  readonly url?: string
  readonly port: number
  readonly host: string
  readonly settings?: string
}

/** A graph in memory lives as long as the store that loaded it; others are loaded, then opened for reading. */
async function loadedStore(said: StartOptions): Promise<Store> {
  if (said.store === 'memory:') return openGraph(said)
  const { summary } = await load(said)
  say(summary)
  const { catalogue: _, ...loaded } = said
  return openGraph(loaded)
}

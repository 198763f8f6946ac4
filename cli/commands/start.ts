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
  .addHelpText(
    'after',
    `
It is load, build and serve in one.

  $ tributary start --catalogue catalogues/example`,
  )
  .action(async (said: StartOptions) => {
    const [{ build }, { serveUntilStopped }] = await Promise.all([import('../build.ts'), import('../serve.ts')])
    const site = siteFolder(said)
    const store = await loadedStore(said)
    try {
      await build(store, { ...said, site })
      await serveUntilStopped(store, { ...said, site })
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
}

/** A graph in memory lives as long as the store that loaded it; others are loaded, then opened for reading. */
async function loadedStore(said: StartOptions): Promise<Store> {
  if (said.store === 'memory:') return openGraph(said)
  const { summary } = await load(said)
  say(summary)
  const { catalogue: _, ...loaded } = said
  return openGraph(loaded)
}

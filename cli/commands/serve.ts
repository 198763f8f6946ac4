import { Command } from 'commander'
import { openGraph } from '../catalogue.ts'
import type { GraphAsked } from '../catalogue.ts'
import { options, siteFolder } from '../options.ts'

export const position = 5

export const command = new Command('serve')
  .description('Serve the API, and the site where it is built, from the loaded graph.')
  .addOption(options.insteadOfStore())
  .addOption(options.store())
  .addOption(options.audience())
  .addOption(options.site())
  .addOption(options.base())
  .addOption(options.port())
  .addOption(options.host())
  .action(async (said: GraphAsked & { site?: string; base?: string; port: number; host: string }) => {
    const { serveUntilStopped } = await import('../serve.ts')
    const store = await openGraph(said)
    try {
      await serveUntilStopped(store, { ...said, site: siteFolder(said) })
    } finally {
      await store.close()
    }
  })

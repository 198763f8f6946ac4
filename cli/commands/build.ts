import { Command } from 'commander'
import type { Store } from '../../graph/store/store.ts'
import { waitForRevision } from '../at-least-revision.ts'
import { openGraph } from '../catalogue.ts'
import type { GraphAsked } from '../catalogue.ts'
import { options, siteFolder } from '../options.ts'
import { answer } from '../progress.ts'

export const position = 220

export const command = new Command('build')
  .description('Build the site from the loaded graph: static files that any web server can serve.')
  .addOption(options.insteadOfStore())
  .addOption(options.store())
  .addOption(options.atLeastRevision())
  .addOption(options.audience())
  .addOption(options.site())
  .addOption(options.base())
  .addOption(options.url())
  .addHelpText(
    'after',
    `
The folder’s path goes to stdout. What the folder held is replaced once the new site is whole.

  $ tributary build --catalogue catalogues/example --site public --url https://catalogue.example.org`,
  )
  .action(async (said: GraphAsked & { site?: string; base?: string; url?: string }) => {
    const { build } = await import('../build.ts')
    const site = siteFolder(said)
    const open = (): Promise<Store> => openGraph(said)
    const store = await (said.atLeastRevision === undefined ? open() : waitForRevision(open))
    try {
      await build(store, { ...said, site })
    } finally {
      await store.close()
    }
    answer(site)
  })

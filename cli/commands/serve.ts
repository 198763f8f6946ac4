import { Command } from 'commander'
import { openGraph } from '../catalogue.ts'
import type { GraphAsked } from '../catalogue.ts'
import { options, siteFolder } from '../options.ts'

export const position = 230

export const command = new Command('serve')
  .description('Serve the API, and the site where it is built, from the loaded graph.')
  .addOption(options.insteadOfStore())
  .addOption(options.store())
  .addOption(options.atLeastRevision())
  .addOption(options.audience())
  .addOption(options.site())
  .addOption(options.base())
  .addOption(options.port())
  .addOption(options.host())
  .addOption(options.settings())
  .addHelpText(
    'after',
    `
The site is at /, the API at /graphql. A graph that doesn’t answer yet is waited for: /ready says when it is there. What is loaded meanwhile is answered from then on; the site waits for the next build.

  $ tributary serve --store neo4j://graph.example.org --host 0.0.0.0 --port 8080`,
  )
  .action(
    async (said: GraphAsked & { site?: string; base?: string; port: number; host: string; settings?: string }) => {
      const { serveUntilStopped, settingsOf } = await import('../serve.ts')
      const settings = settingsOf(said.settings)
      await serveUntilStopped(() => openGraph(said), { ...said, site: siteFolder(said), settings })
    },
  )

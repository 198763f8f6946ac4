import { Command } from 'commander'
import { openGraph } from '../catalogue.ts'
import type { GraphAsked } from '../catalogue.ts'
import { options } from '../options.ts'
import { say } from '../progress.ts'

export const position = 400

export const command = new Command('mcp')
  .description('Answer an MCP client, such as an AI assistant, over stdin and stdout: its tools are the API’s queries.')
  .addOption(options.insteadOfStore())
  .addOption(options.store())
  .addOption(options.audience())
  .addHelpText(
    'after',
    `
Clients start it themselves. What they are told, in their configuration:

  { "mcpServers": { "tributary": { "command": "npx", "args": ["tributary", "mcp", "--catalogue", "/path/to/catalogue"] } } }

Without --catalogue it asks what is loaded, and follows every load.`,
  )
  .action(async (said: GraphAsked) => {
    const store = await openGraph(said)
    try {
      const [{ createApi }, { serveStdio }] = await Promise.all([
        import('../../api/execute.ts'),
        import('../../api/mcp/serve-stdio.ts'),
      ])
      await serveStdio(await createApi(store), (error) => {
        say(`Not a message of the protocol: ${error.message}`)
      })
    } finally {
      await store.close()
    }
  })

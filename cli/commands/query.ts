import { readFileSync } from 'node:fs'
import { Command, InvalidArgumentError } from 'commander'
import { openGraph } from '../catalogue.ts'
import type { GraphAsked } from '../catalogue.ts'
import { Failure } from '../failure.ts'
import { options } from '../options.ts'
import { answer } from '../progress.ts'

export const position = 300

export const command = new Command('query')
  .description('Ask the API a GraphQL question, without a server. The answer is JSON.')
  .argument('<question>', 'the question; - reads it from stdin')
  .option('--variables <json>', 'its variables', variables)
  .addOption(options.insteadOfStore())
  .addOption(options.store())
  .addOption(options.audience())
  .addHelpText('after', "\n  $ tributary query '{ practices(first: 3) { totalCount nodes { id name } } }'")
  .action(async (question: string, said: GraphAsked & { variables?: Record<string, unknown> }) => {
    const store = await openGraph(said)
    try {
      const { createApi } = await import('../../api/execute.ts')
      const api = await createApi(store)
      const result = await api.execute(question === '-' ? readFileSync(0, 'utf8') : question, said.variables)
      answer(JSON.stringify(result, null, 2))
      if (result.errors !== undefined) throw new Failure('')
    } finally {
      await store.close()
    }
  })

function variables(text: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(text)
    if (typeof parsed === 'object' && parsed !== null) return parsed as Record<string, unknown>
  } catch {
    // Told below.
  }
  throw new InvalidArgumentError('Write a JSON object: \'{"id": "incident-management"}\'.')
}

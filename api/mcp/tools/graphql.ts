import { z } from 'zod'
import { usualLimits } from '../../server/limits/check-limits.ts'
import { tool } from '../tool.ts'

/** Any question of the API. */
export const graphql = tool({
  name: 'graphql',
  title: 'GraphQL',
  description:
    'Ask the read-only GraphQL API anything that no other tool answers. Every kind has a field for one (valueStream(id:)) and a connection for many (valueStreams(first:, filter:, orderBy:) { totalCount nodes { … } }); the tool "model" names kinds, fields and relations; introspection works. The limits are those of the API over HTTP.',
  input: {
    query: z
      .string()
      .min(1)
      .max(usualLimits.bodyKilobytes * 1024)
      .describe('The query: { practices(first: 3) { totalCount nodes { id name feeds { nodes { name } } } } }'),
    variables: z.record(z.string(), z.unknown()).optional().describe('Its variables, by name.'),
  },
  async answer(api, { query, variables }) {
    const data = await api.askLimited(query, variables ?? {})
    return { data, lead: 'The answer:' }
  },
})

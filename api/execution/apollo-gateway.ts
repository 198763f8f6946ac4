import type { ApolloServerOptionsWithGateway } from '@apollo/server'
import type { ApiContext } from '../context.ts'
import type { Api } from '../execute.ts'

/**
 * Lets Apollo Server answer through the API: its `gateway` option is the only way to another execution than GraphQL's own,
 * and to a schema that changes while it runs. Apollo parses, validates and applies its plugins as always. Call
 * `api.refresh()` before each request, so that a new schema is there when it is validated.
 */
export function apolloGateway(api: Api): ApolloServerOptionsWithGateway<ApiContext>['gateway'] {
  return {
    load: async () => ({
      executor: ({ document, request, operationName }) =>
        api.execute(document, request.variables ?? {}, operationName ?? undefined),
    }),
    onSchemaLoadOrUpdate(callback) {
      const tell = (apiSchema: Api['schema']): void => callback({ apiSchema, coreSupergraphSdl: '' })
      tell(api.schema)
      return api.onSchemaChange(tell)
    },
    stop: async () => undefined,
  }
}

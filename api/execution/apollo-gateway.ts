import type { ApolloServerOptionsWithGateway } from '@apollo/server'
import type { Api } from '../execute.ts'

/** What Apollo's `context` tells of a request. */
export interface GatewayContext {
  /** Ends the answering: who asked has gone, or waits no longer. */
  readonly signal?: AbortSignal
  /** Told that nothing is wrong with the answer, and that it is the same for whoever asks the same. */
  readonly isComplete?: () => void
}

/**
 * Lets Apollo Server answer through the API: its `gateway` option is the only way to another execution than GraphQL's own,
 * and to a schema that changes while it runs. Apollo parses, validates and applies its plugins as always. Call
 * `api.refresh()` before each request, so that a new schema is there when it is validated.
 * @param within is put around each answer.
 */
export function apolloGateway(
  api: Api,
  within: <Result>(work: () => Promise<Result>) => Promise<Result> = (work) => work(),
): ApolloServerOptionsWithGateway<GatewayContext>['gateway'] {
  return {
    load: async () => ({
      executor: ({ document, request, operationName, context }) => {
        const { signal } = context as GatewayContext
        return within(() =>
          api.execute(document, request.variables ?? {}, { operationName: operationName ?? undefined, signal }),
        )
      },
    }),
    onSchemaLoadOrUpdate(callback) {
      const tell = (apiSchema: Api['schema']): void => callback({ apiSchema, coreSupergraphSdl: '' })
      tell(api.schema)
      return api.onSchemaChange(tell)
    },
    stop: async () => undefined,
  }
}

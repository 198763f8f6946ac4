import type { ApolloServerPlugin } from '@apollo/server'
import type { GraphQLError } from 'graphql'
import { checkVariables } from './lists-limit.ts'
import { toldErrors } from './limits.ts'
import type { Limits } from './limits.ts'

/** What the limits do in Apollo Server besides their rules: variables, and what is told when something is wrong. */
export function limitsPlugin(limits: Limits): ApolloServerPlugin {
  return {
    requestDidStart: async () => ({
      validationDidStart: async () => async (errors) => {
        // Apollo answers with the errors that it has shown its plugins: they say there what is told.
        const told = errors as GraphQLError[] | undefined
        told?.splice(0, Infinity, ...toldErrors(told))
      },
      didResolveOperation: async ({ request }) => checkVariables(request.variables ?? {}, limits.listEntries),
    }),
  }
}

import { createHash } from 'node:crypto'
import type { ApolloServerPlugin, BaseContext, GraphQLRequestListener } from '@apollo/server'
import { context, trace } from '@opentelemetry/api'
import type { OperationDefinitionNode } from 'graphql'
import { Kind } from 'graphql'
import type { Api } from '../../execute.ts'
import type { Metrics } from './metrics.ts'
import type { Phase } from './phases.ts'
import { failSpan, inSpan, tracer } from './spans.ts'
import { currentRequest } from './watched-request.ts'

/**
 * Watches what Apollo Server does for a request: a span of the operation with its parts, its time and its errors in the metrics,
 * its name in the log. Neither values of variables nor the request's text go anywhere.
 */
export function watchOperations(metrics: Metrics): ApolloServerPlugin {
  return {
    invalidRequestWasReceived: async () => currentRequest()?.fails('BAD_REQUEST'),
    requestDidStart: async () => listener(metrics),
  }
}

/** Does the execution of the operation under way, so that the graph's statements and what is computed belong to it. */
export const executing = <Result>(api: Api, work: () => Promise<Result>): Promise<Result> => {
  const request = currentRequest()
  if (request === undefined) return work()
  return context.with(request.operation?.within ?? context.active(), () =>
    inSpan('graphql.execute', {}, async () => {
      const result = await work()
      request.revision = api.revision
      return result
    }),
  )
}

function listener(metrics: Metrics): GraphQLRequestListener<BaseContext> {
  const started = performance.now()
  const span = tracer().startSpan('graphql.operation')
  const within = trace.setSpan(context.active(), span)
  let label = 'invalid'

  const part = (phase: Phase) => {
    const leave = currentRequest()?.phases.enter(phase)
    const own = tracer().startSpan(`graphql.${phase}`, {}, within)
    return async (error?: unknown): Promise<void> => {
      leave?.()
      if (error !== undefined) failSpan(own, 'GraphQLError')
      own.end()
    }
  }

  return {
    parsingDidStart: async () => part('parse'),
    validationDidStart: async () => part('validate'),
    async didResolveOperation({ operation, operationName, source }) {
      if (operation === undefined) return
      label = metrics.names.label(operationName ?? undefined)
      const request = currentRequest()
      if (request !== undefined)
        request.operation = { name: operationName?.slice(0, longestName) ?? unnamed(operation, source), within }
      span.updateName(`${operation.operation} ${label}`)
      span.setAttributes({ 'graphql.operation.type': operation.operation, 'graphql.operation.name': label })
    },
    async willSendResponse({ response }) {
      const { body } = response
      const errors = (body.kind === 'single' ? body.singleResult : body.initialResult).errors ?? []
      for (const { extensions } of errors) currentRequest()?.fails(extensions?.['code'], extensions?.['limit'])
      const outcome = errors.length > 0 ? 'errors' : 'ok'
      metrics.operations.observe({ operation: label, outcome }, (performance.now() - started) / 1000)
      if (errors.length > 0) failSpan(span, String(errors[0]?.extensions?.['code']))
      span.end()
    },
  }
}

/** How much of an operation's name is told: whoever asks chooses it. */
const longestName = 100

/** What an operation without a name is called: its text's hash and its first fields, `3f2a9c1b { practice team … }`. */
function unnamed({ selectionSet: { selections } }: OperationDefinitionNode, source: string): string {
  const fields = selections.slice(0, 3).map((each) => (each.kind === Kind.FIELD ? each.name.value : '…'))
  const more = selections.length > 3 ? [...fields, '…'] : fields
  return `${createHash('sha256').update(source).digest('hex').slice(0, 8)} { ${more.join(' ')} }`
}

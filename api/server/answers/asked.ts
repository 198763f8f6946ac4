import type { Request } from 'express'

/**
 * What a request asks, as text that is the same for all that ask the same; undefined for what isn't certain to be a question:
 * Apollo Server says what is wrong with it.
 */
export function askedBy(request: Request): string | undefined {
  if (request.method === 'POST') return isRecord(request.body) ? textOf(request.body) : undefined
  if (request.method !== 'GET' || !isPreflighted(request)) return undefined
  const said = new URL(request.url, 'http://localhost').searchParams
  try {
    const parsed = (name: string): unknown => JSON.parse(said.get(name) ?? 'null')
    const [variables, extensions] = [parsed('variables'), parsed('extensions')]
    return textOf({ query: said.get('query'), operationName: said.get('operationName'), variables, extensions })
  } catch {
    return undefined
  }
}

const textOf = ({ query, operationName, variables, extensions }: Readonly<Record<string, unknown>>): string =>
  JSON.stringify([query, operationName, variables, extensions].map((each) => each ?? null))

/** Whether a browser has asked the server before it sends such a request for another site's page: Apollo answers no other GET. */
function isPreflighted({ headers }: Request): boolean {
  const given = [headers['apollo-require-preflight'], headers['x-apollo-operation-name']]
  return given.some(Boolean) || headers['content-type']?.startsWith('application/json') === true
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

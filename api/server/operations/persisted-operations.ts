import type { Request, RequestHandler } from 'express'
import { HttpError } from '../http-error.ts'
import type { PersistedOperations } from './manifest.ts'

/**
 * Puts the text in the place of a persisted operation's id, so that it is answered as if it had been asked by its text. A
 * request names one as `documentId` (GraphQL over HTTP, appendix "Persisted Documents"), as `id`, or as
 * `extensions.persistedQuery.sha256Hash` (Apollo); in its JSON body, or in the address where it is a GET.
 * @param only whether anything else is refused: other texts with 403, also those that come with a hash to be remembered; ids
 * that aren't listed with 400. Otherwise what isn't known here goes on to automatic persisted queries.
 */
export function persistedOperations(operations: PersistedOperations, only: boolean): RequestHandler {
  return (request, _, next) => {
    const asked = request.method === 'GET' ? inAddress(request) : inBody(request.body)
    const operation = asked?.id === undefined ? undefined : find(operations, asked.id)
    if (only && (asked === undefined || asked.hasText || asked.id === undefined)) next(refused(403, onlyListed))
    else if (asked?.id === undefined || asked.hasText) next()
    else if (operation !== undefined) {
      asked.replace(operation.text)
      next()
    } else if (only) next(refused(400, `No operation is listed as "${asked.id.slice(0, 100)}".`))
    else next()
  }
}

const onlyListed =
  'Only persisted operations are answered here: name one by its id (documentId, or extensions.persistedQuery.sha256Hash), without a text.'

const refused = (status: number, message: string): HttpError => new HttpError(status, 'PERSISTED_QUERY_ONLY', message)

/** What a request asks for. */
interface Asked {
  readonly id: string | undefined
  readonly hasText: boolean
  /** Has the request ask for a text instead. */
  readonly replace: (text: string) => void
}

function inBody(body: unknown): Asked | undefined {
  if (!isRecord(body)) return undefined
  return {
    id: idIn(body, body['extensions']),
    hasText: body['query'] !== undefined && body['query'] !== '',
    replace(text) {
      for (const name of ['documentId', 'id']) Reflect.deleteProperty(body, name)
      body['query'] = text
      if (isRecord(body['extensions'])) Reflect.deleteProperty(body['extensions'], 'persistedQuery')
    },
  }
}

function inAddress(request: Request): Asked | undefined {
  const address = new URL(request.url, 'http://localhost')
  const { searchParams: said } = address
  const extensions = jsonOf(said.get('extensions'))
  return {
    id: idIn(Object.fromEntries(said), extensions),
    hasText: said.has('query'),
    replace(text) {
      for (const name of ['documentId', 'id', 'extensions']) said.delete(name)
      said.set('query', text)
      request.url = `${address.pathname}?${said.toString()}`
    },
  }
}

function idIn(said: Readonly<Record<string, unknown>>, extensions: unknown): string | undefined {
  const persisted = isRecord(extensions) ? extensions['persistedQuery'] : undefined
  const hash = isRecord(persisted) ? persisted['sha256Hash'] : undefined
  return [said['documentId'], said['id'], hash].find((each) => typeof each === 'string')
}

/** A hash may say what it is, `sha256:…`, in the manifest or in the request: both forms are the same id. */
const find = (operations: PersistedOperations, id: string): ReturnType<PersistedOperations['get']> =>
  operations.get(id) ?? operations.get(id.replace(/^sha256:/, '')) ?? operations.get(`sha256:${id}`)

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function jsonOf(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

import { hash } from 'node:crypto'
import type { ApolloServerPlugin } from '@apollo/server'
import { context } from '@opentelemetry/api'
import type { Request, RequestHandler, Response } from 'express'
import { ownPackage } from '../../../graph/package-root.ts'
import type { Api } from '../../execute.ts'
import type { GatewayContext } from '../../execution/apollo-gateway.ts'
import { currentRequest } from '../watch/watched-request.ts'
import type { Answer, Answers } from './answers.ts'
import { askedBy } from './asked.ts'
import { encodingFor } from './encodings.ts'

/** Whose answers are kept, and for whom. */
export interface Keeping {
  readonly api: Pick<Api, 'revision' | 'loadedAt'>
  /** The audience that the API is for; none: everything. */
  readonly audience: string | undefined
  readonly answers: Answers
  /** Whether others get other answers at the same addresses: nobody between may keep them. */
  readonly isPrivate: boolean
}

const { version } = ownPackage()
/** What of a request the form of an answer depends on. */
const varies = 'Accept, Accept-Encoding'
/** Milliseconds. */
const day = 86_400_000

/**
 * Answers what was asked before from memory, or with 304 where the client has the answer: an answer changes only when the
 * revision, the day (UTC) or the program does. What isn't known goes on to Apollo Server; its answer is kept, unless something
 * went wrong, and sent packed as the client takes it. Stands behind what looks for a new revision.
 */
export function keepAnswers({ api, audience, answers, isPrivate }: Keeping): RequestHandler {
  const now = (): string => `${api.revision} ${api.loadedAt} ${Math.floor(Date.now() / day)}`
  const cacheControl = isPrivate ? 'private, no-cache' : 'no-cache'
  return (request, response, next) => {
    const asked = request.method === 'GET' || answers.keeps ? askedBy(request) : undefined
    const before = asked === undefined ? '' : now()
    const of = [version, audience ?? null, before, request.headers.accept ?? null, asked]
    const key = asked === undefined ? '' : hash('sha256', JSON.stringify(of), 'base64url')
    const etag = `W/"${key}"`
    const head = (): void => {
      response.setHeader('etag', etag)
      response.setHeader('cache-control', cacheControl)
    }
    const send = async (answer: Answer): Promise<void> => {
      const encoding = encodingFor(request, answer.body.length)
      const body = await answers.form(key, answer, encoding)
      response.vary(varies).setHeader('content-type', answer.contentType)
      if (encoding !== 'identity') response.setHeader('content-encoding', encoding)
      response.end(body)
    }

    const kept = asked === undefined ? undefined : answers.get(key)
    if (asked !== undefined) {
      if (request.method === 'GET' && has(request, etag)) {
        head()
        noteKept(api.revision, kept?.operation)
        response.status(304).vary(varies).end()
        return
      }
      if (kept !== undefined) {
        head()
        noteKept(api.revision, kept.operation)
        send(kept).catch(next)
        return
      }
    }
    // Apollo Server hands over its answer as one text.
    response.send = (text: string) => {
      const isComplete = complete.has(response) && response.statusCode === 200
      // What was loaded while it was answered may be in it, or not.
      const isKnown = isComplete && asked !== undefined && now() === before
      if (isKnown) head()
      else response.setHeader('cache-control', isComplete ? cacheControl : 'no-store')
      if ((!isKnown || !answers.keeps) && encodingFor(request, text.length) === 'identity') {
        response.vary(varies).end(text)
        return response
      }
      const contentType = String(response.getHeader('content-type'))
      const answer = { contentType, body: Buffer.from(text), operation: currentRequest()?.operation?.name }
      if (isKnown) answers.keep(key, answer)
      send(answer).catch(next)
      return response
    }
    next()
  }
}

/** Answers in which nothing is wrong and nothing is of one request alone. */
const complete = new WeakSet<Response>()

/** What Apollo tells `keepCompleteOnly` of a request whose answer may be kept. */
export const completing = (response: Response): Required<Pick<GatewayContext, 'isComplete'>> => ({
  isComplete: () => complete.add(response),
})

/** Has only complete answers kept: no errors, no extensions, nothing that follows later. */
export const keepCompleteOnly: ApolloServerPlugin<GatewayContext> = {
  requestDidStart: async () => ({
    async willSendResponse({ response: { body }, contextValue }) {
      if (body.kind !== 'single') return
      const { errors, extensions } = body.singleResult
      if (errors === undefined && extensions === undefined) contextValue.isComplete?.()
    },
  }),
}

/** Whether the client says that it has this answer. */
const has = ({ headers }: Request, etag: string): boolean =>
  headers['if-none-match']?.split(',').some((each) => each.trim() === etag) === true

/** Has the log say that nothing had to be worked out. */
function noteKept(revision: number, operation: string | undefined): void {
  const watched = currentRequest()
  if (watched === undefined) return
  watched.cached = true
  watched.revision = revision
  if (operation !== undefined) watched.operation = { name: operation, within: context.active() }
}

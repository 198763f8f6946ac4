import type { IncomingMessage } from 'node:http'
import { Refusal } from './refusal.ts'

/**
 * The token of a request, from its header `Authorization` and nowhere else: what stands in an address is kept in logs and
 * histories. Undefined where there is no such header.
 * @throws Refusal for several headers, of which a proxy may have checked another, and for what is no bearer token.
 */
export function bearerToken({ headersDistinct }: IncomingMessage): string | undefined {
  const { authorization } = headersDistinct
  if (authorization === undefined) return undefined
  const [said = ''] = authorization
  if (authorization.length > 1)
    throw new Refusal(400, 'invalid_request', 'There is more than one Authorization header.')
  const [, token] = /^bearer +([\w.~+/-]+=*) *$/i.exec(said) ?? []
  if (token === undefined) throw new Refusal(401, 'invalid_token', 'The Authorization header holds no bearer token.')
  return token
}

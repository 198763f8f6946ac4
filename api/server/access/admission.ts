import type { IncomingMessage } from 'node:http'
import type { RequestHandler, Response } from 'express'
import type { Logger } from 'pino'
import { everything } from './access-settings.ts'
import type { AccessSettings } from './access-settings.ts'
import { audienceOf } from './audience-of.ts'
import { bearerToken } from './bearer-token.ts'
import { Refusal } from './refusal.ts'
import { signingKeys } from './signing-keys.ts'
import { verifyToken } from './verify-token.ts'

/**
 * Decides what a request may see, for the handlers after it (`admittedAs`), or refuses it (RFC 6750): 401 without a token
 * that holds, 403 without a role that is named, 503 where the token can't be checked. A token that doesn't hold is never taken
 * for none. Nothing of a token is logged.
 */
export function admission(access: AccessSettings, log: Logger): RequestHandler {
  const keys = signingKeys(access, log)

  async function audienceFor(request: IncomingMessage): Promise<string> {
    const token = bearerToken(request)
    if (token === undefined) {
      if (access.public !== undefined) return access.public
      throw new Refusal(401, undefined, 'This needs a bearer token.')
    }
    const audience = audienceOf(await verifyToken(token, keys, access), access)
    if (audience === undefined)
      throw new Refusal(403, 'insufficient_scope', 'The token holds no role that may see anything here.')
    return audience
  }

  return async (request, response, next) => {
    // The same address is answered differently to others: no cache between may keep what it sees.
    response.vary('authorization')
    response.set('cache-control', 'private, no-cache')
    try {
      ;(response.locals as Admitted).audience = await audienceFor(request)
    } catch (error) {
      if (error instanceof Refusal) log.info({ status: error.status, why: error.message }, 'refused')
      throw error
    }
    next()
  }
}

interface Admitted {
  audience?: string
}

/** Stands where there is no access control: everybody sees everything. */
export const admitEverybody: RequestHandler = (_, response, next) => {
  ;(response.locals as Admitted).audience = everything
  next()
}

/**
 * What was decided about a request: the name of an audience, `'*'` for everything.
 * @throws where nothing was: no route may stand before that by mistake.
 */
export function admittedAs(response: Response): string {
  const { audience } = response.locals as Admitted
  if (audience === undefined) throw new Error('Nobody has decided what the request may see.')
  return audience
}

/** Lets only those go on who may see everything: for what tells about the whole server. It stands after `admission`. */
export const wholeOnly: RequestHandler = (_, response, next) => {
  if (admittedAs(response) === everything) next()
  else next(new Refusal(403, 'insufficient_scope', 'Only those who may see everything may see this.'))
}

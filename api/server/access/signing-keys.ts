import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createRemoteJWKSet, customFetch, errors } from 'jose'
import type { FetchImplementation, JWTVerifyGetKey } from 'jose'
import type { Logger } from 'pino'
import { z } from 'zod'
import { isAddress, isAddressOfKeys } from './access-settings.ts'
import type { AccessSettings } from './access-settings.ts'
import { Refusal } from './refusal.ts'

const minute = 60_000
/** When keys are read again, so that withdrawn ones aren't trusted for long. */
const readAgainAfter = 10 * minute
/** For how long keys go on while the issuer can't say whether they still hold. */
const trustedFor = 24 * 60 * minute
/** How soon after keys were read an unknown one has them read again: tokens with invented keys can't keep the issuer busy. */
const unknownKeyAfter = minute / 2
/** How long nobody tries again after keys couldn't be read. */
const pauseAfterFailure = 5_000

/**
 * The issuer's keys, read when the first token comes and kept. A key that isn't among them has them read again, for the
 * issuer may have changed its keys. While it can't be reached, those that are known go on for a day.
 * The returned function throws jose's errors for a token whose key there isn't.
 * @throws Refusal (503) where the key can't be had at all.
 */
export function signingKeys(access: Pick<AccessSettings, 'issuer' | 'jwks'>, log: Logger): JWTVerifyGetKey {
  const { from, read } = sourceOf(access)
  let readAt = -Infinity
  let failedAt = -Infinity
  const keys = createRemoteJWKSet(from, {
    // When they are read again is decided here: jose would have requests wait for it, and fail with it.
    cacheMaxAge: Infinity,
    cooldownDuration: unknownKeyAfter,
    [customFetch]: async (address, options) => {
      if (performance.now() - failedAt < pauseAfterFailure) throw new Error('The last attempt has just failed')
      return read(address, options)
    },
  })

  const noteFailure = (error: unknown): void => {
    if (performance.now() - failedAt < pauseAfterFailure) return
    failedAt = performance.now()
    log.error({ err: error }, 'The keys of the tokens’ issuer can’t be read')
  }
  const readAgain = async (): Promise<void> => {
    await keys.reload()
    readAt = performance.now()
  }

  return async (header, token) => {
    try {
      const age = performance.now() - readAt
      if (age > trustedFor) await readAgain()
      else if (age > readAgainAfter && !keys.reloading) readAgain().catch(noteFailure)
      return await keys(header, token)
    } catch (error) {
      if (ofToken.some((kind) => error instanceof kind)) throw error
      noteFailure(error)
      throw new Refusal(503, undefined, 'Tokens can not be checked at the moment.')
    }
  }
}

/** What jose throws where the keys are there and none fits the token. */
const ofToken = [errors.JWKSNoMatchingKey, errors.JWKSMultipleMatchingKeys, errors.JOSENotSupported]

/** Where the keys come from, and how they are read there. */
function sourceOf({ issuer, jwks }: Pick<AccessSettings, 'issuer' | 'jwks'>): {
  readonly from: URL
  readonly read: FetchImplementation
} {
  if (jwks === undefined)
    return {
      from: new URL(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`),
      read: async (address, options) => fetch(await addressOfKeys(address, issuer, options), options),
    }
  if (isAddress(jwks)) return { from: new URL(jwks), read: fetch }
  const file = resolve(jwks)
  return { from: pathToFileURL(file), read: async () => new Response(await readFile(file)) }
}

const discoverySchema = z.object({ issuer: z.string(), jwks_uri: z.string() })

/** Where an issuer says that its keys are (OpenID Connect Discovery 1.0). @throws where it is another, or they aren't safe. */
async function addressOfKeys(
  discovery: string,
  issuer: string,
  options: Parameters<FetchImplementation>[1],
): Promise<string> {
  const response = await fetch(discovery, options)
  if (!response.ok) throw new Error(`${discovery} answers ${String(response.status)}`)
  const { issuer: told, jwks_uri: address } = discoverySchema.parse(await response.json())
  if (told !== issuer) throw new Error(`${discovery} is of the issuer "${told}", not of "${issuer}"`)
  if (!isAddressOfKeys(address)) throw new Error(`${discovery} names keys at an address that isn't safe: ${address}`)
  return address
}

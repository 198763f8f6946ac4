import { errors, jwtVerify } from 'jose'
import type { JWTPayload, JWTVerifyGetKey } from 'jose'
import type { AccessSettings } from './access-settings.ts'
import { Refusal } from './refusal.ts'

/**
 * Kinds of token (header `typ`) that say who asks: access tokens as RFC 9068 names them and as most issuers do, and ID tokens,
 * which have no name of their own. Others with the same keys (logout tokens, security events) are refused (RFC 8725, 3.11).
 */
const types = ['jwt', 'at+jwt']

/**
 * The claims of a token that the issuer signed for here and that holds now. Keys come from the issuer alone: whatever a token's
 * header says of keys (`jwk`, `jku`, `x5u`, `x5c`) isn't looked at.
 * @throws Refusal: 401 for a token that isn't so, 503 where that can't be told.
 */
export async function verifyToken(
  token: string,
  keys: JWTVerifyGetKey,
  { issuer, aud, algorithms, clockTolerance }: AccessSettings,
): Promise<JWTPayload> {
  try {
    const { payload, protectedHeader } = await jwtVerify(token, keys, {
      issuer,
      audience: aud,
      algorithms,
      clockTolerance,
      requiredClaims: ['exp'],
    })
    const type = (protectedHeader.typ ?? 'jwt').toLowerCase().replace(/^application\//, '')
    if (!types.includes(type)) throw invalid('The token is of a type that does not say who asks.')
    return payload
  } catch (error) {
    if (error instanceof Refusal) throw error
    if (error instanceof errors.JWTExpired) throw invalid('The token has expired.')
    if (error instanceof errors.JWTClaimValidationFailed)
      throw invalid(`The claim ${error.claim} of the token is missing, or not as it must be here.`)
    if (error instanceof errors.JOSEError) throw invalid('The token is no JWT that its issuer signed.')
    throw error
  }
}

const invalid = (message: string): Refusal => new Refusal(401, 'invalid_token', message)

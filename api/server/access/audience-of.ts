import type { JWTPayload } from 'jose'
import { everything } from './access-settings.ts'
import type { AccessSettings } from './access-settings.ts'

/**
 * The audience of a token's roles, `'*'` for everything: audiences are in no order, so of several roles the one that sees
 * everything wins, and else the one that the settings name first. Undefined where none of them is named.
 */
export function audienceOf(claims: JWTPayload, { roles, rolesAt, public: open }: AccessSettings): string | undefined {
  const held = rolesIn(claimAt(claims, rolesAt))
  const seen = Object.entries(roles).flatMap(([role, audience]) => (held.includes(role) ? [audience] : []))
  return seen.includes(everything) ? everything : (seen[0] ?? open)
}

/** A claim of that very name (`https://example.org/roles`), or what lies at the end of a path (`realm_access.roles`). */
function claimAt(claims: JWTPayload, path: string): unknown {
  if (Object.hasOwn(claims, path)) return claims[path]
  let at: unknown = claims
  for (const name of path.split('.')) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, name)) return undefined
    at = (at as Readonly<Record<string, unknown>>)[name]
  }
  return at
}

/** Roles stand in a list, or in one text with spaces between them, as OAuth writes scopes. */
function rolesIn(claim: unknown): readonly unknown[] {
  if (Array.isArray(claim)) return claim
  return typeof claim === 'string' ? claim.split(' ') : []
}

import { describe, expect, it } from 'vitest'
import { accessSchema, audiencesNamed, isAddressOfKeys } from '../../../../api/server/access/access-settings.ts'
import { audienceOf } from '../../../../api/server/access/audience-of.ts'
import { unknownAudiences } from '../../../../api/server/access/unknown-audiences.ts'
import { settingsSchema } from '../../../../api/server/settings/settings.ts'
import type { Audience } from '../../../../graph/catalogue/audience.ts'

const issuer = 'https://login.example.org/realms/acme'
const right = { issuer, aud: ['tributary'], roles: { office: '*', staff: 'everyone', partner: 'partners' } }

/** What is wrong with settings: where, and in which words. */
const wrong = (settings: unknown): string[] =>
  accessSchema.safeParse(settings).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? []

describe('access settings', () => {
  it('need an issuer, whom tokens are for, and somebody who sees something', () => {
    expect(wrong(right)).toEqual([])
    expect(wrong({ issuer, aud: ['tributary'], public: 'everyone' })).toEqual([])
    expect(wrong({ issuer, aud: ['tributary'] })).toEqual([
      'roles: Nobody would see anything: name a role, or a public audience.',
    ])
    expect(wrong({ ...right, public: '*' })).toEqual([
      'public: Whoever may see everything needs no token: leave "access" out.',
    ])
  })

  it('take signatures that only the issuer can make', () => {
    expect(accessSchema.parse(right).algorithms).toEqual(['RS256', 'PS256', 'ES256', 'EdDSA', 'Ed25519'])
    for (const algorithm of ['none', 'HS256', 'HS512', 'rs256'])
      expect(wrong({ ...right, algorithms: [algorithm] })).toHaveLength(1)
    expect(wrong({ ...right, algorithms: [] })).toHaveLength(1)
  })

  it('take keys from where nobody can change them on their way', () => {
    const safe = [
      'https://a.example.org/keys',
      'http://localhost:8080/keys',
      'http://127.0.0.1/keys',
      'http://[::1]:1/',
    ]
    const unsafe = [
      'http://a.example.org/keys',
      'https://user:password@a.example.org/keys',
      'ftp://a/keys',
      'keys.json',
      'http://localhost.example.org/',
    ]
    expect(safe.map(isAddressOfKeys)).toEqual(safe.map(() => true))
    expect(unsafe.map(isAddressOfKeys)).toEqual(unsafe.map(() => false))
    expect(wrong({ ...right, jwks: 'keys.json' })).toEqual([])
    expect(wrong({ ...right, jwks: 'http://a.example.org/keys', issuer: 'acme' })).toEqual([
      'jwks: Keys are asked for over https (on this machine also http) and without credentials in the address, or read from a file.',
    ])
    expect(wrong({ ...right, issuer: 'acme' })[0]).toMatch(/^issuer: Keys are asked for over https/)
  })

  it('keep the order of roles, which counts', () => {
    expect(wrong({ ...right, roles: { staff: 'everyone', 7: 'partners' } })).toHaveLength(1)
    const roles = Object.fromEntries(['z', 'a', 'm'].map((role) => [role, `audience-${role}`]))
    expect(audiencesNamed(accessSchema.parse({ ...right, roles, public: 'audience-a' }))).toEqual([
      'audience-z',
      'audience-a',
      'audience-m',
    ])
  })

  it('find roles at a path or under a claim’s whole name', () => {
    const at = (rolesAt: string, claims: Readonly<Record<string, unknown>>): string | undefined =>
      audienceOf(claims, accessSchema.parse({ ...right, rolesAt }))
    expect(at('realm_access.roles', { realm_access: { roles: ['partner'] } })).toBe('partners')
    expect(at('https://acme.example.org/roles', { 'https://acme.example.org/roles': ['staff'] })).toBe('everyone')
    expect(at('realm_access.roles', { realm_access: null, roles: ['staff'] })).toBeUndefined()
    expect(at('constructor.name', {})).toBeUndefined()
    expect(at('scope', { scope: 'openid partner' })).toBe('partners')
  })

  it('are told every audience that the catalogue doesn’t have', () => {
    const audience: Audience = {
      name: 'everyone',
      kinds: [],
      items: [],
      tags: [],
      without: [],
      mayMention: [],
      fields: {},
      pages: [],
      sources: false,
      findings: false,
      changes: false,
    }
    const access = accessSchema.parse({ ...right, roles: { a: 'everyon', b: 'everyone', c: '*' }, public: 'visitors' })
    expect(unknownAudiences(access, [audience])).toEqual([
      'The catalogue has no audience "everyon". Did you mean "everyone"?',
      'The catalogue has no audience "visitors". There are everyone.',
    ])
  })
})

describe('CORS settings', () => {
  const corsWrong = (cors: unknown, access?: unknown): string[] =>
    settingsSchema
      .safeParse({ cors, ...(access === undefined ? {} : { access }) })
      .error?.issues.map(({ path }) => path.join('.')) ?? []

  it('name origins as browsers do', () => {
    expect(corsWrong({ origins: ['https://portal.example.org', 'http://localhost:3000'] })).toEqual([])
    expect(
      corsWrong({ origins: ['https://portal.example.org/', 'portal.example.org', 'null', 'https://*.example.org'] }),
    ).toEqual(['cors.origins.0', 'cors.origins.1', 'cors.origins.2', 'cors.origins.3'])
  })

  it('let every page ask only where everybody may see the answers', () => {
    expect(corsWrong({ origins: ['*'] })).toEqual([])
    expect(corsWrong({ origins: ['*'], credentials: true })).toEqual(['cors.credentials'])
    expect(corsWrong({ origins: ['*'] }, right)).toEqual(['cors.origins'])
  })
})

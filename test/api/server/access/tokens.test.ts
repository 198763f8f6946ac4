import { createHmac, randomUUID } from 'node:crypto'
import { request as httpRequest } from 'node:http'
import { exportSPKI, importJWK, UnsecuredJWT } from 'jose'
import type { CryptoKey } from 'jose'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { guarded } from './guarded.ts'
import type { Guarded } from './guarded.ts'
import { issuerKey, startIssuer } from './issuer.ts'
import type { Issuer } from './issuer.ts'

const base64url = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

describe('bearer tokens', () => {
  let issuer: Issuer
  let server: Guarded
  let open: Guarded
  const sent: string[] = []
  beforeAll(async () => {
    issuer = await startIssuer()
    const settings = {
      issuer: issuer.address,
      aud: ['tributary', 'tributary-web'],
      roles: { partner: 'partners', staff: 'everyone', 'itsm-office': '*' },
    }
    server = await guarded(settings)
    open = await guarded({ ...settings, public: 'everybody' })
  })
  afterEach(() => {
    vi.useRealTimers()
  })
  afterAll(async () => {
    await server.close()
    await open.close()
    await issuer.close()
  })

  const ask = async (token: string, headers?: Readonly<Record<string, string>>): ReturnType<Guarded['ask']> => {
    sent.push(token)
    return server.ask(token, '/', headers)
  }
  const admitted = async (claims: Readonly<Record<string, unknown>>): Promise<string | number> => {
    const { status, audience } = await ask(await issuer.sign(claims))
    return audience ?? status
  }
  const now = (): number => Math.floor(Date.now() / 1000)

  it('are led to the audience of their role: everything wins, else what is named first', async () => {
    expect(await admitted({ roles: ['partner'] })).toBe('partners')
    expect(await admitted({ roles: ['staff', 'partner'] })).toBe('partners')
    expect(await admitted({ roles: ['partner', 'itsm-office', 'unknown'] })).toBe('*')
    expect(await admitted({ roles: 'staff' })).toBe('everyone')
    expect(await admitted({ roles: 'openid staff' })).toBe('everyone')
  })

  it('without a role that is named are told 403, whatever else they hold', async () => {
    for (const roles of [
      undefined,
      null,
      [],
      ['Staff', 'staff '],
      { staff: true },
      7,
      ['constructor', '__proto__'],
      [['staff']],
      '*',
      ['*'],
    ])
      expect(await admitted({ roles })).toBe(403)
    const { challenge, message } = await ask(await issuer.sign({ roles: ['nobody'] }))
    expect(challenge).toBe(`Bearer realm="tributary", error="insufficient_scope", error_description="${message ?? ''}"`)
    expect(message).toBe('The token holds no role that may see anything here.')
  })

  it('are asked for by 401 where there is none, with no error: nothing is wrong with none', async () => {
    const { status, challenge, message } = await server.ask(undefined)
    expect([status, challenge, message]).toEqual([401, 'Bearer realm="tributary"', 'This needs a bearer token.'])
  })

  it('that don’t hold are never taken for none, though strangers see something', async () => {
    expect((await open.ask(undefined)).audience).toBe('everybody')
    expect((await open.ask(await issuer.sign({ roles: ['unknown'] }))).audience).toBe('everybody')
    expect((await open.ask(await issuer.sign({ roles: ['partner'] }))).audience).toBe('partners')
    expect((await open.ask(await issuer.sign({ exp: now() - 60 }))).status).toBe(401)
    expect((await open.ask(undefined, '/', { authorization: 'Basic dTpw' })).status).toBe(401)
  })

  it('are taken by any spelling of the scheme, and from the header alone', async () => {
    const token = await issuer.sign({ roles: ['staff'] })
    for (const scheme of ['bearer', 'BEARER', 'Bearer '])
      expect((await server.ask(undefined, '/', { authorization: `${scheme} ${token}` })).audience).toBe('everyone')
    expect((await server.ask(undefined, `/?access_token=${token}`)).status).toBe(401)
    expect((await server.ask(undefined, '/', { cookie: `access_token=${token}` })).status).toBe(401)
  })

  it('are refused where the header holds anything else', async () => {
    const token = await issuer.sign({ roles: ['staff'] })
    for (const authorization of [
      'Bearer',
      'Bearer ',
      `Bearer ${token} x`,
      `Bearer ${token},x`,
      token,
      `DPoP ${token}`,
      '',
    ])
      expect((await server.ask(undefined, '/', { authorization })).status).toBe(401)
  })

  it('are refused where several headers bring them: a proxy may have looked at another', async () => {
    const good = await issuer.sign({ roles: ['staff'] })
    const [status, body] = await new Promise<[number | undefined, string]>((resolve, reject) => {
      const headers = ['authorization', `Bearer ${good}`, 'authorization', `Bearer ${good}`, 'host', 'localhost']
      httpRequest(server.address, { headers }, (response) => {
        let text = ''
        response.on('data', (chunk: Buffer) => (text += chunk.toString()))
        response.on('end', () => {
          resolve([response.statusCode, text])
        })
      })
        .on('error', reject)
        .end()
    })
    expect(status).toBe(400)
    expect(body).toContain('more than one Authorization header')
  })

  it('are checked for issuer, audience and time', async () => {
    const staff = { roles: ['staff'] }
    expect(await admitted({ ...staff, aud: ['other', 'tributary-web'] })).toBe('everyone')
    expect(await admitted({ ...staff, exp: now() - 20 })).toBe('everyone') // Clocks differ.
    for (const wrong of [
      { iss: 'https://elsewhere.example.org' },
      { iss: `${issuer.address}/` },
      { iss: undefined },
      { aud: 'other' },
      { aud: undefined },
      { aud: ['tributary '] },
      { exp: now() - 60 },
      { exp: undefined },
      { exp: 'tomorrow' },
      { nbf: now() + 60 },
    ])
      expect(await admitted({ ...staff, ...wrong })).toBe(401)
    const { challenge } = await ask(await issuer.sign({ ...staff, exp: now() - 60 }))
    expect(challenge).toBe(
      'Bearer realm="tributary", error="invalid_token", error_description="The token has expired."',
    )
    expect((await ask(await issuer.sign({ ...staff, aud: 'other' }))).message).toBe(
      'The claim aud of the token is missing, or not as it must be here.',
    )
  })

  it('that were good are refused once they have expired: nothing is remembered of them', async () => {
    const token = await issuer.sign({ roles: ['staff'] })
    expect((await ask(token)).audience).toBe('everyone')
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 331_000 })
    expect((await ask(token)).status).toBe(401)
  })

  it('must say who asks: other kinds of the same issuer are none', async () => {
    const of = async (typ: string | undefined): Promise<number> =>
      (await ask(await issuer.sign({ roles: ['staff'] }, { typ }))).status
    expect([await of(undefined), await of('JWT'), await of('application/at+jwt')]).toEqual([200, 200, 200])
    expect([await of('logout+jwt'), await of('secevent+jwt'), await of('dpop+jwt')]).toEqual([401, 401, 401])
  })

  it('must be signed by the issuer, with a signature that only it can make', async () => {
    const claims = { iss: issuer.address, aud: 'tributary', exp: now() + 300, roles: ['itsm-office'] }
    const [own] = issuer.keys
    if (own === undefined) throw new Error('The issuer has no key.')
    const payload = base64url(claims)
    const unsigned = new UnsecuredJWT(claims).encode()
    const stranger = await issuerKey('first')
    const published = JSON.stringify(own.publicJwk)
    const pem = await exportSPKI((await importJWK(own.publicJwk, 'ES256', { extractable: true })) as CryptoKey)
    const withSecret = (secret: string): string => {
      const signed = `${base64url({ alg: 'HS256', typ: 'JWT', kid: 'first' })}.${payload}`
      return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`
    }
    const good = await issuer.sign({ roles: ['staff'] })
    const [header = '', , signature = ''] = good.split('.')
    const forged = [
      unsigned,
      `${base64url({ alg: 'None', kid: 'first' })}.${payload}.`,
      withSecret(published),
      withSecret(pem),
      await issuer.sign(claims, {}, stranger),
      `${header}.${payload}.${signature}`,
      `${header}.${payload}.`,
      `${header}.${payload}`,
      good.slice(0, -4),
      'x',
      'a.b.c',
      randomUUID(),
    ]
    for (const token of forged) {
      const { status, challenge } = await ask(token)
      expect([token, status]).toEqual([token, 401])
      expect(challenge).toContain('error="invalid_token"')
    }
  })

  it('can’t bring a key of their own: what their header says of keys isn’t looked at', async () => {
    const stranger = await issuerKey('stranger')
    const thief = await startIssuer()
    thief.keys = [stranger]
    const brought = [
      { jku: `${thief.address}/keys` },
      { x5u: `${thief.address}/keys` },
      { jwk: stranger.publicJwk },
      { jwk: stranger.publicJwk, kid: 'first' },
      { jku: `${thief.address}/keys`, kid: 'first' },
      { kid: '../../keys' },
      { kid: `${thief.address}/keys` },
      { crit: ['b64'], b64: true },
    ]
    for (const header of brought)
      expect((await ask(await issuer.sign({ roles: ['staff'] }, header, stranger))).status).toBe(401)
    expect(thief.asked()).toBe(0)
    await thief.close()
  })

  it('are signed with any of the accepted signatures, and no other', async () => {
    const [first] = issuer.keys
    const rsa = await issuerKey('rsa', 'RS256')
    const ed = await issuerKey('ed', 'EdDSA')
    const other = await issuerKey('other', 'ES384')
    issuer.keys = [...issuer.keys, rsa, ed, other]
    const fresh = await guarded({ issuer: issuer.address, aud: ['tributary'], roles: { staff: 'everyone' } })
    const claims = { roles: ['staff'] }
    expect((await fresh.ask(await issuer.sign(claims, {}, rsa))).status).toBe(200)
    expect((await fresh.ask(await issuer.sign(claims, {}, ed))).status).toBe(200)
    expect((await fresh.ask(await issuer.sign(claims, {}, other))).status).toBe(401)
    await fresh.close()
    if (first !== undefined) issuer.keys = [first]
  })

  it('are answered so that no cache between keeps it for others', async () => {
    const { headers } = await ask(await issuer.sign({ roles: ['staff'] }))
    expect(headers.get('cache-control')).toBe('private, no-cache')
    expect(headers.get('vary')).toBe('authorization')
    expect((await server.ask(undefined)).headers.get('vary')).toBe('authorization')
  })

  it('of those who see everything alone open what tells of the whole server', async () => {
    const asked = async (role: string): Promise<number> =>
      (await server.ask(await issuer.sign({ roles: [role] }), '/whole')).status
    expect([await asked('itsm-office'), await asked('staff')]).toEqual([200, 403])
  })

  it('too large for a request’s headers end at the door', async () => {
    const token = await issuer.sign({ roles: ['staff'], groups: 'x'.repeat(20_000) })
    const response = await fetch(server.address, { headers: { authorization: `Bearer ${token}` } })
    expect(response.status).toBe(431)
  })

  it('are in no log, nor is anything that they hold', async () => {
    const logged = server.logged() + open.logged()
    expect(logged).toContain('The token has expired.')
    for (const token of sent) {
      const [header = '', payload = '', signature = ''] = token.split('.')
      for (const part of [header, payload, signature].filter((each) => each.length > 8))
        expect(logged).not.toContain(part)
    }
    expect(logged).not.toMatch(/somebody|itsm-office|eyJ/)
  })
})

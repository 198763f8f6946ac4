import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { guarded } from './guarded.ts'
import type { Guarded } from './guarded.ts'
import { issuerKey, startIssuer } from './issuer.ts'
import type { Issuer } from './issuer.ts'

const minute = 60_000

describe('the issuer’s keys', () => {
  let issuer: Issuer
  let server: Guarded
  const start = async (settings: Readonly<Record<string, unknown>> = {}): Promise<void> => {
    server = await guarded({ issuer: issuer.address, aud: ['tributary'], roles: { staff: 'everyone' }, ...settings })
  }
  beforeEach(async () => {
    // The clock that tokens are checked against, and the one that only goes forward.
    vi.useFakeTimers({ toFake: ['Date', 'performance'] })
    issuer = await startIssuer()
  })
  afterEach(async () => {
    vi.useRealTimers()
    await server.close()
    await issuer.close()
  })

  const staff = { roles: ['staff'], exp: Math.floor(Date.now() / 1000) + 3 * 24 * 3600 }
  const status = async (token: string): Promise<number> => (await server.ask(token)).status
  const pass = (milliseconds: number): void => {
    vi.advanceTimersByTime(milliseconds)
  }

  it('are found by the issuer’s discovery document, and asked for once', async () => {
    await start()
    const token = await issuer.sign(staff)
    expect(await Promise.all(Array.from({ length: 20 }, () => status(token)))).toEqual(
      Array.from({ length: 20 }, () => 200),
    )
    expect(issuer.asked()).toBe(1)
  })

  it('are read again when a token names one that is new, though not for every invented one', async () => {
    await start()
    expect(await status(await issuer.sign(staff))).toBe(200)
    const next = await issuerKey('next')
    issuer.keys = [next]
    const rotated = await issuer.sign(staff)
    expect(await status(rotated)).toBe(401)
    expect(issuer.asked()).toBe(1)
    pass(minute)
    expect(await status(rotated)).toBe(200)
    for (const kid of ['a', 'b', 'c']) expect(await status(await issuer.sign(staff, { kid }))).toBe(401)
    expect(issuer.asked()).toBe(2)
  })

  it('that were withdrawn are forgotten', async () => {
    await start()
    const token = await issuer.sign(staff)
    expect(await status(token)).toBe(200)
    issuer.keys = [await issuerKey('next')]
    pass(11 * minute)
    await status(token) // It starts to read them, and waits for nothing.
    await vi.waitFor(async () => {
      expect(await status(token)).toBe(401)
    })
  })

  it('go on for a day while the issuer doesn’t answer, without anybody waiting for it', async () => {
    await start()
    const token = await issuer.sign(staff)
    expect(await status(token)).toBe(200)
    issuer.fault = 503
    for (let hours = 0; hours < 23; hours++) {
      pass(60 * minute)
      expect(await status(token)).toBe(200)
    }
    pass(2 * 60 * minute)
    expect(await status(token)).toBe(503)
    expect(server.logged()).toContain('can’t be read')
  })

  it('that can’t be had make 503, not 401, and soon again what they should', async () => {
    await start()
    const token = await issuer.sign(staff)
    issuer.fault = 500
    const { status: first, headers, message, challenge } = await server.ask(token)
    expect([first, headers.get('retry-after'), challenge]).toEqual([503, '5', null])
    expect(message).toBe('Tokens can not be checked at the moment.')
    issuer.fault = undefined
    expect(await status(token)).toBe(503) // Not each request tries.
    pass(6_000)
    expect(await status(token)).toBe(200)
    expect(issuer.asked()).toBe(1)
  })

  it('that can’t be had are asked for again soon, though the clock was set back meanwhile', async () => {
    await start()
    const token = await issuer.sign(staff)
    issuer.fault = 500
    expect(await status(token)).toBe(503)
    issuer.fault = undefined
    vi.setSystemTime(Date.now() - 60 * minute)
    pass(6_000)
    expect(await status(token)).toBe(200)
  })

  it.each([
    ['another issuer', { issuer: 'https://elsewhere.example.org' }],
    ['an address that isn’t safe', { jwks_uri: 'http://keys.example.org/' }],
    ['no address', { jwks_uri: 'keys' }],
  ])('aren’t taken where the discovery document names %s', async (_, told) => {
    await start()
    issuer.told = told
    expect(await status(await issuer.sign(staff))).toBe(503)
    expect(issuer.asked()).toBe(0)
  })

  it('are found where the settings say, without a discovery document', async () => {
    await start({ issuer: 'urn:acme:tokens', jwks: `${issuer.address}/keys` })
    expect(await status(await issuer.sign({ ...staff, iss: 'urn:acme:tokens' }))).toBe(200)
    expect(await status(await issuer.sign(staff))).toBe(401)
  })

  it('come from a file where the network may not be asked, and follow it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tributary-keys-'))
    const jwks = join(folder, 'keys.json')
    const write = (): void => {
      writeFileSync(jwks, JSON.stringify({ keys: issuer.keys.map(({ publicJwk }) => publicJwk) }))
    }
    await start({ jwks })
    expect(await status(await issuer.sign(staff))).toBe(503)
    expect(server.logged()).toContain('ENOENT')
    write()
    pass(6_000)
    expect(await status(await issuer.sign(staff))).toBe(200)
    issuer.keys = [await issuerKey('next')]
    write()
    pass(minute)
    expect(await status(await issuer.sign(staff))).toBe(200)
    expect(issuer.asked()).toBe(0)
    rmSync(folder, { recursive: true })
  })
})

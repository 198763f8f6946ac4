import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import type { CryptoKey, JWK, JWTPayload } from 'jose'

/** A key of an issuer: what signs, and what is published of it. */
export interface IssuerKey {
  readonly kid: string
  readonly privateKey: CryptoKey
  readonly publicJwk: JWK
}

/** An issuer of tokens on this machine: its discovery document and its keys, over HTTP, as an OpenID provider has them. */
export interface Issuer {
  readonly address: string
  /** Keys that it publishes now. */
  keys: readonly IssuerKey[]
  /** What it answers instead of itself, while it is broken. */
  fault: number | undefined
  /** What its discovery document says besides, or otherwise. */
  told: Readonly<Record<string, string>>
  /** How often it was asked for its keys. */
  readonly asked: () => number
  /** A token for `tributary` that holds for five minutes, with claims and a header besides; undefined takes one away. */
  sign(
    claims?: Readonly<Record<string, unknown>>,
    header?: Readonly<Record<string, unknown>>,
    key?: IssuerKey,
  ): Promise<string>
  close(): Promise<void>
}

/** Makes a key: of elliptic curves, which takes no time, unless said otherwise. */
export async function issuerKey(kid: string, alg = 'ES256'): Promise<IssuerKey> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true })
  return { kid, privateKey, publicJwk: { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' } }
}

/** Starts an issuer. */
export async function startIssuer(): Promise<Issuer> {
  let asked = 0
  const server = createServer((request, response) => {
    if (issuer.fault !== undefined) {
      response.writeHead(issuer.fault).end()
      return
    }
    response.setHeader('content-type', 'application/json')
    if (request.url === '/.well-known/openid-configuration')
      response.end(JSON.stringify({ issuer: address, jwks_uri: `${address}/keys`, ...issuer.told }))
    else if (request.url === '/keys') {
      asked += 1
      response.end(JSON.stringify({ keys: issuer.keys.map(({ publicJwk }) => publicJwk) }))
    } else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`
  const first = await issuerKey('first')
  const issuer: Issuer = {
    address,
    keys: [first],
    fault: undefined,
    told: {},
    asked: () => asked,
    async sign(claims = {}, header = {}, key = issuer.keys[0] ?? first) {
      const now = Math.floor(Date.now() / 1000)
      const payload: JWTPayload = {
        iss: address,
        aud: 'tributary',
        sub: 'somebody',
        iat: now,
        exp: now + 300,
        ...claims,
      }
      return new SignJWT(payload)
        .setProtectedHeader({ alg: key.publicJwk.alg ?? 'ES256', kid: key.kid, typ: 'at+jwt', ...header })
        .sign(key.privateKey)
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => {
          resolve()
        })
      }),
  }
  return issuer
}

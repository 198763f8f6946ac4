import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Writable } from 'node:stream'
import express from 'express'
import { pino } from 'pino'
import { accessSchema } from '../../../../api/server/access/access-settings.ts'
import { admission, admittedAs, wholeOnly } from '../../../../api/server/access/admission.ts'
import { tellError } from '../../../../api/server/tell-error.ts'

/** An answer to a request with these headers. */
export interface Told {
  readonly status: number
  readonly audience: string | undefined
  readonly challenge: string | null
  readonly message: string | undefined
  readonly headers: Headers
}

/** A server that says as whom it admits a request; `/whole` is for who may see everything. */
export interface Guarded {
  readonly address: string
  /** Asks with a token; with `undefined`, without. */
  ask(token: string | undefined, path?: string, headers?: Readonly<Record<string, string>>): Promise<Told>
  /** All that it logged. */
  readonly logged: () => string
  close(): Promise<void>
}

/** Starts a server that these settings guard: `roles` and the like, as a file says them. */
export async function guarded(settings: Readonly<Record<string, unknown>>): Promise<Guarded> {
  const lines: string[] = []
  const to = new Writable({
    write(chunk: Buffer, _, done) {
      lines.push(chunk.toString())
      done()
    },
  })
  const app = express()
  const log = pino({ level: 'trace' }, to)
  app.use(admission(accessSchema.parse(settings), log))
  app.get('/whole', wholeOnly)
  app.use((_, response) => {
    response.json({ audience: admittedAs(response) })
  })
  app.use(tellError(log))
  const server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`
  return {
    address,
    logged: () => lines.join(''),
    async ask(token, path = '/', headers = {}) {
      const given = token === undefined ? {} : { authorization: `Bearer ${token}` }
      const response = await fetch(address + path, { headers: { ...given, ...headers } })
      const { audience, errors } = (await response.json()) as { audience?: string; errors?: { message: string }[] }
      const challenge = response.headers.get('www-authenticate')
      return { status: response.status, audience, challenge, message: errors?.[0]?.message, headers: response.headers }
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => {
          resolve()
        })
      }),
  }
}

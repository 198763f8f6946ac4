import { createServer } from 'node:http'
import type { RequestListener, Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { safeHeaders } from './access/security-headers.ts'
import { connectionOptions } from './connections.ts'
import { graphUnavailable } from './graph-unavailable.ts'
import type { ServerSettings } from './settings/settings.ts'

/** A server that has its port, whether or not there is something to serve yet. */
export interface Listening {
  readonly http: Server
  /** `http://127.0.0.1:4000`, without a slash at its end. */
  readonly address: string
  /** Has requests answered by `answer` from now on. Until then they are told to come back. */
  admit(answer: RequestListener): void
  /** Gives the port back, whoever is connected. */
  close(): void
}

/**
 * Takes a port. `/health` says at once that the process answers; everything else, `/ready` among it, is 503 until `admit`.
 * @param port 0 takes a free one.
 * @throws when the port is taken.
 */
export async function listen(
  port: number,
  host: string,
  { connections }: Pick<ServerSettings, 'connections'>,
): Promise<Listening> {
  let current: RequestListener = comeBack
  const http = createServer(connectionOptions(connections), (request, response) => {
    current(request, response)
  })
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject)
    http.listen(port, host, resolve)
  })
  const { port: taken } = http.address() as AddressInfo
  const name = host.includes(':') ? `[${host}]` : host
  return {
    http,
    address: `http://${name}:${String(taken)}`,
    admit(answer) {
      current = answer
    },
    close() {
      http.close()
      http.closeAllConnections()
    },
  }
}

/** What a server says while it waits for the graph. */
const comeBack: RequestListener = (request, response) => {
  const { status, code, message, headers } = graphUnavailable
  const path = request.url?.split('?', 1)[0]
  const answer = (statusCode: number, body: object): void => {
    safeHeaders(request, response, () => {
      response.writeHead(statusCode, {
        'content-type': 'application/json; charset=utf-8',
        'cache-control': 'no-store',
        ...(statusCode === status ? headers : {}),
      })
      response.end(JSON.stringify(body))
    })
  }
  if (path === '/health') answer(200, { status: 'ok' })
  else if (path === '/ready') answer(status, { status: 'the graph does not answer yet' })
  else answer(status, { errors: [{ message, extensions: { code } }] })
}

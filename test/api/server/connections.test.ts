import { connect } from 'node:net'
import { beforeAll, describe, expect, it } from 'vitest'
import { serverUnderTest } from './server-under-test.ts'
import type { ServerUnderTest } from './server-under-test.ts'

describe('connections', () => {
  let server: ServerUnderTest
  beforeAll(async () => {
    server = await serverUnderTest({
      connections: { headerSeconds: 1, requestSeconds: 1, keepAliveSeconds: 1, headerKilobytes: 1 },
    })
  })

  /** Sends something and says no more. @returns what the server said when it closed the connection. */
  const say = (text: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const { hostname, port } = new URL(server.address)
      const socket = connect(Number(port), hostname, () => socket.write(text))
      let said = ''
      socket.on('data', (part) => (said += part.toString()))
      socket.on('close', () => resolve(said))
      socket.on('error', reject)
    })
  const head = 'POST /graphql HTTP/1.1\r\nhost: localhost\r\n'

  it('cuts off who sends headers that never end', async () => {
    expect(await say(`${head}x-slow: 1\r\n`)).toMatch(/^HTTP\/1\.1 408 /)
  })

  it('cuts off who sends a body that never ends', async () => {
    expect(await say(`${head}content-type: application/json\r\ncontent-length: 100\r\n\r\n{`)).toMatch(
      /^HTTP\/1\.1 408 /,
    )
  })

  it('refuses headers that are too large', async () => {
    expect(await say(`${head}x-large: ${'x'.repeat(2000)}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431 /)
  })

  it('closes a connection on which nothing more is asked', async () => {
    expect(await say('GET /health HTTP/1.1\r\nhost: localhost\r\n\r\n')).toMatch(/^HTTP\/1\.1 200 [\s\S]*keep-alive/i)
  })
})

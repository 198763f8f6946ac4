import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
import type { Api } from '../execute.ts'
import { createMcpServer } from './mcp-server.ts'

/** The most that one message may take, in bytes. */
const largestMessage = 1024 * 1024

/**
 * Answers a client over stdin and stdout, which carries the protocol and nothing else, until stdin ends.
 * @param onError is told what was no message of the protocol; the next one is answered all the same.
 */
export async function serveStdio(api: Api, onError: (error: Error) => void): Promise<void> {
  const server = createMcpServer(api)
  const transport = new StdioServerTransport(process.stdin, process.stdout, { maxBufferSize: largestMessage })
  server.server.onerror = onError
  const ended = new Promise<void>((resolve) => {
    process.stdin.once('end', resolve).once('close', resolve)
    server.server.onclose = resolve
  })
  await server.connect(transport)
  await ended
  await server.close()
}

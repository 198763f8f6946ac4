import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../../graph/package-root.ts'
import { tributary } from './tributary.ts'

const program = join(packageRoot, 'cli/tributary.mjs')
const args = [program, 'mcp', '--catalogue', join(packageRoot, 'catalogues/example')]

describe('tributary mcp', () => {
  it('answers a client over stdin and stdout', async () => {
    const client = new Client({ name: 'test', version: '1' })
    const failures: Error[] = []
    client.onerror = (error) => failures.push(error)
    await client.connect(new StdioClientTransport({ command: process.execPath, args, stderr: 'ignore' }))
    expect(client.getServerVersion()).toMatchObject({ name: 'tributary' })
    expect(client.getInstructions()).toContain('search')
    expect((await client.listTools()).tools.length).toBe(18)
    const { structuredContent } = await client.callTool({ name: 'search', arguments: { query: 'ticketing', first: 1 } })
    expect(structuredContent).toMatchObject({ search: { nodes: [{ item: { id: 'application/ticketing' } }] } })
    await client.close()
    // Whatever stands on stdout beside the protocol reaches the client as an error.
    expect(failures).toEqual([])
  })

  it('goes on after what is no message, and ends with exit code 0 when stdin does', async () => {
    const child = spawn(process.execPath, args, { stdio: 'pipe' })
    let stdout = ''
    child.stdout.on('data', (data: Buffer) => (stdout += data.toString()))
    child.stdin.end('no message\n{"jsonrpc":"2.0","id":1,"method":"ping"}\n')
    const code = await new Promise((resolve) => child.on('close', resolve))
    expect(JSON.parse(stdout)).toEqual({ jsonrpc: '2.0', id: 1, result: {} })
    expect(code).toBe(0)
  })

  it('says on stderr what keeps it from starting', async () => {
    const { code, stdout, stderr } = await tributary(['mcp', '--store', 'memory:'])
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toContain('tributary load')
  })
})

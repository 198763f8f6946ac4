import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js'
import type { Api } from '../../../api/execute.ts'
import { createMcpServer } from '../../../api/mcp/mcp-server.ts'

/** What a tool answered: its data, what people read, and whether it is told as an error. */
export interface Told {
  readonly data: Readonly<Record<string, unknown>>
  readonly text: string
  readonly isError: boolean
}

/** A client of the SDK's own, connected to an MCP server over an API in this process. */
export async function connectedClient(api: Api): Promise<Client> {
  const [here, there] = InMemoryTransport.createLinkedPair()
  const client = new Client({ name: 'test', version: '1' })
  await createMcpServer(api).connect(there)
  await client.connect(here)
  return client
}

/** Calls a tool. The client holds its answer against the tool's output schema. */
export async function call(client: Client, name: string, args: Record<string, unknown> = {}): Promise<Told> {
  const { content, structuredContent, isError } = await client.callTool({ name, arguments: args })
  const text = (content as { text: string }[]).map((each) => each.text).join('\n')
  return { data: structuredContent as Told['data'], text, isError: isError === true }
}

import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { ownPackage } from '../../graph/package-root.ts'
import type { Api } from '../execute.ts'
import { Asking } from './asking.ts'
import { registerItems } from './item-resource.ts'
import { registerPrompts } from './prompts.ts'
import type { Register } from './tool.ts'
import { findings, model, recentChanges } from './tools/catalogue.ts'
import { endingContracts, governanceTrace, supplierConcentration } from './tools/governance.ts'
import { graphql } from './tools/graphql.ts'
import { changeImpact, impact, paths, singlePoints, upstream } from './tools/impact.ts'
import { getItem, listItems, search } from './tools/items.ts'
import { feeds, practicesOfStream, valueStream } from './tools/streams.ts'

/** Every tool, in the order in which clients list them: how to find something first. */
const tools: readonly Register[] = [
  ...[search, getItem, listItems],
  ...[valueStream, practicesOfStream, feeds],
  ...[impact, changeImpact, upstream, paths, singlePoints],
  ...[supplierConcentration, endingContracts, governanceTrace],
  ...[findings, recentChanges, model, graphql],
]

const instructions = `Tributary is a catalogue of how an organisation manages its IT services, in ITIL's terms, as a graph: value streams and their steps, practices, services, applications, teams, suppliers, contracts, policies.
Ids are kind and name: value-stream/resolve-user-incident. Find them with "search"; never make one up.
A practice feeds value streams: it works steps of theirs with its resources. States are OK, AT_RISK, DEGRADED, DOWN. What isn't recorded is unknown, not zero; say so. Every reason names the file and line that it is written in: quote them. Nothing can be changed here: the catalogue is written in files.`

/** An MCP server over the API: its tools are the API's queries. It answers once it is connected to a transport. */
export function createMcpServer(api: Api): McpServer {
  const { version } = ownPackage()
  const server = new McpServer({ name: 'tributary', title: 'Tributary', version }, { instructions })
  const asking = new Asking(api)
  for (const register of tools) register(server, asking, api.schema)
  registerItems(server, asking)
  registerPrompts(server, asking)
  return server
}

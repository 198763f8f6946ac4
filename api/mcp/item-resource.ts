import { ResourceTemplate } from '@modelcontextprotocol/sdk/server/mcp.js'
import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { readableYaml } from './answer-text.ts'
import { Refused } from './asking.ts'
import type { Asking } from './asking.ts'
import { listDocument, searchDocument } from './documents/items.ts'
import { readItem } from './read-item.ts'
import type { WholeItem } from './read-item.ts'

/** How many ids are offered while somebody writes one. */
const mostOffered = 20

/** Registers every item as a resource: `tributary://item/application/ticketing`, in Markdown and JSON. */
export function registerItems(server: McpServer, api: Asking): void {
  const template = new ResourceTemplate('tributary://item/{+id}', {
    list: undefined,
    complete: { id: (written) => itemsLike(api, written) },
  })
  const config = {
    title: 'Item',
    description: 'One item of the catalogue, by its id: what it is, all its fields, and its relations both ways.',
  }
  server.registerResource('item', template, config, async (uri, { id }) => {
    const item = await itemAt(api, decodeURIComponent(String(id)))
    return {
      contents: [
        { uri: uri.href, mimeType: 'text/markdown', text: markdownOf(item) },
        { uri: uri.href, mimeType: 'application/json', text: JSON.stringify(item) },
      ],
    }
  })
}

/** The protocol's answer to a resource that there isn't. */
class NoSuchResource extends Error {
  override readonly name = 'NoSuchResource'
  readonly code = -32_002
}

async function itemAt(api: Asking, id: string): Promise<WholeItem> {
  try {
    const [known = id] = await api.known([id])
    const item = await readItem(api, known, 100)
    if (item !== undefined) return item
    throw new Refused(`There is no item ${known} any more.`)
  } catch (error) {
    if (error instanceof Refused) throw new NoSuchResource(error.message)
    throw error
  }
}

/** Ids that begin as written, then those of items that the words find. */
export async function itemsLike(api: Asking, written: string): Promise<string[]> {
  const words = written.replaceAll(/[-_/]/g, ' ').trim().slice(0, 200)
  if (words === '') {
    const { items } = await api.ask(listDocument, { first: mostOffered, orderBy: { field: 'ID' } })
    return items.nodes.map(({ id }) => id)
  }
  const { search } = await api.ask(searchDocument, { query: words, first: 100 })
  const ids = search.nodes.map(({ item }) => item.id)
  const begun = ids.filter((id) => id.startsWith(written))
  return [...new Set([...begun, ...ids])].slice(0, mostOffered)
}

function markdownOf({ name, id, kind, summary, body, relations, ...fields }: WholeItem): string {
  const rows = relations.edges.map(({ verb, node }) => `- ${verb} ${node.name} (\`${node.id}\`)`)
  const rest = relations.totalCount - relations.edges.length
  return [
    `# ${name}`,
    `${kind} \`${id}\``,
    ...[summary, body].filter((text) => typeof text === 'string'),
    '## Fields',
    `\`\`\`yaml\n${readableYaml(fields)}\`\`\``,
    ...(rows.length === 0 ? [] : ['## Relations', rows.join('\n')]),
    ...(rest > 0 ? [`${String(rest)} more relations: ask the tool get_item for further pages.`] : []),
  ].join('\n\n')
}

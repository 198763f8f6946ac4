import { askUntyped } from './ask.ts'
import type { Execute } from './build-input.ts'
import { heldBy, kindDocument, pageSize, relationDocument } from './kind-document.ts'
import type { Kind, Model, Relation } from './model.ts'

/** A value as the API answers it: plain JSON. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [part: string]: Value }

/** One item as the API answers it: its values, and the relations that it holds. */
export interface ReadItem {
  readonly kind: Kind
  readonly values: Readonly<Record<string, Value>>
  readonly holds: readonly ReadRelation[]
}

/** One relation from its holder's side. */
export interface ReadRelation {
  readonly relation: Relation
  /** Id of the item that it leads to. */
  readonly to: string
  /** What it carries. */
  readonly values: Readonly<Record<string, Value>>
}

interface Page {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
}
interface NodePage extends Page {
  readonly nodes: readonly Readonly<Record<string, unknown>>[]
}
interface EdgePage extends Page {
  readonly edges: readonly (Readonly<Record<string, Value>> & { readonly node: { readonly id: string } })[]
}

/** Reads every item of a kind, a page of a hundred a request, with all the relations that it holds. */
export async function readItems(execute: Execute, kind: Kind, model: Model): Promise<ReadItem[]> {
  const document = kindDocument(kind, model)
  const items: ReadItem[] = []
  let after: string | null = null
  do {
    const answer = await askUntyped(execute, document, { first: pageSize, after })
    const page: NodePage = (answer as Readonly<Record<string, NodePage>>)[kind.plural] ?? nothing
    for (const node of page.nodes) items.push(await readItem(execute, kind, model, node))
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
  } while (after !== null)
  return items
}

const nothing: NodePage = { pageInfo: { hasNextPage: false, endCursor: null }, nodes: [] }

async function readItem(
  execute: Execute,
  kind: Kind,
  model: Model,
  node: NodePage['nodes'][number],
): Promise<ReadItem> {
  const values: Record<string, Value> = {}
  for (const { name } of kind.attributes) {
    const value = node[name] as Value | undefined
    if (value != null) values[name] = value
  }
  const holds: ReadRelation[] = []
  for (const relation of heldBy(kind, model)) {
    const said = node[relation.field]
    if (said == null) continue
    if (!relation.list) holds.push({ relation, to: (said as { id: string }).id, values: {} })
    else holds.push(...(await readRelation(execute, kind, model, relation, String(values['id']), said as EdgePage)))
  }
  return { kind, values, holds }
}

/** All of one relation of one item: the first page came with the item, the rest is asked for where there is any. */
async function readRelation(
  execute: Execute,
  kind: Kind,
  model: Model,
  relation: Relation,
  id: string,
  first: EdgePage,
): Promise<ReadRelation[]> {
  const edges = [...first.edges]
  let page = first
  while (page.pageInfo.hasNextPage) {
    const variables = { id, first: pageSize, after: page.pageInfo.endCursor }
    const answer = await askUntyped(execute, relationDocument(kind, relation, model), variables)
    page = (answer as Readonly<Record<string, Readonly<Record<string, EdgePage>>>>)[kind.singular]?.[
      relation.field
    ] ?? {
      pageInfo: nothing.pageInfo,
      edges: [],
    }
    edges.push(...page.edges)
  }
  return edges.map(({ node, ...carried }) => ({
    relation,
    to: node.id,
    values: Object.fromEntries(Object.entries(carried).filter(([, value]) => value !== null)),
  }))
}

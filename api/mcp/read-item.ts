import type { Asking } from './asking.ts'
import { attributesDocument } from './documents/model.ts'
import type { McpSelectedFragment } from './generated/graphql.ts'

/** An item with all fields of its kind, and a page of its relations. */
export interface WholeItem extends Readonly<Record<string, unknown>> {
  readonly kind: string
  readonly id: string
  readonly name: string
  readonly relations: {
    readonly totalCount: number
    readonly edges: readonly {
      readonly verb: string
      readonly field: string
      readonly type: string
      readonly node: { readonly id: string; readonly name: string }
    }[]
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
  }
}

/**
 * Reads an item whole. Its document is written from the loaded model: kinds have fields of their own, and a catalogue may
 * bring kinds.
 * @returns undefined when there is no such item.
 */
export async function readItem(
  api: Asking,
  id: string,
  relations: number,
  after?: string,
): Promise<WholeItem | undefined> {
  const { model } = await api.ask(attributesDocument, {})
  const kind = model.kinds.find(({ idPrefix }) => id.startsWith(`${idPrefix}/`))
  if (kind === undefined) return undefined
  const values = new Map(model.values.map(({ name, attributes }) => [name, attributes]))
  const document = `query McpItem($id: ID!, $relations: Int!, $after: String) {
    node(id: $id) {
      kind: __typename
      ... on ${kind.name} { ${kind.attributes.map((each) => selected(each, values)).join(' ')} }
      relations(first: $relations, after: $after) {
        totalCount
        edges { verb field type node { id name } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }`
  const { node } = (await api.askText(document, { id, relations, after })) as { node: WholeItem | null }
  return node ?? undefined
}

/** A value with parts is selected part by part, to any depth. */
function selected(
  { name, type }: McpSelectedFragment,
  values: ReadonlyMap<string, readonly McpSelectedFragment[]>,
): string {
  const parts = values.get(type)
  return parts === undefined ? name : `${name} { ${parts.map((each) => selected(each, values)).join(' ')} }`
}

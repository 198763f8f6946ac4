import { Kind, parse } from 'graphql'
import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLObjectType,
  GraphQLResolveInfo,
  GraphQLSchema,
  SelectionSetNode,
} from 'graphql'
import { compileItemsRead, compileListRead } from '../../graph/query/compile-read.ts'
import type { ApiContext } from '../context.ts'
import { objectShape } from '../execution/shape.ts'
import type { Shape } from '../execution/shape.ts'
import { byName } from '../schema/orders.ts'
import { listDraft, nodeDraft } from './draft.ts'
import { pageSize } from './page-size.ts'
import { Planning } from './planning.ts'
import type { Source } from './source.ts'

/**
 * Reads what a root field that is written by hand requires of items of one kind, in one statement: every item by name, or
 * those of some ids.
 * @param selection on the kind, in the API's own language: `{ id steps(first: 10000) { nodes { name } } }`.
 * @returns the items as the API answers the selection.
 */
export async function readRequired<Required>(
  context: ApiContext,
  { schema }: Pick<GraphQLResolveInfo, 'schema'>,
  kind: string,
  selection: string,
  ids?: readonly string[],
): Promise<Required[]> {
  const type = schema.getType(kind) as GraphQLObjectType
  const selected = selectionOf(kind, selection)
  const node = nodeDraft([kind])
  new Planning(context, { schema, fragments: {}, variableValues: {} }, pageSize.own).items(node, selected, type)
  const page = { ...listDraft(everyItem, [kind]), node }
  page.wants.nodes = true
  const items =
    ids === undefined
      ? ((await context.reads.read((number) => compileListRead(page, number))).nodes ?? [])
      : [...(await context.reads.read((number) => compileItemsRead(node, ids, number))).values()]
  const shape = requiredShape(schema, kind, selected, context)
  return items.filter((item) => item.__typename === kind).map((item) => shape(item) as Required)
}

const everyItem = {
  filter: undefined,
  order: { by: byName, descending: false },
  slice: { size: 1_000_000, fromEnd: false, after: undefined, before: undefined },
}

const selections = new Map<string, SelectionSetNode>()

/** A selection on a type, parsed once. */
export function selectionOf(type: string, text: string): SelectionSetNode {
  const key = `fragment Required on ${type} ${text}`
  const known = selections.get(key) ?? (parse(key).definitions[0] as FragmentDefinitionNode).selectionSet
  selections.set(key, known)
  return known
}

/** What makes of an item that was read what the API answers to a selection on it. */
export function requiredShape(
  schema: GraphQLSchema,
  type: string,
  selectionSet: SelectionSetNode,
  context: ApiContext,
): (source: Source) => ReturnType<Shape> {
  const node: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: 'required' }, selectionSet }
  const request = { schema, context, fragments: {}, variableValues: {} }
  return objectShape(schema.getType(type) as GraphQLObjectType, [node], request)
}

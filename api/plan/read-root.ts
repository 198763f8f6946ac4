import type { GraphQLResolveInfo, SelectionSetNode } from 'graphql'
import { compileItemsRead, compileListRead } from '../../graph/query/compile-read.ts'
import type { ReadItem, ReadPage } from '../../graph/query/read.ts'
import type { ApiContext } from '../context.ts'
import { meaningOf } from './meaning.ts'
import { badUserInput } from './bad-user-input.ts'
import { nodeDraft } from './draft.ts'
import { pageSize } from './page-size.ts'
import { Planning } from './planning.ts'
import { selectionsAt } from './selects-at.ts'
import { storedAs } from './stored-as.ts'

/** Answers a root field that is a list, with everything selected on it, in one statement. */
export async function readList(context: ApiContext, info: GraphQLResolveInfo): Promise<ReadPage> {
  const field = info.parentType.getFields()[info.fieldName]
  const meaning = field === undefined ? undefined : meaningOf(field)
  if (field === undefined || meaning?.is !== 'page') throw new Error(`Query.${info.fieldName} is no list.`)
  const page = new Planning(context, info).page(meaning, { node: merged(info), field })
  return context.reads.read((number) => compileListRead(page, number))
}

/** Answers a root field that is one item, with everything selected on it, in one statement. Null: none has or had this id. */
export async function readItem(
  id: string,
  kinds: readonly string[],
  context: ApiContext,
  info: GraphQLResolveInfo,
): Promise<ReadItem | null> {
  const now = context.former.now(id)
  const [kind, ...others] = kinds.map((name) => context.model.kinds.get(name))
  // An item may have been of another kind before, and be none of this one now.
  if (kind !== undefined && others.length === 0 && !now.startsWith(`${kind.idPrefix}/`)) return null
  return (await readSelected([now], kinds, context, info)).get(now) ?? null
}

/** Answers a root field that is a list of items by id, in one statement. Null stands where none has or had it. */
export async function readItems(
  ids: readonly string[],
  kinds: readonly string[],
  context: ApiContext,
  info: GraphQLResolveInfo,
): Promise<(ReadItem | null)[]> {
  if (ids.length > pageSize.most) {
    throw badUserInput(`${ids.length} ids are too many: ask for at most ${pageSize.most} at once.`, info.fieldNodes[0])
  }
  const now = ids.map((id) => context.former.now(id))
  const items = await readSelected([...new Set(now)], kinds, context, info)
  return now.map((id) => items.get(id) ?? null)
}

/**
 * Reads items for a root field that is written by hand, in one statement: what the request selects of them at a path of
 * fields below it.
 * @param path names of the fields that lead to the items: `['nodes', 'item']` for `search { nodes { item { … } } }`.
 * @param also properties that the resolver needs itself.
 */
export async function readItemsAt(
  path: readonly string[],
  ids: readonly string[],
  context: ApiContext,
  info: GraphQLResolveInfo,
  also: readonly string[] = [],
): Promise<ReadonlyMap<string, ReadItem>> {
  return readSelected(ids, [...context.model.kinds.keys()], context, info, path, also)
}

async function readSelected(
  ids: readonly string[],
  kinds: readonly string[],
  context: ApiContext,
  info: GraphQLResolveInfo,
  path: readonly string[] = [],
  also: readonly string[] = [],
): Promise<ReadonlyMap<string, ReadItem>> {
  const read = nodeDraft(kinds)
  const planning = new Planning(context, info)
  const places = selectionsAt(path, info)
  for (const { selection, type } of places) planning.items(read, selection, type)
  for (const property of also) read.properties.set(property, storedAs(context.model, property))
  if (ids.length === 0) return new Map()
  return context.reads.read((number) => compileItemsRead(read, ids, number))
}

/** The root field as one node, where a request selects it several times under one name. */
function merged({ fieldNodes }: GraphQLResolveInfo): GraphQLResolveInfo['fieldNodes'][number] {
  const [node, ...others] = fieldNodes
  if (node === undefined) throw new Error('A resolver was called for no field.')
  if (others.length === 0) return node
  const selections = fieldNodes.flatMap((each) => each.selectionSet?.selections ?? [])
  const selectionSet = { ...(node.selectionSet as SelectionSetNode), selections }
  return { ...node, selectionSet }
}

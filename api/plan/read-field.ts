import type { GraphQLFieldResolver } from 'graphql'
import type { ApiContext } from '../context.ts'
import type { Source } from './source.ts'

/** Answers a field that leads to other items from what the request's statement has read: it never reads itself. */
export const readField: GraphQLFieldResolver<Source, ApiContext> = (source, _, context, info) => {
  const [node] = info.fieldNodes
  const key = node === undefined ? undefined : context.keys.get(node)
  return key === undefined ? undefined : source[key]
}

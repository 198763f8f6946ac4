import { getNamedType, GraphQLError, isInterfaceType, isObjectType, Kind, valueFromASTUntyped } from 'graphql'
import type { ASTVisitor, FieldNode, GraphQLNamedType, SelectionSetNode, ValidationContext } from 'graphql'
import { pageSize } from '../../plan/page-size.ts'

/**
 * Refuses requests whose pages could hold more than `most` items: the sizes of pages within pages are multiplied, as
 * GitHub's API counts its nodes. A size that a variable gives counts as the largest page.
 */
export function nodeLimitRule(most: number): (context: ValidationContext) => ASTVisitor {
  return (context) => ({
    OperationDefinition(operation) {
      const root = context.getSchema().getRootType(operation.operation)
      const count = root == null ? 0 : countNodes(context, operation.selectionSet, root, 1, new Set())
      if (count <= most) return
      const message = `The request could ask for ${String(count)} items, more than ${String(most)}: ask for smaller pages ("first").`
      context.reportError(new GraphQLError(message, { nodes: [operation] }))
    },
  })
}

function countNodes(
  context: ValidationContext,
  set: SelectionSetNode,
  type: GraphQLNamedType,
  times: number,
  within: ReadonlySet<string>,
): number {
  let count = 0
  for (const selection of set.selections) {
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      const name = selection.name.value
      const fragment = context.getFragment(name)
      const on = fragment == null ? undefined : context.getSchema().getType(fragment.typeCondition.name.value)
      // Fragments within themselves are another rule's business.
      if (fragment == null || on === undefined || within.has(name)) continue
      count += countNodes(context, fragment.selectionSet, on, times, new Set([...within, name]))
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      const on =
        selection.typeCondition === undefined ? type : context.getSchema().getType(selection.typeCondition.name.value)
      if (on !== undefined) count += countNodes(context, selection.selectionSet, on, times, within)
    } else if (selection.selectionSet !== undefined && (isObjectType(type) || isInterfaceType(type))) {
      const field = type.getFields()[selection.name.value]
      if (field === undefined) continue
      const of = getNamedType(field.type)
      const size = of.name.endsWith('Connection') ? sizeOf(selection) : 1
      count += countNodes(context, selection.selectionSet, of, times * size, within) + (size > 1 ? times * size : 0)
    }
  }
  return count
}

function sizeOf(field: FieldNode): number {
  const said = field.arguments?.find((each) => each.name.value === 'first' || each.name.value === 'last')
  if (said === undefined) return pageSize.usual
  const value: unknown = said.value.kind === Kind.VARIABLE ? pageSize.most : valueFromASTUntyped(said.value)
  return typeof value === 'number' ? Math.min(Math.max(value, 1), pageSize.most) : pageSize.usual
}

import { getNamedType } from 'graphql'
import type { FieldNode, GraphQLNamedType, GraphQLResolveInfo, SelectionSetNode } from 'graphql'
import { selectedFields } from './selected-fields.ts'

/** A selection and the type that it selects on. */
export interface SelectionPlace {
  readonly node: FieldNode
  readonly selection: SelectionSetNode | undefined
  readonly type: GraphQLNamedType
}

/** What a request selects at a path of fields below a root field: `['nodes', 'item']`. Several places where fragments or aliases say so. */
export function selectionsAt(path: readonly string[], info: GraphQLResolveInfo): SelectionPlace[] {
  const place = (node: FieldNode, type: SelectionPlace['type']): SelectionPlace => ({
    node,
    selection: node.selectionSet,
    type,
  })
  const root = info.fieldNodes.map((node) => place(node, getNamedType(info.returnType)))
  return path.reduce(
    (places, name) =>
      places.flatMap(({ selection, type }) =>
        selectedFields(selection, type, info)
          .filter(({ field }) => field.name === name)
          .map(({ node, field }) => place(node, getNamedType(field.type))),
      ),
    root,
  )
}

/** Whether a request selects a field at a path below a root field. */
export const selectsAt = (path: readonly string[], info: GraphQLResolveInfo): boolean =>
  selectionsAt(path, info).length > 0

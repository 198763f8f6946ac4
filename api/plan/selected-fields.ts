import {
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isInterfaceType,
  isObjectType,
  Kind,
} from 'graphql'
import type {
  FieldNode,
  GraphQLField,
  GraphQLNamedType,
  GraphQLResolveInfo,
  SelectionNode,
  SelectionSetNode,
} from 'graphql'

/** A selected field and its definition on the type that it was selected on. */
export interface SelectedField {
  readonly node: FieldNode
  readonly field: GraphQLField<unknown, unknown>
}

/** What planning needs to know of a request. */
export type Request = Pick<GraphQLResolveInfo, 'schema' | 'fragments' | 'variableValues'>

/**
 * The fields that a selection really asks for: fragments opened, skipped ones left out. A field may come several times,
 * as when fragments overlap. `__typename` needs no reading and is left out.
 */
export function selectedFields(
  selection: SelectionSetNode | undefined,
  type: GraphQLNamedType,
  request: Request,
): SelectedField[] {
  return (selection?.selections ?? []).flatMap((node): SelectedField[] => {
    if (!isIncluded(node, request)) return []
    if (node.kind === Kind.FIELD) {
      const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined
      return field === undefined ? [] : [{ node, field }]
    }
    const fragment = node.kind === Kind.FRAGMENT_SPREAD ? request.fragments[node.name.value] : node
    const name = fragment?.typeCondition?.name.value
    const narrowed = name === undefined ? type : request.schema.getType(name)
    return narrowed === undefined ? [] : selectedFields(fragment?.selectionSet, narrowed, request)
  })
}

function isIncluded(node: SelectionNode, { variableValues }: Request): boolean {
  const skip = getDirectiveValues(GraphQLSkipDirective, node, variableValues)
  const include = getDirectiveValues(GraphQLIncludeDirective, node, variableValues)
  return skip?.['if'] !== true && include?.['if'] !== false
}

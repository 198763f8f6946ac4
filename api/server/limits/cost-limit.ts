import {
  getNamedType,
  getNullableType,
  GraphQLError,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  valueFromASTUntyped,
} from 'graphql'
import type {
  ASTVisitor,
  FieldNode,
  GraphQLField,
  GraphQLNamedType,
  SelectionSetNode,
  ValidationContext,
  ValidationRule,
} from 'graphql'
import { pageSize } from '../../plan/page-size.ts'
import { questionCosts, wholeListCost } from './costs.ts'

/**
 * Refuses requests that could cost more than `most`. The unit is an item that is read:
 *
 * - a single item costs 1, a page as many as it may hold (`first`, `last`, 20 where neither is said, 100 where a variable says
 *   it), items by their ids 100, other lists of items 20; what is selected below counts once for each, as GitHub's API counts its nodes;
 * - a list over a whole kind costs 1,000 more, whatever its page holds: all of it is sorted;
 * - questions over the whole catalogue cost what `questionCosts` says, each time that they are asked.
 *
 * Scalars are free: they come with their item. Introspection is free: another rule bounds it.
 */
export function costLimitRule(most: number): ValidationRule {
  return (context) => {
    const costs = new Costs(context)
    return {
      OperationDefinition(operation) {
        const root = context.getSchema().getRootType(operation.operation)
        const cost = root == null ? 0 : costs.of(operation.selectionSet, root)
        if (cost <= most) return
        const message = `The request could cost ${String(cost)}, more than ${String(most)}: ask for smaller pages ("first"), or for less at once.`
        context.reportError(new GraphQLError(message, { nodes: [operation] }))
      },
    } satisfies ASTVisitor
  }
}

class Costs {
  readonly #context: ValidationContext
  /** Each fragment is counted once, however often it is used: within each other they multiply. */
  readonly #fragments = new Map<string, number>()

  constructor(context: ValidationContext) {
    this.#context = context
  }

  /** What a selection costs on one object of a type. */
  of(set: SelectionSetNode, type: GraphQLNamedType): number {
    let cost = 0
    for (const selection of set.selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) cost += this.#fragment(selection.name.value)
      else if (selection.kind === Kind.FIELD) cost += this.#field(selection, type)
      else cost += this.of(selection.selectionSet, this.#type(selection.typeCondition?.name.value) ?? type)
    }
    return cost
  }

  #fragment(name: string): number {
    const known = this.#fragments.get(name)
    if (known !== undefined) return known
    // A fragment within itself is another rule's business.
    this.#fragments.set(name, 0)
    const fragment = this.#context.getFragment(name)
    const type = this.#type(fragment?.typeCondition.name.value)
    const cost = fragment == null || type === undefined ? 0 : this.of(fragment.selectionSet, type)
    this.#fragments.set(name, cost)
    return cost
  }

  #field(node: FieldNode, parent: GraphQLNamedType): number {
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined
    // Introspection's fields are none of their parent's.
    if (field === undefined || node.selectionSet === undefined) return 0
    const type = getNamedType(field.type)
    const below = this.of(node.selectionSet, type)
    const question = questionCosts[`${parent.name}.${node.name.value}`]
    if (question !== undefined) {
      const { base, entry = 0, most = 0, readsItems = false } = question
      const size = sizeOf(node, field, most)
      return base + entry * size + (readsItems ? size : 1) * below
    }
    if (type.name.endsWith('Connection')) {
      const size = sizeOf(node, field, pageSize.most)
      const isWhole = parent === this.#context.getSchema().getQueryType()
      return (isWhole ? wholeListCost : 0) + size * (1 + below)
    }
    // What a page holds was counted with it.
    if (/(Connection|Edge)$/.test(parent.name) && partsOfPage.has(node.name.value)) return below
    const isItems = isListType(getNullableType(field.type)) && isItem(type)
    const isByIds = field.args.some(({ name }) => name === 'ids')
    return (isItems ? (isByIds ? pageSize.most : pageSize.usual) : 1) * (1 + below)
  }

  #type(name: string | undefined): GraphQLNamedType | undefined {
    return name === undefined ? undefined : this.#context.getSchema().getType(name)
  }
}

const partsOfPage = new Set(['nodes', 'edges', 'node', 'pageInfo'])

const isItem = (type: GraphQLNamedType): boolean =>
  type.name === 'Item' ||
  ((isObjectType(type) || isInterfaceType(type)) && type.getInterfaces().some(({ name }) => name === 'Item'))

/** How many entries a field may list. What a variable says isn't known yet: it counts as the most. */
function sizeOf(node: FieldNode, field: GraphQLField<unknown, unknown>, most: number): number {
  const said = node.arguments?.find((each) => each.name.value === 'first' || each.name.value === 'last')
  const usual: unknown =
    field.args.find((each) => each.name === 'first')?.defaultValue ?? Math.min(pageSize.usual, most)
  const value: unknown =
    said === undefined ? usual : said.value.kind === Kind.VARIABLE ? most : valueFromASTUntyped(said.value)
  return typeof value === 'number' ? Math.min(Math.max(value, 1), most) : Math.min(pageSize.usual, most)
}

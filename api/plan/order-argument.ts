import type { Order, OrderField } from '../../graph/query/order.ts'

/** An `orderBy` argument as GraphQL hands it over. */
export interface OrderArgument {
  readonly field: OrderField
  readonly direction: 'ASC' | 'DESC'
}

/** The order that an `orderBy` argument asks for. */
export const orderFrom = (argument: OrderArgument): Order => ({
  by: argument.field,
  descending: argument.direction === 'DESC',
})

import type { Hop } from '../../graph/query/hop.ts'

/**
 * The key under which an item gets what it leads to: the hop and the arguments, so that the same field with other
 * arguments under an alias gets another, and fields of the same name on different kinds do.
 */
export function readKey(hop: Hop, given: Readonly<Record<string, unknown>> = {}): string {
  const argumentsText = Object.keys(given).length === 0 ? '' : JSON.stringify(given)
  if (hop.over === 'any') return `*${argumentsText}`
  const types = hop.over === 'relation' ? hop.type : hop.types.join('.')
  return `${types}${hop.direction === 'OUT' ? '>' : '<'}${argumentsText}`
}

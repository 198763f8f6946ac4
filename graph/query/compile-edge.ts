import { compileNode } from './compile-node.ts'
import type { Compiled } from './compile-node.ts'
import { parser } from './decode.ts'
import type { Decode, Row } from './decode.ts'
import type { Hop } from './hop.ts'
import type { Match } from './match.ts'
import { propertyOf } from './names.ts'
import type { Names } from './names.ts'
import { orderBy, orderKeys } from './order.ts'
import type { EdgeRead, ReadItem } from './read.ts'

/** What an edge has besides its node and cursor: a new object each time, to which those can be added. */
export type EdgeParts = Record<string, unknown>

/** The reads of what leads to each item: the relation's properties, or the items that a path passes. */
export function compileEdge(read: EdgeRead, hop: Hop | undefined, match: Match, names: Names): Compiled<EdgeParts> {
  if (read.passed !== undefined && match.passed !== undefined) return compilePassed(read.passed, match.passed, names)
  const relation = match.subjects.relation
  if (relation === undefined) return { calls: '', columns: [], decoder: () => () => ({}) }
  const properties = [...read.properties]
  const own = properties.map(([name]) => propertyOf(relation, name))
  const told = hop?.over === 'any' ? [`type(${relation})`, match.subjects.direction ?? ''] : []
  return {
    calls: '',
    columns: [...told, ...own],
    decoder: (position) => {
      const tell = hop?.over === 'any' ? teller(hop.relations, position) : undefined
      const fills = properties.map(
        ([name, storedAs], i) => [name, parser(storedAs, position + told.length + i)] as const,
      )
      return (row) => {
        const edge: Record<string, unknown> = tell === undefined ? {} : tell(row)
        for (const [name, decode] of fills) edge[name] = decode(row)
        return edge
      }
    },
  }
}

/** Says what a relation of any type is, from its type and direction. */
function teller(
  relations: Extract<Hop, { over: 'any' }>['relations'],
  position: number,
): (row: Row) => Record<string, unknown> {
  const words = new Map<string, Record<string, unknown>>()
  for (const { type, field, inverse, verbs } of relations) {
    words.set(`${type} OUT`, { type, direction: 'OUT', field, verb: verbs[0] })
    words.set(`${type} IN`, { type, direction: 'IN', field: inverse, verb: verbs[1] })
  }
  return (row) => ({ ...words.get(`${row[position] as string} ${row[position + 1] as string}`) })
}

function compilePassed(
  { field, order, node }: NonNullable<EdgeRead['passed']>,
  list: string,
  names: Names,
): Compiled<EdgeParts> {
  const number = names.next()
  const variable = `n${number}`
  const { calls, columns, decoder } = compileNode(node, variable, names)
  const sorted = orderBy(orderKeys({ by: order, descending: false }, { node: variable }), false)
  const decode: Decode<ReadItem> = decoder(0)
  return {
    calls: ` CALL (${list}) { UNWIND ${list} AS ${variable} WITH ${variable} ORDER BY ${sorted}${calls} RETURN collect([${columns.join(', ')}]) AS c${number} }`,
    columns: [`c${number}`],
    decoder: (position) => (row) => ({
      [field]: (row[position] as unknown as readonly Row[]).map((each) => decode(each)),
    }),
  }
}

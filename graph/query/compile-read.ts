import { labels } from '../representation.ts'
import type { Json, Parameters } from '../store/store.ts'
import { compileRoot } from './compile-list.ts'
import { compileNode } from './compile-node.ts'
import type { Row } from './decode.ts'
import { Names } from './names.ts'
import type { ListRead, NodeRead, ReadItem, ReadPage } from './read.ts'

/** A statement that answers a whole tree of reads, and what makes plain objects of its answer. */
export interface CompiledRead<Result> {
  readonly cypher: string
  readonly parameters: Parameters
  readonly decode: (rows: readonly Json[]) => Result
}

/** Reads a page of every item of a kind, or of all items, with everything that hangs on them. */
export function compileListRead(read: ListRead): CompiledRead<ReadPage> {
  const names = new Names()
  const { calls, columns, decoder } = compileRoot(read, names)
  const decode = decoder(0)
  return {
    cypher: `${calls.trimStart()} RETURN [${columns.join(', ')}] AS row`,
    parameters: names.parameters,
    decode: ([answer]) => decode((answer?.['row'] ?? []) as Row),
  }
}

/** Reads items by their ids, with everything that hangs on them. Ids that nothing has are missing in the result. */
export function compileItemsRead(read: NodeRead, ids: readonly string[]): CompiledRead<ReadonlyMap<string, ReadItem>> {
  const names = new Names()
  const node = `n${names.next()}`
  const id = names.parameter([...new Set(ids)])
  const { calls, columns, decoder } = compileNode(read, node, names)
  const decode = decoder(1)
  const row = [`${node}.id`, ...columns].join(', ')
  return {
    cypher: `UNWIND ${id} AS id MATCH (${node}:${labels.item} {id: id})${calls} RETURN collect([${row}]) AS rows`,
    parameters: names.parameters,
    decode: ([answer]) =>
      new Map(((answer?.['rows'] ?? []) as unknown as readonly Row[]).map((each) => [each[0] as string, decode(each)])),
  }
}

import { labels } from '../representation.ts'
import type { JsonValue, Parameters } from '../store/store.ts'
import { compileRoot } from './compile-list.ts'
import { compileNode } from './compile-node.ts'
import type { Row } from './decode.ts'
import { Names } from './names.ts'
import type { ListRead, NodeRead, ReadItem, ReadPage } from './read.ts'

/** A whole tree of reads as Cypher, and what makes plain objects of its answer. `joinReads` makes a statement of it. */
export interface CompiledRead<Result> {
  /** Clauses that bind what the answer is made of. */
  readonly clauses: string
  /** The answer, as an expression: one value, however much was read. */
  readonly answer: string
  readonly parameters: Parameters
  readonly decode: (answer: JsonValue) => Result
}

/**
 * Reads a page of every item of a kind, or of all items, with everything that hangs on them.
 * @param number tells apart the reads that are to be joined: each needs its own.
 */
export function compileListRead(read: ListRead, number = 0): CompiledRead<ReadPage> {
  const names = new Names(number)
  const { calls, columns, decoder } = compileRoot(read, names)
  const decode = decoder(0)
  return {
    clauses: calls.trimStart(),
    answer: `[${columns.join(', ')}]`,
    parameters: names.parameters,
    decode: (answer) => decode(answer as Row),
  }
}

/**
 * Reads items by their ids, with everything that hangs on them. Ids that nothing has are missing in the result.
 * @param number tells apart the reads that are to be joined: each needs its own.
 */
export function compileItemsRead(
  read: NodeRead,
  ids: readonly string[],
  number = 0,
): CompiledRead<ReadonlyMap<string, ReadItem>> {
  const names = new Names(number)
  const node = `n${names.next()}`
  const id = names.parameter([...new Set(ids)])
  const { calls, columns, decoder } = compileNode(read, node, names)
  const decode = decoder(1)
  const row = [`${node}.id`, ...columns].join(', ')
  return {
    clauses: `UNWIND ${id} AS id MATCH (${node}:${labels.item} {id: id})${calls}`,
    answer: `collect([${row}])`,
    parameters: names.parameters,
    decode: (answer) => new Map((answer as unknown as readonly Row[]).map((each) => [each[0] as string, decode(each)])),
  }
}

import { itemProperties } from '../representation.ts'
import { compilePage } from './compile-list.ts'
import { itemDecoder, parser } from './decode.ts'
import type { Decode, Fill } from './decode.ts'
import { hopPattern } from './hop.ts'
import { propertyOf } from './names.ts'
import type { Names } from './names.ts'
import type { NodeRead, OneRead, ReadItem } from './read.ts'

/** What a part of a read became. */
export interface Compiled<Result> {
  /** Cypher that stands between what binds the part's variable and what collects its columns. */
  readonly calls: string
  /** Expressions of a row. Values go by position, not by name: names are what decoding an answer costs most for. */
  readonly columns: readonly string[]
  /** Makes the result from a row in which the columns begin at a position. */
  readonly decoder: (position: number) => Decode<Result>
}

/** The reads of each item that a variable stands for. */
export function compileNode(read: NodeRead, variable: string, names: Names): Compiled<ReadItem> {
  let calls = ''
  const columns: string[] = []
  const fills: ((position: number) => Fill)[] = []
  const add = (key: string, part: Compiled<unknown>): void => {
    const first = columns.length
    columns.push(...part.columns)
    calls += part.calls
    fills.push((position) => [key, part.decoder(position + first)])
  }
  if (read.kind === undefined) columns.push(propertyOf(variable, itemProperties.kind))
  for (const [name, storedAs] of read.properties) {
    const decoder = (position: number): Decode<unknown> => parser(storedAs, position)
    add(name, { calls: '', columns: [propertyOf(variable, name)], decoder })
  }
  for (const [key, one] of read.ones) add(key, compileOne(one, variable, names))
  for (const [key, page] of read.pages) add(key, compilePage(page, variable, names))
  const decoder = (position: number): Decode<ReadItem> =>
    itemDecoder(
      read.kind ?? position,
      fills.map((fill) => fill(position)),
    )
  return { calls, columns, decoder }
}

function compileOne({ hop, node }: OneRead, from: string, names: Names): Compiled<ReadItem | null> {
  const number = names.next()
  const variable = `n${number}`
  const { calls, columns, decoder } = compileNode(node, variable, names)
  const decode = decoder(0)
  return {
    calls: ` CALL (${from}) { MATCH ${hopPattern(hop, from, { node: variable })}${calls} RETURN collect([${columns.join(', ')}]) AS c${number} }`,
    columns: [`c${number}`],
    decoder: (position) => (row) => {
      const [first] = row[position] as unknown as readonly (typeof row)[]
      return first === undefined ? null : decode(first)
    },
  }
}

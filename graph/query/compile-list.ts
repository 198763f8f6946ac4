import { compileCondition } from './compile-condition.ts'
import { compileEdge } from './compile-edge.ts'
import { compileNode } from './compile-node.ts'
import type { Compiled } from './compile-node.ts'
import type { Condition } from './condition.ts'
import { pageDecoder } from './decode-page.ts'
import { farEnd, matchFarEnd } from './far-end.ts'
import type { Hop } from './hop.ts'
import { matchAll, matchHop } from './match.ts'
import type { Match } from './match.ts'
import type { Names } from './names.ts'
import { beyond, isSorted, orderBy, orderKeys } from './order.ts'
import type { ListRead, PageRead, ReadPage } from './read.ts'

/** A page of what the item of a variable leads to. */
export function compilePage(read: PageRead, from: string, names: Names): Compiled<ReadPage> {
  const { properties, passed } = read.edge
  const number = names.next()
  const match = matchHop(read.hop, from, number, { relation: properties.size > 0, passed: passed !== undefined })
  return compileList(read, read.hop, match, from, number, names)
}

/** A page of every item of a kind, or of all items. */
export function compileRoot(read: ListRead, names: Names): Compiled<ReadPage> {
  const number = names.next()
  const match = matchAll(read.node.kind, number)
  const far = read.filter === undefined ? undefined : farEnd(read.filter)
  if (far === undefined) return compileList(read, undefined, match, '', number, names)
  const text = matchFarEnd(far, read.node.kind, match.subjects.node, names)
  const filter: Condition = { is: 'all', of: far.rest }
  return compileList({ ...read, filter }, undefined, { ...match, text }, '', number, names)
}

/** One subquery for the page and one for the total, each where it is wanted. */
function compileList(
  read: ListRead,
  hop: Hop | undefined,
  match: Match,
  from: string,
  number: number,
  names: Names,
): Compiled<ReadPage> {
  const { wants, slice, order } = read
  const filter = read.filter === undefined ? [] : [compileCondition(read.filter, match.subjects, names)]
  const wantsPage = wants.nodes || wants.edges || wants.cursors || wants.more
  const node = compileNode(read.node, match.subjects.node, names)
  const edge = compileEdge(read.edge, hop, match, names)
  const keys = orderKeys(order, match.subjects)
  const columns = [...node.columns, ...edge.columns, ...(wants.cursors ? keys.map((key) => key.expression) : [])]
  let calls = ''
  if (wantsPage) {
    const bounds = (['after', 'before'] as const).flatMap((side) => {
      const place = slice[side]
      return place === undefined ? [] : [beyond(keys, place, side, names)]
    })
    const sorted = hop === undefined ? isSorted(order, match.subjects.node) : []
    const limit = names.parameter(slice.size + (wants.more ? 1 : 0))
    calls += ` CALL (${from}) { ${match.text}${where([...sorted, ...filter, ...bounds])} WITH ${match.kept} ORDER BY ${orderBy(keys, slice.fromEnd)} LIMIT ${limit}${node.calls}${edge.calls} RETURN collect([${columns.join(', ')}]) AS c${number} }`
  }
  if (wants.total) {
    calls += ` CALL (${from}) { ${match.text}${where(filter)} RETURN count(${match.counted}) AS t${number} }`
  }
  const edgeAt = node.columns.length
  const decoders = {
    node: node.decoder(0),
    edge: edge.decoder(edgeAt),
    keysAt: edgeAt + edge.columns.length,
  }
  return {
    calls,
    columns: [...(wantsPage ? [`c${number}`] : []), ...(wants.total ? [`t${number}`] : [])],
    decoder: (position) =>
      pageDecoder(read, decoders, wantsPage ? position : undefined, position + (wantsPage ? 1 : 0)),
  }
}

const where = (conditions: readonly string[]): string =>
  conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`

import { labels } from '../representation.ts'
import type { Subjects } from './compile-condition.ts'
import { hopPattern } from './hop.ts'
import type { AnyHop, Hop } from './hop.ts'
import { quoted } from './names.ts'

/** How the items of a list are found. */
export interface Match {
  /** Cypher that binds the subjects; a WHERE can follow. */
  readonly text: string
  readonly subjects: Subjects
  /** What a WITH hands on, once for each place in the list. */
  readonly kept: string
  /** What is counted for the total. */
  readonly counted: string
  /** For paths whose passed items are read: the list of them. */
  readonly passed?: string
}

/** What a match is asked to bind besides the items. */
export interface Binds {
  /** The relation that leads to each. */
  readonly relation: boolean
  /** The items passed on the way. */
  readonly passed: boolean
}

/** Everything with a label. */
export function matchAll(kind: string | undefined, number: number): Match {
  const node = `n${number}`
  const text = `MATCH (${node}:${labels.item}${kind === undefined ? '' : `:${quoted(kind)}`})`
  return { text, subjects: { node }, kept: node, counted: node }
}

/** Everything that an item leads to along a hop. */
export function matchHop(hop: Hop, from: string, number: number, binds: Binds): Match {
  const node = `n${number}`
  const relation = `r${number}`
  switch (hop.over) {
    case 'any': {
      const subjects = { node, relation, direction: `d${number}` }
      const kept = `${node}, ${relation}, ${subjects.direction}`
      return { text: `${eitherWay(hop, from, subjects)} WITH ${kept}`, subjects, kept, counted: relation }
    }
    case 'path': {
      const counted = `DISTINCT ${node}`
      if (!binds.passed)
        return { text: `MATCH ${hopPattern(hop, from, { node })}`, subjects: { node }, kept: counted, counted }
      const one = `v${number}`
      const passed = `vs${number}`
      const text = `MATCH ${hopPattern(hop, from, { node, passed: one })}`
      return { text, subjects: { node }, kept: `${node}, collect(DISTINCT ${one}) AS ${passed}`, counted, passed }
    }
    case 'relation': {
      if (!binds.relation) {
        return { text: `MATCH ${hopPattern(hop, from, { node })}`, subjects: { node }, kept: node, counted: node }
      }
      const text = `MATCH ${hopPattern(hop, from, { node, relation })}`
      return { text, subjects: { node, relation }, kept: `${node}, ${relation}`, counted: node }
    }
  }
}

/** Both ways apart: an item that leads to itself stands in the list twice, as holder and as target. */
function eitherWay({ relations }: AnyHop, from: string, { node, relation, direction }: Required<Subjects>): string {
  const types = relations.map((each) => quoted(each.type)).join('|')
  const way = (open: string, close: string, name: string): string =>
    `MATCH (${from})${open}[${relation}:${types}]${close}(${node}:${labels.item}) RETURN ${node}, ${relation}, '${name}' AS ${direction}`
  return `CALL (${from}) { ${way('-', '->', 'OUT')} UNION ALL ${way('<-', '-', 'IN')} }`
}

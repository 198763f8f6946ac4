import type { Relation } from '../model/model.ts'
import { quoted } from './names.ts'

/** Which way a relation is followed: from holder to target, or back. */
export type HopDirection = 'OUT' | 'IN'

/** How a read gets from one item to others. */
export type Hop = RelationHop | PathHop | AnyHop

/** Along one relation. */
export interface RelationHop {
  readonly over: 'relation'
  /** Type of the relation in the graph. */
  readonly type: string
  readonly direction: HopDirection
}

/** Along two relations, past items in between, which the edges can carry. */
export interface PathHop {
  readonly over: 'path'
  /** Types of the two relations as the path declares them, whichever way it is followed. */
  readonly types: readonly [string, string]
  readonly direction: HopDirection
}

/** Along every relation that an item has, both ways. */
export interface AnyHop {
  readonly over: 'any'
  /** The model's relations: in a shared database others may have theirs. */
  readonly relations: readonly Pick<Relation, 'type' | 'field' | 'inverse' | 'verbs'>[]
}

/**
 * The pattern of a hop along one relation or a path.
 * @param from name of the variable that it starts at; bound.
 * @param names of the variables that it binds; the relation's and the passed item's may be left out where nobody reads them.
 */
export function hopPattern(
  hop: RelationHop | PathHop,
  from: string,
  names: { readonly node: string; readonly relation?: string; readonly passed?: string },
): string {
  const node = `(${names.node}:TributaryItem)`
  if (hop.over === 'relation') return `(${from})${arrow(hop.direction, names.relation ?? '', hop.type)}${node}`
  const [first, second] = hop.direction === 'OUT' ? hop.types : ([hop.types[1], hop.types[0]] as const)
  const passed = `(${names.passed ?? ''}:TributaryItem)`
  return `(${from})${arrow(hop.direction, '', first)}${passed}${arrow(hop.direction, '', second)}${node}`
}

function arrow(direction: HopDirection, name: string, type: string): string {
  const relation = `[${name}:${quoted(type)}]`
  return direction === 'OUT' ? `-${relation}->` : `<-${relation}-`
}

import neo4j from 'neo4j-driver'
import type { JsonValue, Parameters } from '../store.ts'

/**
 * Turns the whole numbers of parameters into Neo4j's integers, at any depth: the driver sends every JS number as a
 * float, which `LIMIT` refuses and a later read shows as such to other clients.
 */
export function toNeo4jParameters(parameters: Parameters): Record<string, unknown> {
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, toNeo4jValue(value)]))
}

function toNeo4jValue(value: JsonValue): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? neo4j.int(value) : value
  if (typeof value !== 'object' || value === null) return value
  return isList(value) ? value.map(toNeo4jValue) : toNeo4jParameters(value)
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value)
}

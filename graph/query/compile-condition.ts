import type { Condition, RelatedCondition } from './condition.ts'
import { hopPattern } from './hop.ts'
import { propertyOf } from './names.ts'
import type { Names } from './names.ts'

/** Variables that a condition may speak of. */
export interface Subjects {
  readonly node: string
  /** The relation that led to the item. */
  readonly relation?: string
  /** Which way it was followed, for reads along any relation. */
  readonly direction?: string
}

/**
 * A condition as Cypher.
 * @param exact the result must be true or false, never null, because it is about to be turned round: Cypher makes null of
 * comparisons with missing properties, and null turned round is null again.
 */
export function compileCondition(condition: Condition, subjects: Subjects, names: Names, exact = false): string {
  const { node } = subjects
  const property = 'property' in condition ? propertyOf(node, condition.property) : ''
  const compare = (text: string): string => (exact ? `coalesce(${text}, false)` : text)
  switch (condition.is) {
    case 'all':
    case 'some': {
      const [empty, word] = condition.is === 'all' ? ['true', ' AND '] : ['false', ' OR ']
      const parts = condition.of.map((each) => compileCondition(each, subjects, names, exact))
      return parts.length === 0 ? empty : `(${parts.join(word)})`
    }
    case 'not':
      return `NOT (${compileCondition(condition.condition, subjects, names, true)})`
    case 'in':
      return compare(`${property} IN ${names.parameter(condition.values)}`)
    case 'equal':
      return compare(`${property} = ${names.parameter(condition.value)}`)
    case 'atLeast':
      return compare(`${property} >= ${names.parameter(condition.value)}`)
    case 'atMost':
      return compare(`${property} <= ${names.parameter(condition.value)}`)
    case 'contains':
    case 'startsWith': {
      const text = condition.folded ? property : `toLower(${property})`
      const word = condition.is === 'contains' ? 'CONTAINS' : 'STARTS WITH'
      return compare(`${text} ${word} ${names.parameter(condition.text)}`)
    }
    case 'anyIn':
      return compare(`any(each IN ${property} WHERE each IN ${names.parameter(condition.values)})`)
    case 'present':
      return `${property} IS ${condition.present ? 'NOT NULL' : 'NULL'}`
    case 'related':
      return related(condition, node, names)
    case 'relationType':
      return `type(${subjects.relation ?? ''}) IN ${names.parameter(condition.types)}`
    case 'relationDirection':
      return `${subjects.direction ?? ''} = ${names.parameter(condition.direction)}`
  }
}

/**
 * Compared with true or false even where that says nothing more: within each other, the embedded engine works out bare ones by
 * looking at the whole graph for each, 100 times as long among 10,000 items.
 */
function related({ hop, to, meets, exists }: RelatedCondition, from: string, names: Names): string {
  const node = `m${names.next()}`
  const conditions = [
    ...(to === undefined ? [] : [`${node}.id IN ${names.parameter(to)}`]),
    ...(meets === undefined ? [] : [compileCondition(meets, { node }, names)]),
  ]
  const where = conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`
  return `EXISTS { MATCH ${hopPattern(hop, from, { node })}${where} } = ${String(exists)}`
}

import type { FileValue } from '../imported.ts'

/** How a relationship of certain types between items of certain kinds is said in the catalogue. */
export interface RelationRule {
  /** Types of relationships. */
  readonly types: readonly string[]
  /** Kinds (or interfaces, or `Working`) of the relationship's source and target. */
  readonly source: string
  readonly target: string
  /** Which end's item holds the field. */
  readonly holder: 'source' | 'target'
  readonly field: string
  /** What the relation carries. */
  readonly carries?: Readonly<Record<string, FileValue>>
  /** Only relationships with such a name. */
  readonly named?: RegExp
  /** Only for these kinds of access. */
  readonly access?: readonly string[]
  /** Either end may be the source. */
  readonly eitherWay?: boolean
}

/** Kinds that work needs, or that need what they work with: among them dependence means something. */
export const working: readonly string[] = [
  'Service',
  'Product',
  'Practice',
  'Procedure',
  'ValueStream',
  'Application',
  'Information',
  'Contract',
  'Supplier',
  'Team',
  'Role',
]

/** A rule: what is drawn, and the end and field that say it. */
function rule(
  types: string,
  source: string,
  target: string,
  said: `${'source' | 'target'}.${string}`,
  more: Pick<RelationRule, 'carries' | 'named' | 'access' | 'eitherWay'> = {},
): RelationRule {
  const [holder, field = ''] = said.split('.')
  return { types: types.split(' '), source, target, holder: holder === 'source' ? 'source' : 'target', field, ...more }
}

const parts = 'Composition Aggregation'
const eitherWay = { eitherWay: true }

/**
 * The first that fits says it; a relationship that none fits is left out. Serving, realization, assignment, access and
 * composition carry dependence, and become `needs` where no field says more. Triggering and specialization carry none, and
 * influence and association only where their ends give them a meaning.
 */
export const relationRules: readonly RelationRule[] = [
  rule('Association', 'Party', 'Item', 'target.owner', { named: /^(own|account)/i }),
  rule('Association', 'Item', 'Party', 'source.owner', { named: /\b(own|account)/i }),

  rule(parts, 'Team', 'Team', 'target.partOf'),
  rule(parts, 'Supplier', 'Supplier', 'target.partOf'),
  rule(parts, 'Service', 'Service', 'target.partOf'),
  rule(parts, 'Contract', 'Contract', 'target.parent'),
  rule(parts, 'Policy', 'Policy', 'target.under'),
  rule(parts, 'Practice', 'Procedure', 'target.practice'),
  rule(parts, 'Practice', 'Resource', 'source.resources'),
  rule(parts, 'Product', 'Resource', 'source.resources'),
  rule(`${parts} Assignment Association`, 'Team', 'Role', 'source.roles'),
  rule(`${parts} Assignment`, 'GoverningBody', 'Role', 'source.members'),
  rule(`${parts} Assignment`, 'Application', 'Information', 'source.holds'),
  rule(parts, 'Working', 'Working', 'source.needs'),

  rule('Assignment', 'Application', 'Working', 'target.needs'),
  rule('Assignment', 'Supplier', 'Working', 'target.needs'),
  rule('Assignment', 'Party', 'Item', 'target.contributors', { carries: { as: 'RESPONSIBLE' } }),
  rule('Assignment', 'Working', 'Working', 'target.needs'),

  rule('Serving Association', 'Service', 'Stakeholder', 'source.consumers', eitherWay),
  rule('Serving Realization', 'Product', 'Service', 'target.products'),
  rule('Serving Realization', 'Procedure', 'Practice', 'source.practice'),
  rule('Realization', 'ValueStream', 'Service', 'source.serves'),
  rule('Serving Realization', 'Resource', 'Practice', 'target.resources'),
  rule('Serving Realization', 'Resource', 'Product', 'target.resources'),
  rule('Realization Association', 'Improvement', 'Item', 'source.improves', eitherWay),
  rule('Realization Association Influence', 'Item', 'GuidingPrinciple', 'source.principles', eitherWay),
  rule('Realization', 'Item', 'Policy', 'target.governs'),
  rule('Serving Realization', 'Working', 'Working', 'target.needs'),

  rule('Access', 'Application', 'Information', 'source.holds', { access: ['Write', 'ReadWrite'] }),
  rule('Access', 'Practice', 'Information', 'source.resources'),
  rule('Access', 'Working', 'Information', 'target.needs', { access: ['Write'] }),
  rule('Access', 'Working', 'Working', 'source.needs'),

  rule('Flow', 'Application', 'Application', 'target.needs'),

  rule('Association', 'Contract', 'Supplier', 'source.suppliers', eitherWay),
  rule('Association', 'Stakeholder', 'Supplier', 'source.supplier', eitherWay),
  rule('Association Influence', 'Policy', 'Item', 'source.governs', eitherWay),
  rule('Association', 'Contract', 'Item', 'source.covers', eitherWay),
  rule(`${parts} Assignment Association`, 'Team', 'Skill', 'source.skills', eitherWay),
  rule(`${parts} Assignment Association`, 'Role', 'Skill', 'source.skills', eitherWay),
]

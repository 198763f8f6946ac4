/** Types of elements that are drawn alike. */
const parties = ['BusinessActor', 'BusinessRole', 'BusinessCollaboration']
const technology = ['SystemSoftware', 'Node', 'Device']
const behaviour = ['BusinessFunction', 'BusinessProcess', 'BusinessService']
const core = [...parties, 'ApplicationComponent', ...technology, ...behaviour, 'Product']
const passive = ['BusinessObject', 'Contract']
const strategy = ['Capability', 'Resource', 'ValueStream']
const rules = ['Principle', 'Requirement', 'Constraint']

/** Pairs of sources and targets, by the type of relationship. */
const pairs: Readonly<Record<string, readonly (readonly [readonly string[], readonly string[]])[]>> = {
  Serving: [
    [core, core],
    [strategy, strategy],
  ],
  Realization: [
    [
      [...core, ...passive],
      ['Capability', 'ValueStream'],
    ],
    [[...core, ...passive, ...strategy, 'WorkPackage'], rules],
    [['WorkPackage'], [...core, ...passive, ...strategy]],
  ],
  Access: [[core, passive]],
  Assignment: [
    [['BusinessActor', 'BusinessCollaboration'], ['BusinessRole']],
    [parties, [...behaviour, 'WorkPackage', 'Stakeholder']],
  ],
  Triggering: [[['ValueStream'], ['ValueStream']]],
}

/** Types whose elements may be parts of others of the same type. */
const composable = [
  ...core,
  ...passive,
  ...strategy,
  ...rules,
  'Meaning',
  'WorkPackage',
  'Stakeholder',
  'Driver',
  'Assessment',
]

/**
 * Whether ArchiMate 3.2 (Appendix B) permits a relationship between elements of two types that we write. Association is
 * permitted between all. It may permit more than this says.
 */
export function isPermitted(type: string, source: string, target: string): boolean {
  if (type === 'Association') return true
  if (type === 'Composition' || type === 'Aggregation') {
    const isMembership = type === 'Aggregation' && source === 'BusinessCollaboration' && target === 'BusinessRole'
    return (source === target && composable.includes(source)) || isMembership
  }
  return pairs[type]?.some(([sources, targets]) => sources.includes(source) && targets.includes(target)) === true
}

import type { Direction, Relation } from './model.ts'

/**
 * A relation as files at its target say it (`eitherEnd`): of the same type, with the inverse for a field, and leading to its
 * holders. `Metric.measures` turned round is `Item.metrics`.
 */
export function turnedRound(relation: Relation): Relation {
  const { field, inverse, declaredBy, target, holders, targets, verbs, impact, change } = relation
  return {
    ...relation,
    field: inverse,
    inverse: field,
    description: `It ${verbs[1]} these: the other end of \`${declaredBy}.${field}\`.`,
    declaredBy: target,
    target: declaredBy,
    holders: targets,
    targets: holders,
    list: true,
    required: false,
    verbs: [verbs[1], verbs[0]],
    impact: opposite(impact),
    change: opposite(change),
  }
}

const opposite = (direction: Direction | undefined): Direction | undefined =>
  direction === undefined ? undefined : direction === 'NEEDS' ? 'SERVES' : 'NEEDS'

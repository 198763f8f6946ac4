import type { ItemRelation } from '../../../graph/catalogue/catalogue.ts'
import type { Relation } from '../../../graph/model/model.ts'
import { isPermitted } from './permitted.ts'

/** A relation as ArchiMate draws it. */
export interface Drawn {
  readonly type: string
  /** Which end's item is the source. */
  readonly source: 'holder' | 'target'
  readonly accessType?: string
}

/** The relationship that says most of a relation, of those that ArchiMate permits between the two types of elements. */
export function drawRelation(
  relation: Relation,
  { values }: Pick<ItemRelation, 'values'>,
  holder: string,
  target: string,
): Drawn {
  const fits = candidates(relation, values['as']).find(({ type, source }) =>
    source === 'holder' ? isPermitted(type, holder, target) : isPermitted(type, target, holder),
  )
  return fits ?? { type: 'Association', source: 'holder' }
}

const from = (source: Drawn['source'], type: string, accessType?: string): Drawn => ({
  ...{ type, source },
  ...(accessType === undefined ? {} : { accessType }),
})

/** What to try, the best first. */
function candidates({ type, impact, inside }: Relation, as: unknown): readonly Drawn[] {
  const own = type === 'INVOLVES' && as !== 'RESPONSIBLE' ? [] : ownCandidates[type]
  if (own !== undefined) return own
  if (inside) return [from('holder', 'Composition')]
  if (impact === 'NEEDS') {
    return [from('target', 'Serving'), from('target', 'Realization'), from('holder', 'Access', 'Read')]
  }
  if (impact === 'SERVES') {
    return [from('holder', 'Access', 'ReadWrite'), from('holder', 'Serving'), from('holder', 'Realization')]
  }
  return []
}

const partOf = [from('target', 'Composition')]

/** Relations whose meaning a relationship has, by their type. */
const ownCandidates: Readonly<Record<string, readonly Drawn[]>> = {
  PART_OF: partOf,
  PART_OF_CONCEPT: partOf,
  PART_OF_LARGER: partOf,
  BELONGS_TO: partOf,
  CALLED_OFF_FROM: partOf,
  UNDER: partOf,
  HAS_MEMBER: [from('holder', 'Aggregation')],
  HAS_ROLE: [from('holder', 'Assignment')],
  INVOLVES: [from('target', 'Assignment')],
  PROCEDURE_OF: [from('holder', 'Realization')],
  NEXT: [from('holder', 'Triggering')],
  FOLLOWS: [from('holder', 'Realization')],
  GOVERNS: [from('target', 'Realization')],
  IMPROVES: [from('holder', 'Realization')],
  PART_OF_SERVICE: [from('holder', 'Realization')],
}

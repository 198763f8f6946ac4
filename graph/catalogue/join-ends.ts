import { isDeepStrictEqual } from 'node:util'
import type { Model } from '../model/model.ts'
import { saysOtherwise } from './relation-sources.ts'
import type { Report } from './report.ts'
import type { FollowedRelation } from './view.ts'

/**
 * Gives every relation its own direction: what files say at the target (model, `eitherEnd`) is turned round. What both ends
 * say is one relation with the places of both; where they don't say the same of it, that is reported, unless one of them was
 * imported: then the other counts, and the imported one's place keeps what it says.
 */
export function joinEnds(followed: readonly FollowedRelation[], model: Model, report: Report): FollowedRelation[] {
  const isHeld = ({ type, relation }: FollowedRelation): boolean => model.relations.get(type) === relation
  const joined = followed.filter(isHeld)
  const indexes = new Map(joined.flatMap((each, index) => (each.relation.eitherEnd ? [[keyOf(each), index]] : [])))
  for (const said of followed) {
    const relation = model.relations.get(said.type)
    if (relation === undefined || isHeld(said)) continue
    const turned = { ...said, relation, from: said.to, to: said.from }
    const index = indexes.get(keyOf(turned))
    const held = index === undefined ? undefined : joined[index]
    if (index === undefined || held === undefined) joined.push(turned)
    else if (isDeepStrictEqual(held.values, turned.values)) {
      joined[index] = { ...held, sources: [...held.sources, ...turned.sources] }
    } else if (isImported(held) || isImported(turned)) {
      const [counts, other] = isImported(held) && !isImported(turned) ? [turned, held] : [held, turned]
      const says = saysOtherwise(relation, other.values, counts.values)
      joined[index] = {
        ...counts,
        sources: [...counts.sources, ...other.sources.map((each) => ({ ...each, ...says }))],
      }
    } else {
      report.error(
        'duplicate-relation',
        said.place,
        `"${said.relation.field}" names ${said.to}, and its "${relation.field}" says otherwise in ${held.place.file}, line ${String(held.place.line)}.`,
        { hint: 'Two items are related once: say all of it at one end.', item: said.from },
      )
    }
  }
  return joined
}

/** Nobody but imported layers says it. */
const isImported = ({ sources }: FollowedRelation): boolean => sources.every(({ system }) => system !== undefined)

const keyOf = ({ type, from, to }: FollowedRelation): string => [type, from, to].join(' ')

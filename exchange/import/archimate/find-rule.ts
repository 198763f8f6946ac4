import type { Kind, Model, Relation } from '../../../graph/model/model.ts'
import { membersOf } from '../../../graph/model/model.ts'
import { relationRules, working } from './relation-rules.ts'
import type { RelationRule } from './relation-rules.ts'

/** What of a relationship rules ask for. */
export interface Drawn {
  readonly type: string
  readonly access?: string | undefined
  /** Its name. */
  readonly name?: string | undefined
}

/** How a relationship is said. */
export interface Fit {
  readonly relation: Relation
  readonly holder: 'source' | 'target'
  readonly carries: RelationRule['carries']
  /** Whether it says what the relationship's name does. */
  readonly saysName: boolean
}

/** The first rule that fits a relationship between items of two kinds, and that the model has a relation for. */
export function findRule(drawn: Drawn, source: Kind, target: Kind, model: Model): Fit | undefined {
  for (const rule of relationRules) {
    if (!holdsFor(rule, drawn)) continue
    const same = fitOf(rule, rule.holder, source, target, model)
    if (same !== undefined) return same
    const other = rule.holder === 'source' ? 'target' : 'source'
    const turned = rule.eitherWay === true ? fitOf(rule, other, target, source, model) : undefined
    if (turned !== undefined) return turned
  }
  return undefined
}

/** Whether relationships of the type carry a meaning that depends on nothing but the kinds of their ends. */
const holdsFor = ({ types, access, named }: RelationRule, drawn: Drawn): boolean =>
  types.includes(drawn.type) &&
  (access === undefined || access.includes(drawn.access ?? 'Access')) &&
  (named === undefined || named.test(drawn.name ?? ''))

function fitOf(
  rule: RelationRule,
  holder: 'source' | 'target',
  source: Kind,
  target: Kind,
  model: Model,
): Fit | undefined {
  if (!isOf(source, rule.source, model) || !isOf(target, rule.target, model)) return undefined
  const [held, to] = rule.holder === 'source' ? [source, target] : [target, source]
  const relation = held.relations.find(({ field, targets }) => field === rule.field && targets.includes(to.name))
  return relation === undefined
    ? undefined
    : { relation, holder, carries: rule.carries, saysName: rule.named !== undefined }
}

const isOf = (kind: Kind, name: string, model: Model): boolean =>
  name === 'Item' ||
  (name === 'Working'
    ? working.includes(kind.name) || kind.interfaces.includes('Resource')
    : membersOf(model, name).includes(kind.name))

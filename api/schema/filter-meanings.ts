import type { GraphQLInputObjectType } from 'graphql'
import type { FormerIds } from '../../graph/catalogue/former-ids.ts'
import { foldName, itemProperties } from '../../graph/representation.ts'
import type { Model } from '../../graph/model/model.ts'
import type { Condition } from '../../graph/query/condition.ts'
import { badUserInput } from '../plan/bad-user-input.ts'
import { conditionFrom } from '../plan/condition-from.ts'
import { wholeId } from '../plan/whole-id.ts'
import type { RelationField } from './relation-field.ts'

/** What the fields of filters ask, as conditions on the graph. */
type Meaning<Value> = (value: Value, former: FormerIds) => Condition | undefined

/** The property is one of the values. */
export const anyOf =
  (property: string): Meaning<readonly string[]> =>
  (values) => ({ is: 'in', property, values })

/** The item has one of these ids, or had it. */
export const itself: Meaning<readonly string[]> = (ids, former) => ({
  is: 'in',
  property: 'id',
  values: ids.map((id) => former.now(id)),
})

/** The list has one of the values. */
export const anyIn =
  (property: string): Meaning<readonly string[]> =>
  (values) => ({ is: 'anyIn', property, values })

/** The property is the value. */
export const equal =
  (property: string): Meaning<boolean> =>
  (value) => ({ is: 'equal', property, value })

/** The item's kind is one for which `say` says one of the values. */
export const kindWith =
  (say: (kind: string) => string | undefined, kinds: readonly string[]): Meaning<readonly string[]> =>
  (values) => ({
    is: 'in',
    property: itemProperties.kind,
    values: kinds.filter((kind) => values.includes(say(kind) ?? '')),
  })

interface Presence {
  readonly exists?: boolean | null
}

/** The property is there, or isn't. */
export const presence =
  (property: string): Meaning<Presence> =>
  ({ exists }) =>
    all(present(property, exists))

/** StringFilter. Names are compared by their folded form. */
export const text =
  (
    property: string,
  ): Meaning<Presence & { is?: readonly string[] | null; contains?: string | null; startsWith?: string | null }> =>
  (value) => {
    const folded = property === 'name'
    const compared = folded ? { property: itemProperties.sort, folded } : { property, folded }
    const fold = (given: string): string => (folded ? foldName(given) : given.toLowerCase())
    return all(
      value.is == null ? undefined : { is: 'in', property, values: value.is },
      value.contains == null ? undefined : { is: 'contains', ...compared, text: fold(value.contains) },
      value.startsWith == null ? undefined : { is: 'startsWith', ...compared, text: fold(value.startsWith) },
      present(property, value.exists),
    )
  }

/** StringListFilter. */
export const texts =
  (property: string): Meaning<Presence & { any?: readonly string[] | null }> =>
  ({ any, exists }) =>
    all(any == null ? undefined : { is: 'anyIn', property, values: any }, present(property, exists))

/** NumberFilter. */
export const number =
  (property: string): Meaning<Presence & { min?: number | null; max?: number | null }> =>
  ({ min, max, exists }) =>
    all(...between(property, min, max), present(property, exists))

/** DateFilter: days are stored as ISO text, which sorts like the days. */
export const day =
  (property: string): Meaning<Presence & { from?: string | null; until?: string | null }> =>
  ({ from, until, exists }) =>
    all(...between(property, from, until), present(property, exists))

/**
 * PracticeRelationFilter and the like.
 * @param filter the type of what is asked of the items that the relation leads to.
 */
export const relation =
  (
    model: Model,
    field: RelationField,
    filter: () => GraphQLInputObjectType,
  ): Meaning<Presence & { id?: readonly string[] | null; some?: Readonly<Record<string, unknown>> | null }> =>
  ({ id, some, exists }, former) => {
    const [only, ...others] = field.kinds
    const kind = only === undefined || others.length > 0 ? undefined : model.kinds.get(only)
    const to = id?.map((given) => {
      const each = former.now(given)
      return former.now(kind === undefined ? ofSomeKind(each, field.kinds, model) : wholeId(kind, each))
    })
    const { hop } = field
    const related = { is: 'related', hop, to: undefined, meets: undefined, exists: true } as const
    const meets = some == null ? undefined : conditionFrom(filter(), some, former)
    return all(
      to === undefined ? undefined : { ...related, to },
      some == null ? undefined : { ...related, meets },
      exists == null ? undefined : { ...related, exists },
    )
  }

function between(
  property: string,
  least: number | string | null | undefined,
  most: number | string | null | undefined,
): (Condition | undefined)[] {
  return [
    least == null ? undefined : { is: 'atLeast', property, value: least },
    most == null ? undefined : { is: 'atMost', property, value: most },
  ]
}

const present = (property: string, exists: boolean | null | undefined): Condition | undefined =>
  exists == null ? undefined : { is: 'present', property, present: exists }

function all(...conditions: readonly (Condition | undefined)[]): Condition | undefined {
  const of = conditions.filter((each) => each !== undefined)
  return of.length === 0 ? undefined : of.length === 1 ? of[0] : { is: 'all', of }
}

/** An id whose kind is open must be whole: its last part alone would match nothing, and look like an answer. */
function ofSomeKind(id: string, kinds: readonly string[], model: Model): string {
  if (id.includes('/')) return id
  const prefixes = kinds.slice(0, 6).map((kind) => `${model.kinds.get(kind)?.idPrefix ?? kind}/`)
  const more = kinds.length > prefixes.length ? ' …' : ''
  throw badUserInput(`"${id}" is not a whole id. Write it with its kind, as one of ${prefixes.join(', ')}${more}`)
}

import { GraphQLEnumType, GraphQLInputObjectType, GraphQLNonNull } from 'graphql'
import { itemProperties } from '../../graph/representation.ts'
import type { Attribute, Model } from '../../graph/model/model.ts'
import type { OrderField } from '../../graph/query/order.ts'
import type { Derivation } from './derivation.ts'
import { attributesOf } from './item-type.ts'
import { orderDirectionEnum } from './enums.ts'
import { constantCase, firstSentence } from './words.ts'

/** By name, as people sort names: without case and diacritics. */
export const byName: OrderField = { name: 'NAME', property: itemProperties.sort, optional: false }
/** By id. */
const byId: OrderField = { name: 'ID', property: 'id', optional: false }

/** Scalars whose stored text or number doesn't sort as what it means, or that nobody sorts by. */
const unsorted: ReadonlySet<string> = new Set(['Markdown', 'URL', 'Duration', 'Period'])

/** What items of a type can be sorted by. */
export function orderFields(model: Model, type: string): OrderField[] {
  return attributesOf(model, type).flatMap((attribute) => orderField(model, attribute) ?? [])
}

/** Steps keep the order of their stream's file; everything else that isn't sorted on request is sorted by name. */
export function orderInside(model: Model, type: string): OrderField {
  return orderFields(model, type).find((field) => field.property === 'position') ?? byName
}

function orderField(model: Model, attribute: Attribute): OrderField | undefined {
  if (attribute.name === 'name') return byName
  if (attribute.name === 'id') return byId
  if (attribute.list || attribute.category === 'value' || unsorted.has(attribute.type)) return undefined
  const words = model.enums.get(attribute.type)?.values.map((each) => each.name)
  const ranks = attribute.type === 'Boolean' ? [false, true] : words
  return {
    name: constantCase(attribute.name),
    property: attribute.name,
    optional: !attribute.required,
    ...(ranks === undefined ? {} : { ranks }),
    ...(attribute.type === 'String' ? { foldCase: true } : {}),
  }
}

/** The `orderBy` argument's type for lists of a type. Inside, a field is the OrderField itself. */
export function orderType(derivation: Derivation, type: string): GraphQLInputObjectType {
  const { model } = derivation
  const name = `${type}Order`
  return derivation.once(name, `the order of ${type}`, () => {
    const attributes = attributesOf(model, type)
    const field = new GraphQLEnumType({
      name: `${type}OrderField`,
      description: `What lists of ${type} can be sorted by.`,
      values: Object.fromEntries(
        attributes.flatMap((attribute) => {
          const order = orderField(model, attribute)
          return order === undefined ? [] : [[order.name, { value: order, description: describe(order, attribute) }]]
        }),
      ),
    })
    return new GraphQLInputObjectType({
      name,
      description: `How a list of ${type} is sorted.`,
      fields: {
        field: {
          type: new GraphQLNonNull(field),
          description: 'What it is sorted by. Items that are equal in it are sorted by id.',
        },
        direction: {
          type: new GraphQLNonNull(orderDirectionEnum(derivation)),
          defaultValue: 'ASC',
          description: 'Which way.',
        },
      },
    })
  })
}

function describe(order: OrderField, attribute: Attribute): string {
  const how =
    order === byName
      ? 'By name, without regard to case and diacritics.'
      : attribute.category === 'enum'
        ? `By \`${attribute.name}\`, in the order in which ${attribute.type} lists its values.`
        : `By \`${attribute.name}\`.`
  return order === byName ? how : `${how} ${firstSentence(attribute.description)}`
}

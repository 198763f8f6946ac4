import { GraphQLEnumType } from 'graphql'
import type { Derivation } from './derivation.ts'
import { constantCase, firstSentence } from './words.ts'

/** The API's enum for one of the model. */
export function enumType(derivation: Derivation, name: string): GraphQLEnumType {
  return derivation.once(name, `the enum ${name}`, () => {
    const said = derivation.model.enums.get(name)
    return new GraphQLEnumType({
      name,
      description: said?.description ?? name,
      values: Object.fromEntries(said?.values.map((each) => [each.name, { description: each.description }]) ?? []),
    })
  })
}

/** The kinds of items, written like enum values; inside they are the kinds' own names. */
export function kindEnum(derivation: Derivation): GraphQLEnumType {
  return derivation.once(
    'Kind',
    "the kinds' enum",
    () =>
      new GraphQLEnumType({
        name: 'Kind',
        description: 'A kind of item. The word is the name of its type: VALUE_STREAM is the kind of every ValueStream.',
        values: Object.fromEntries(
          [...derivation.model.kinds.values()].map((kind) => [
            constantCase(kind.name),
            { value: kind.name, description: firstSentence(kind.description) },
          ]),
        ),
      }),
  )
}

/** Every type of relation in the graph. */
export function relationTypeEnum(derivation: Derivation): GraphQLEnumType {
  return derivation.once(
    'RelationType',
    "the relations' enum",
    () =>
      new GraphQLEnumType({
        name: 'RelationType',
        description: 'A type of relation. Each belongs to one field of the model, where it is written.',
        values: Object.fromEntries(
          [...derivation.model.relations.values()].map((relation) => [
            relation.type,
            {
              description: `\`${relation.declaredBy}.${relation.field}\`: the holder ${relation.verbs[0]} the target, the target ${relation.verbs[1]} the holder.`,
            },
          ]),
        ),
      }),
  )
}

/** Which end of a relation one stands at. */
export function relationDirectionEnum(derivation: Derivation): GraphQLEnumType {
  return derivation.once(
    'RelationDirection',
    "the API's own enum",
    () =>
      new GraphQLEnumType({
        name: 'RelationDirection',
        description: 'Which end of a relation an item stands at.',
        values: {
          OUT: { description: 'The item holds it: it is written there.' },
          IN: { description: 'The item is its target: it is written at the other end.' },
        },
      }),
  )
}

/** Which way a list is sorted. */
export function orderDirectionEnum(derivation: Derivation): GraphQLEnumType {
  return derivation.once(
    'OrderDirection',
    "the API's own enum",
    () =>
      new GraphQLEnumType({
        name: 'OrderDirection',
        description: 'Which way a list is sorted. Items that lack what it is sorted by come last both ways.',
        values: {
          ASC: { description: 'From A to Z, from small to large, from early to late.' },
          DESC: { description: 'From Z to A, from large to small, from late to early.' },
        },
      }),
  )
}

import { GraphQLBoolean, GraphQLID, GraphQLInputObjectType, GraphQLList, GraphQLNonNull } from 'graphql'
import type { GraphQLInputFieldConfig, GraphQLInputType } from 'graphql'
import { membersOf } from '../../graph/model/model.ts'
import type { Attribute } from '../../graph/model/model.ts'
import { itemProperties } from '../../graph/representation.ts'
import type { Derivation } from './derivation.ts'
import { enumType, kindEnum } from './enums.ts'
import * as ask from './filter-meanings.ts'
import { attributesOf } from './item-type.ts'
import { means } from '../plan/meaning.ts'
import type { FilterMeaning } from '../plan/meaning.ts'
import { operatorType } from './operators.ts'
import type { Operator } from './operators.ts'
import { connectionsOf } from './relation-field.ts'
import { firstSentence } from './words.ts'

/** The `filter` argument's type for lists of a type. */
export function filterType(derivation: Derivation, type: string): GraphQLInputObjectType {
  const name = `${type}Filter`
  return derivation.once(name, `the filter of ${type}`, () => {
    const self: GraphQLInputObjectType = new GraphQLInputObjectType({
      name,
      description: `Which items of a list of ${type} are wanted. All that is given must hold.`,
      fields: () => ({ ...logic(self), ...kindFields(derivation, type), ...ownFields(derivation, type) }),
    })
    return self
  })
}

function logic(self: GraphQLInputObjectType): Record<string, GraphQLInputFieldConfig> {
  const several = new GraphQLList(new GraphQLNonNull(self))
  return {
    and: { type: several, description: 'All of these hold.' },
    or: { type: several, description: 'At least one of these holds.' },
    not: { type: self, description: 'This does not hold.' },
    id: {
      type: new GraphQLList(new GraphQLNonNull(GraphQLID)),
      description: 'It is one of these.',
      extensions: means(ask.itself),
    },
  }
}

/** Where items may be of several kinds, one can ask for some of them. */
function kindFields(derivation: Derivation, type: string): Record<string, GraphQLInputFieldConfig> {
  const { model } = derivation
  const members = membersOf(model, type)
  if (members.length < 2) return {}
  const fields: Record<string, GraphQLInputFieldConfig> = {
    kind: {
      type: new GraphQLList(new GraphQLNonNull(kindEnum(derivation))),
      description: 'It is of one of these kinds.',
      extensions: means(ask.anyOf(itemProperties.kind)),
    },
  }
  if (type === 'Resource' && model.enums.has('Dimension')) {
    fields['dimension'] = {
      type: new GraphQLList(new GraphQLNonNull(enumType(derivation, 'Dimension'))),
      description: 'Its kind belongs to one of these dimensions.',
      extensions: means(ask.kindWith((kind) => model.kinds.get(kind)?.dimension, members)),
    }
  }
  return fields
}

function ownFields(derivation: Derivation, type: string): Record<string, GraphQLInputFieldConfig> {
  const attributes = attributesOf(derivation.model, type).filter(
    (each) => each.name !== 'id' && each.name !== 'sources',
  )
  const relations = connectionsOf(derivation.model, type)
  const fields: Record<string, GraphQLInputFieldConfig> = {}
  for (const attribute of attributes) fields[attribute.name] = attributeField(derivation, attribute)
  for (const relation of relations) {
    fields[relation.field] = {
      type: relationFilterType(derivation, relation.target),
      description: `By \`${relation.field}\`. ${firstSentence(relation.description)}`,
      extensions: means(ask.relation(derivation.model, relation, () => filterType(derivation, relation.target))),
    }
  }
  return fields
}

/** What is asked of the items of a type that a relation leads to. */
function relationFilterType(derivation: Derivation, target: string): GraphQLInputObjectType {
  const name = `${target}RelationFilter`
  return derivation.once(
    name,
    `the filter of relations to ${target}`,
    () =>
      new GraphQLInputObjectType({
        name,
        description: 'What is asked of the items that a relation leads to. All that is given must hold.',
        fields: () => ({
          exists: { type: GraphQLBoolean, description: 'True: there is at least one. False: there is none.' },
          id: {
            type: new GraphQLList(new GraphQLNonNull(GraphQLID)),
            description:
              'At least one of these is among them. Where only one kind is possible, an id without it will do.',
          },
          some: {
            type: filterType(derivation, target),
            description:
              'This holds for at least one of them. Filters within filters go up to 8 relations deep, 4 within `not` and `or`.',
          },
        }),
      }),
  )
}

function attributeField(derivation: Derivation, attribute: Attribute): GraphQLInputFieldConfig {
  const { type, meaning, says } = asked(derivation, attribute)
  return { type, description: `${says} ${firstSentence(attribute.description)}`, extensions: means(meaning) }
}

interface Asked {
  readonly type: GraphQLInputType
  readonly meaning: FilterMeaning
  readonly says: string
}

function asked(derivation: Derivation, attribute: Attribute): Asked {
  const { name, list, category, type } = attribute
  const by = (operator: Operator, meaning: FilterMeaning): Asked => ({
    type: operatorType(derivation, operator),
    meaning,
    says: `By \`${name}\`.`,
  })
  if (category === 'enum') {
    return {
      type: new GraphQLList(new GraphQLNonNull(enumType(derivation, type))),
      meaning: list ? ask.anyIn(name) : ask.anyOf(name),
      says: 'It is one of these.',
    }
  }
  const isText = ['String', 'Markdown', 'URL', 'ID'].includes(type)
  if (list) return isText ? by('StringList', ask.texts(name)) : by('Presence', ask.presence(name))
  if (type === 'Boolean') return { type: GraphQLBoolean, meaning: ask.equal(name), says: 'It is exactly this.' }
  if (['Int', 'Float', 'Percent'].includes(type)) return by('Number', ask.number(name))
  if (type === 'Date') return by('Date', ask.day(name))
  return isText ? by('String', ask.text(name)) : by('Presence', ask.presence(name))
}

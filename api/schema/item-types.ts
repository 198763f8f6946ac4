import { GraphQLInterfaceType, GraphQLNonNull, GraphQLObjectType, GraphQLUnionType } from 'graphql'
import type { GraphQLFieldConfig, GraphQLFieldConfigMap, GraphQLOutputType } from 'graphql'
import { membersOf } from '../../graph/model/model.ts'
import type { ApiContext } from '../context.ts'
import { readField } from '../plan/read-field.ts'
import { attributeFields } from './attributes.ts'
import type { Source } from '../plan/source.ts'
import { anyConnection, relationConnection } from './connections.ts'
import type { Derivation } from './derivation.ts'
import { enumType } from './enums.ts'
import { attributesOf } from './item-type.ts'
import { means } from '../plan/meaning.ts'
import { byName } from './orders.ts'
import { pageArguments, turning } from './page-arguments.ts'
import { connectionsOf } from './relation-field.ts'
import type { RelationField } from './relation-field.ts'
import { relationsFilter } from './relations-filter.ts'

type Fields = GraphQLFieldConfigMap<Source, ApiContext>
type Field = GraphQLFieldConfig<Source, ApiContext>

/** The API's type for a kind, an interface or a union of the model. */
export function itemType(
  derivation: Derivation,
  name: string,
): GraphQLObjectType | GraphQLInterfaceType | GraphQLUnionType {
  const { model } = derivation
  const union = model.unions.get(name)
  if (union !== undefined) {
    return derivation.once(name, `the union ${name}`, () => {
      const types = (): GraphQLObjectType[] =>
        union.members.map((each) => itemType(derivation, each) as GraphQLObjectType)
      return new GraphQLUnionType({ name, description: union.description, types })
    })
  }
  const shared = model.interfaces.get(name)
  const said = shared ?? model.kinds.get(name)
  if (said === undefined) throw new Error(`The model has no kind, interface or union ${name}.`)
  const config = {
    name,
    description: said.description,
    interfaces: () => said.interfaces.map((each) => itemType(derivation, each) as GraphQLInterfaceType),
    fields: () => itemFields(derivation, name),
  }
  return shared === undefined
    ? derivation.once(name, `the kind ${name}`, () => new GraphQLObjectType<Source, ApiContext>(config))
    : derivation.once(name, `the interface ${name}`, () => new GraphQLInterfaceType(config))
}

function itemFields(derivation: Derivation, name: string): Fields {
  const { model } = derivation
  return {
    ...attributeFields<ApiContext>(derivation, attributesOf(model, name)),
    ...dimension(derivation, name),
    ...Object.fromEntries(connectionsOf(model, name).map((each) => [each.field, relationField(derivation, each)])),
    relations: anyRelation(derivation),
  }
}

function relationField(derivation: Derivation, field: RelationField): Field {
  const { hop, kinds, edge, passed, order } = field
  if (field.one) {
    const type = itemType(derivation, field.target)
    return {
      type: field.required ? new GraphQLNonNull(type as GraphQLOutputType) : type,
      description: field.description,
      extensions: means({ is: 'item', hop, kinds }),
      resolve: readField,
    }
  }
  return {
    type: new GraphQLNonNull(relationConnection(derivation, field)),
    description: field.description,
    args: pageArguments(derivation, field.target, order === byName ? 'name' : order.property),
    extensions: means({
      is: 'page',
      hop,
      kinds,
      edge,
      passed: passed && { field: passed.field, kinds: [passed.kind], order: passed.order },
      order,
    }),
    resolve: readField,
  }
}

/** All relations of an item in one list, for clients that know no kinds. */
function anyRelation(derivation: Derivation): Field {
  const relations = [...derivation.model.relations.values()]
  return {
    type: new GraphQLNonNull(anyConnection(derivation)),
    description:
      'All its relations, both ways, sorted by the names of the items at their other ends: for clients that know no kinds.',
    args: { ...turning, filter: { type: relationsFilter(derivation), description: 'Which of them: all unless said.' } },
    extensions: means({
      is: 'page',
      hop: { over: 'any', relations },
      kinds: [...derivation.model.kinds.keys()],
      edge: undefined,
      passed: undefined,
      order: byName,
    }),
    resolve: readField,
  }
}

/** Which of the four dimensions a resource belongs to: a matter of its kind, so nothing is read for it. */
function dimension(derivation: Derivation, name: string): Fields {
  const { model } = derivation
  const isShared = model.interfaces.has(name)
  if (isShared && name !== 'Resource') return {}
  const said = membersOf(model, name).map((each) => model.kinds.get(each)?.dimension)
  const isResource = isShared || model.kinds.get(name)?.interfaces.includes('Resource') === true
  if (!model.enums.has('Dimension') || (!isResource && said[0] === undefined)) return {}
  const type = enumType(derivation, 'Dimension')
  return {
    dimension: {
      type: said.includes(undefined) ? type : new GraphQLNonNull(type),
      description: 'Which of the four dimensions of service management its kind belongs to.',
      extensions: means({ is: 'constant' }),
      resolve: (source) => model.kinds.get(String(source['__typename']))?.dimension,
    },
  }
}

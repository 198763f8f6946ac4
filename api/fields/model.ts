import type { Attribute, Model } from '../../graph/model/model.ts'
import type { Resolvers } from '../schema/attach-resolvers.ts'
import { constantCase } from '../schema/words.ts'

/** Answers `Query.model`: the model as plain data, made once. */
export function modelResolvers(model: Model): Resolvers {
  const described = describe(model)
  return { Query: { model: () => described } }
}

function describe(model: Model): object {
  const structures = (
    all: Iterable<{ name: string; description: string; attributes: readonly Attribute[] }>,
  ): object[] =>
    [...all].map(({ name, description, attributes }) => ({ name, description, attributes: attributes.map(attribute) }))
  return {
    kinds: [...model.kinds.values()].map((kind) => ({
      ...kind,
      kind: kind.name,
      inside: kind.inside?.type,
      attributes: kind.attributes.map(attribute),
    })),
    interfaces: [...model.interfaces.values()].map((each) => ({ ...each, attributes: each.attributes.map(attribute) })),
    unions: [...model.unions.values()],
    relations: [...model.relations.values()].map((relation) => ({ ...relation, edge: relation.edge?.name })),
    paths: model.paths.map((path) => ({ ...path, along: path.along.map(({ type }) => type) })),
    edges: structures(model.edges.values()),
    values: structures(model.values.values()),
    enums: [...model.enums.values()],
    scalars: [...model.scalars.values()],
  }
}

const attribute = (each: Attribute): object => ({
  ...each,
  category: constantCase(each.category),
  default: each.default === undefined ? undefined : JSON.stringify(each.default),
})

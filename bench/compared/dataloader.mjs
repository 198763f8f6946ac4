import { readFileSync } from 'node:fs'
import { makeExecutableSchema } from '@graphql-tools/schema'
import { openStore } from '../../graph/store/open-store.ts'
import { placeFrom } from '../../graph/query/cursor.ts'
import { Loaders } from './loaders.mjs'
import { serveSchema } from './serve-schema.mjs'

/**
 * The same schema as Tributary's on the same store, answered as GraphQL servers usually are: a resolver for each field,
 * DataLoader behind it, and so a statement for each relation on each level. Prints where it answers.
 */
const store = await openStore(process.argv[2] ?? 'file:.tributary/graph')

/** Fields that lead along a relation: its type and direction, and whether one item or a connection is answered. */
const to = (type) => ({ type, direction: 'OUT' })
const from = (type) => ({ type, direction: 'IN' })
const one =
  (hop) =>
  async (item, _, { loaders }) =>
    (await loaders.along(hop).load(item.id))[0]?.node ?? null
const many =
  (hop) =>
  async (item, { first = 20 }, { loaders }) => {
    const edges = (await loaders.along(hop).load(item.id)).slice(0, first)
    return { edges, nodes: edges.map(({ node }) => node) }
  }
const stepsOf = many({ ...to('HAS_STEP'), by: 'position' })
const item = async (_, { id }, { loaders }) => loaders.items.load(id)

const resolvers = {
  Query: {
    practice: item,
    valueStream: item,
    practices: async (_, { first, after }) => {
      const [sort, id] = placeFrom(after, 'NAME', 2)?.values ?? ['', '']
      const nodes = await store.read(
        `MATCH (n:TributaryItem:Practice) WHERE n._sort >= $sort AND (n._sort > $sort OR n.id > $id)
         WITH n ORDER BY n._sort, n.id LIMIT $first RETURN properties(n) AS node`,
        { sort, id, first },
      )
      return { nodes: nodes.map(({ node }) => node) }
    },
    valueStreams: async (_, { first, filter }, { loaders }) => {
      const practices = filter.steps.some.practices
      let ids = practices.some.resources.some.coveredBy.some.suppliers.id
      const back = [from('AGREED_WITH'), to('COVERS'), from('USES'), from('WORKED_BY'), from('HAS_STEP')]
      let found = []
      for (const hop of back) {
        const levels = await loaders.along(hop).loadMany(ids)
        found = [...new Map(levels.flat().map(({ node }) => [node.id, node])).values()]
        ids = found.map(({ id }) => id)
      }
      return { nodes: found.sort((a, b) => (a._sort + a.id < b._sort + b.id ? -1 : 1)).slice(0, first) }
    },
    changeImpact: async (_, { changed, relations }) => {
      const reached = new Map()
      let frontier = changed
      while (frontier.length > 0) {
        const rows = await store.read(
          `UNWIND $frontier AS id MATCH (:TributaryItem {id: id})<-[:${relations.join('|')}]-(n:TributaryItem)
           RETURN DISTINCT n.id AS id, n.name AS name`,
          { frontier },
        )
        frontier = rows.filter(({ id }) => !reached.has(id) && !changed.includes(id)).map(({ id }) => id)
        for (const row of rows) if (!changed.includes(row.id)) reached.set(row.id, row)
      }
      return { reached: [...reached.values()] }
    },
  },
  Item: { __resolveType: ({ _kind }) => _kind },
  Resource: { __resolveType: ({ _kind }) => _kind },
  Party: { __resolveType: ({ _kind }) => _kind },
  Practice: { owner: one(to('OWNED_BY')), resources: many(to('USES')) },
  ValueStream: {
    owner: one(to('OWNED_BY')),
    valueFor: many(to('VALUE_FOR')),
    steps: stepsOf,
    practices: async (stream, _, { loaders }) => ({ edges: await loaders.practicesOfStreams.load(stream.id) }),
  },
  Step: {
    activity: one(to('VISITS')),
    practices: many(to('WORKED_BY')),
    tools: many(to('NEEDS_TOOL')),
    skills: many(to('NEEDS_SKILL')),
    information: many(to('NEEDS_INFORMATION')),
    procedures: many(to('FOLLOWS_PROCEDURE')),
    contracts: many(to('RELIES_ON')),
    performedBy: many(to('PERFORMED_BY')),
  },
  Application: { needs: many(to('NEEDS')) },
  Contract: { suppliers: many(to('AGREED_WITH')) },
}

const typeDefs = readFileSync(new URL('../../api/schema.graphql', import.meta.url), 'utf8')
const schema = makeExecutableSchema({
  typeDefs,
  resolvers,
  resolverValidationOptions: { requireResolversForResolveType: 'ignore' },
})
await serveSchema({ schema }, () => ({ loaders: new Loaders(store) }))

import { readFileSync } from 'node:fs'
import { Neo4jGraphQL } from '@neo4j/graphql'
import neo4j from 'neo4j-driver'
import { serveSchema } from './serve-schema.mjs'

/** \@neo4j/graphql as its guides set it up, over the graph at an address. Prints where it answers. */
const address = process.argv[2] ?? 'bolt://127.0.0.1:7687'
const { NEO4J_USERNAME: user = 'neo4j', NEO4J_PASSWORD: password = '' } = process.env
const driver = neo4j.driver(address, neo4j.auth.basic(user, password))
const typeDefs = readFileSync(new URL('type-definitions.graphql', import.meta.url), 'utf8')
// Comparing texts is asked for where a page begins after an item.
const features = { filters: { String: { GT: true }, ID: { GT: true } } }
const neo4jGraphql = new Neo4jGraphQL({ typeDefs, driver, features })
await serveSchema({ schema: await neo4jGraphql.getSchema() }, () => ({}))

import { createServer } from 'node:http'
import { ApolloServer } from '@apollo/server'
import { expressMiddleware } from '@as-integrations/express5'
import express from 'express'

/**
 * Serves a schema through Apollo Server on Express, as Tributary serves its own, and prints the address.
 * @param {Pick<import('@apollo/server').ApolloServerOptionsWithSchema<object>, 'schema'>} options
 * @param {() => object} context made for each request
 */
export async function serveSchema(options, context) {
  const apollo = new ApolloServer({ ...options, stopOnTerminationSignals: false })
  await apollo.start()
  const app = express()
  app.use('/graphql', express.json(), expressMiddleware(apollo, { context: async () => context() }))
  const http = createServer(app)
  http.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${http.address().port}/graphql`))
}

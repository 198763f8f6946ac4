import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import neo4j from 'neo4j-driver'
import { questions } from './questions.ts'

/**
 * What the API is compared with: bare Cypher, written by hand, through neo4j-driver, answered as JSON over HTTP by Node's
 * own server. `POST /0` asks the first question. Prints its port.
 */
const address = process.argv[2] ?? 'bolt://127.0.0.1:7687'
const { NEO4J_USERNAME: user = 'neo4j', NEO4J_PASSWORD: password = '' } = process.env
const driver = neo4j.driver(address, neo4j.auth.basic(user, password), { disableLosslessIntegers: true })

const server = createServer((request, response) => {
  request.resume()
  const question = questions[Number(request.url?.slice(1))]
  if (question === undefined) {
    response.writeHead(404).end()
    return
  }
  const session = driver.session({ defaultAccessMode: 'READ' })
  session
    .run(question.cypher, question.variables)
    .then((result) => {
      const body = JSON.stringify({ data: result.records[0]?.get('data') as unknown })
      response.writeHead(200, { 'content-type': 'application/json' }).end(body)
    })
    .catch((error: unknown) => response.writeHead(500).end(String(error)))
    .finally(() => session.close())
})
server.listen(0, '127.0.0.1', () => process.stdout.write(`${String((server.address() as AddressInfo).port)}\n`))

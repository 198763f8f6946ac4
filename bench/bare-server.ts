import { createServer } from 'node:http'
import type { IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import neo4j from 'neo4j-driver'
import { questions } from './questions/questions.ts'
import type { Variables } from './questions/question.ts'

/**
 * What the API is compared with: bare Cypher, written by hand, through neo4j-driver, answered as JSON over HTTP by Node's
 * own server. `POST /0` asks the first question, with the body's variables. Prints its address.
 */
const address = process.argv[2] ?? 'bolt://127.0.0.1:7687'
const { NEO4J_USERNAME: user = 'neo4j', NEO4J_PASSWORD: password = '' } = process.env
const driver = neo4j.driver(address, neo4j.auth.basic(user, password), { disableLosslessIntegers: true })

const server = createServer((request, response) => {
  answer(request).then(
    (body) => response.writeHead(200, { 'content-type': 'application/json' }).end(body),
    (error: unknown) => response.writeHead(500).end(String(error)),
  )
})
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}\n`)
})

async function answer(request: IncomingMessage): Promise<string> {
  const question = questions[Number(request.url?.slice(1))]
  if (question === undefined) throw new Error('There is no such question.')
  const { variables } = (await json(request)) as { readonly variables: Variables }
  const session = driver.session({ defaultAccessMode: 'READ' })
  try {
    const result = await session.run(question.cypher, variables)
    return JSON.stringify({ data: result.records[0]?.get('data') as unknown })
  } finally {
    await session.close()
  }
}

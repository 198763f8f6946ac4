import neo4j from 'neo4j-driver'
import type { BookmarkManager, Driver, Session } from 'neo4j-driver'
import { neo4jError } from './neo4j-error.ts'
import { toNeo4jParameters } from './neo4j-parameters.ts'
import { StoreError } from '../store.ts'
import type { Json, Parameters, Statement, Store } from '../store.ts'

/** How long a statement that failed for a passing reason (a deadlock, a new leader) is tried again, milliseconds. */
const retryTime = 5_000
/** How long a server may take to accept a connection, milliseconds. */
const connectionTime = 10_000
/** From how many nodes and relations added or removed on a write makes the server count again. */
const largeWrite = 1_000

/**
 * Opens a graph on a Neo4j server: `neo4j://`, `bolt://` and their `+s` and `+ssc` forms. Credentials come from
 * `NEO4J_USERNAME` (`neo4j` when unset) and `NEO4J_PASSWORD`, the database from `NEO4J_DATABASE`.
 * @throws StoreError when the address holds credentials, and when the server doesn't answer, refuses the credentials or
 * has no such database.
 */
export async function openNeo4jStore(address: string): Promise<Store> {
  const server = serverAddress(address)
  const { NEO4J_USERNAME: user, NEO4J_PASSWORD: password, NEO4J_DATABASE: database } = process.env
  let driver: Driver | undefined
  try {
    driver = neo4j.driver(address, password ? neo4j.auth.basic(user || 'neo4j', password) : undefined, {
      disableLosslessIntegers: true,
      maxTransactionRetryTime: retryTime,
      connectionTimeout: connectionTime,
      notificationFilter: { minimumSeverityLevel: 'OFF' },
      telemetryDisabled: true,
      userAgent: 'tributary',
    })
    await driver.verifyConnectivity()
    const store = new Neo4jStore(server, driver, database || undefined)
    await store.read('RETURN 1 AS one') // The server answers; now the database too.
    return store
  } catch (error) {
    await driver?.close()
    throw neo4jError(`The graph at ${server} can't be reached`, error)
  }
}

class Neo4jStore implements Store {
  readonly address: string
  readonly #driver: Driver
  readonly #database: string | undefined
  /** Makes a read see what this store wrote, whichever member of a cluster answers. */
  readonly #bookmarks: BookmarkManager = neo4j.bookmarkManager()
  #closed = false

  constructor(address: string, driver: Driver, database: string | undefined) {
    this.address = address
    this.#driver = driver
    this.#database = database
  }

  async read<Row extends Json = Json>(cypher: string, parameters: Parameters = {}): Promise<Row[]> {
    const values = toNeo4jParameters(parameters)
    return this.#inSession('READ', `The graph at ${this.address} refused to read`, async (session) => {
      // An automatic transaction takes a third less time than a managed one, but isn't tried again by the driver.
      const { records } = await session.run(cypher, values).catch((error: unknown) => {
        if (!(error instanceof Error) || !neo4j.isRetryableError(error)) throw error
        return session.executeRead((transaction) => transaction.run(cypher, values))
      })
      return records.map((record) => record.toObject() as Row)
    })
  }

  async write(statements: readonly Statement[], onStatement?: (done: number, of: number) => void): Promise<void> {
    const schema = statements.filter((statement) => statement.schema)
    const data = statements.filter((statement) => !statement.schema)
    await this.#inSession('WRITE', `The graph at ${this.address} refused to be written`, async (session) => {
      let done = 0
      for (const { cypher, parameters = {} } of schema) {
        await session.run(cypher, toNeo4jParameters(parameters))
        onStatement?.(++done, statements.length)
      }
      if (data.length === 0) return
      const changed = await session.executeWrite(async (transaction) => {
        done = schema.length // Another try starts again.
        let changes = 0
        for (const { cypher, parameters = {} } of data) {
          const { summary } = await transaction.run(cypher, toNeo4jParameters(parameters))
          changes += sizeOf(summary.counters.updates())
          onStatement?.(++done, statements.length)
        }
        return changes
      })
      if (changed >= largeWrite) await countAgain(session)
    })
  }

  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    await this.#driver.close()
  }

  async #inSession<T>(mode: 'READ' | 'WRITE', failure: string, work: (session: Session) => Promise<T>): Promise<T> {
    if (this.#closed) throw new StoreError(`The graph at ${this.address} is closed`)
    try {
      const session = this.#driver.session({
        defaultAccessMode: mode,
        bookmarkManager: this.#bookmarks,
        ...(this.#database === undefined ? {} : { database: this.#database }),
      })
      try {
        return await work(session)
      } finally {
        await session.close()
      }
    } catch (error) {
      throw neo4jError(failure, error)
    }
  }
}

function sizeOf(updates: Partial<Record<string, number>>): number {
  const { nodesCreated = 0, nodesDeleted = 0, relationshipsCreated = 0, relationshipsDeleted = 0 } = updates
  return nodesCreated + nodesDeleted + relationshipsCreated + relationshipsDeleted
}

/**
 * Has the server count what its indexes hold and plan statements anew. Until it does, it takes a graph that was just
 * loaded for empty and scans all items where it should look one up. A user without the right to do this only waits
 * longer for answers.
 */
async function countAgain(session: Session): Promise<void> {
  await session.run('CALL db.prepareForReplanning($seconds)', { seconds: neo4j.int(10) }).catch(() => {})
}

/** The address as messages show it. */
function serverAddress(address: string): string {
  const { protocol, host, username, password } = URL.canParse(address) ? new URL(address) : noServer
  if (username || password) {
    throw new StoreError('The address of the graph holds credentials', {
      hint: 'Leave them out of the address and set NEO4J_USERNAME and NEO4J_PASSWORD',
    })
  }
  if (!host) throw new StoreError('The address of the graph names no server', { hint: 'Write neo4j://HOST' })
  return `${protocol}//${host}`
}

const noServer = { protocol: '', host: '', username: '', password: '' }

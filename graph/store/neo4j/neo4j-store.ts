import neo4j from 'neo4j-driver'
import type { Driver, ManagedTransaction, Session } from 'neo4j-driver'
import { Bookmarks } from './bookmarks.ts'
import { neo4jCredentials } from './neo4j-credentials.ts'
import { neo4jError } from './neo4j-error.ts'
import { toNeo4jParameters } from './neo4j-parameters.ts'
import { retried } from './retried.ts'
import { parametersOf, StoreError } from '../store.ts'
import type { Json, Parameters, ReadOptions, Statement, Store } from '../store.ts'
import { untilAborted } from '../until-aborted.ts'

/**
 * For how long what failed for a passing reason (a lost connection, a deadlock, a new leader) is tried again, milliseconds.
 * Somebody waits for a read; a load may wait until a cluster has chosen a leader.
 */
const patience = { read: 5_000, write: 30_000 }
/** How long a server may take to accept a connection, milliseconds. */
const connectionTime = 10_000
/** From how many nodes and relations added or removed on a write makes the server count again. */
const largeWrite = 1_000

/**
 * Opens a graph on a Neo4j server: `neo4j://`, `bolt://` and their `+s` and `+ssc` forms. Credentials come from
 * the environment (`neo4jCredentials`), the database from `NEO4J_DATABASE`.
 * @throws StoreError when the address holds credentials, and when the server doesn't answer, refuses the credentials or
 * has no such database.
 */
export async function openNeo4jStore(address: string): Promise<Store> {
  const server = serverAddress(address)
  const credentials = neo4jCredentials()
  const { NEO4J_DATABASE: database } = process.env
  let driver: Driver | undefined
  try {
    driver = neo4j.driver(address, credentials && neo4j.auth.basic(credentials.user, credentials.password), {
      disableLosslessIntegers: true,
      maxTransactionRetryTime: patience.write,
      connectionTimeout: connectionTime,
      // All of an answer at once: closing a session between two parts of one (a cancelled read) has the driver say a word
      // too many to the server, which then refuses the next, innocent statement on that connection.
      fetchSize: -1,
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
  /**
   * Makes a read see what this store wrote and read before, whichever member of a cluster answers. Where one server answers
   * everything (`bolt://`) there is none: it would cost a small answer a quarter of its time.
   */
  readonly #bookmarks: Bookmarks | undefined
  #closed = false

  constructor(address: string, driver: Driver, database: string | undefined) {
    this.address = address
    this.#bookmarks = address.startsWith('bolt') ? undefined : new Bookmarks()
    this.#driver = driver
    this.#database = database
  }

  async read<Row extends Json = Json>(
    cypher: string,
    parameters: Parameters = {},
    { signal }: ReadOptions = {},
  ): Promise<Row[]> {
    const values = toNeo4jParameters(parameters)
    const work = async (session: Session): Promise<Row[]> => {
      // An automatic transaction takes a third less time than a managed one, but isn't tried again by the driver.
      const { records } = await retried(patience.read, () => session.run(cypher, values))
      return records.map((record) => record.toObject() as Row)
    }
    return this.#inSession('READ', `The graph at ${this.address} refused to read`, work, signal)
  }

  async write(statements: readonly Statement[], onStatement?: (done: number, of: number) => void): Promise<void> {
    const schema = statements.filter((statement) => statement.schema)
    const data = statements.filter((statement) => !statement.schema)
    const failure = `The graph at ${this.address} refused to be written`
    await this.#inSession('WRITE', failure, async (session) => {
      let done = 0
      const run = async (on: Session | ManagedTransaction, statement: Statement): Promise<number> => {
        const { summary } = await on.run(statement.cypher, toNeo4jParameters(parametersOf(statement)))
        onStatement?.(++done, statements.length)
        return sizeOf(summary.counters.updates())
      }
      for (const statement of schema) await run(session, statement)
      if (data.length === 0) return
      let apart = 0
      let countedAt = largeWrite
      const writeApart = async (statement: Statement): Promise<void> => {
        await this.#inSession('WRITE', failure, async (own) => {
          apart += await run(own, statement)
          if (apart < countedAt) return
          await countAgain(own)
          countedAt *= 10
        })
      }
      const changed = await session.executeWrite(async (transaction) => {
        if (apart > 0) throw new Error('the server ended the transaction, of which parts have been written')
        done = schema.length // Another try starts again.
        let changes = 0
        for (const statement of data) {
          if (statement.apart) await writeApart(statement)
          else changes += await run(transaction, statement)
        }
        return changes
      })
      if (changed + apart >= largeWrite) await countAgain(session)
    })
  }

  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    await this.#driver.close()
  }

  async #inSession<T>(
    mode: 'READ' | 'WRITE',
    failure: string,
    work: (session: Session) => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T> {
    if (this.#closed) throw new StoreError(`The graph at ${this.address} is closed`)
    const started = performance.now()
    try {
      const session = this.#driver.session({
        defaultAccessMode: mode,
        ...(this.#bookmarks === undefined ? {} : { bookmarkManager: this.#bookmarks.manager }),
        ...(this.#database === undefined ? {} : { database: this.#database }),
      })
      try {
        return await untilAborted(signal, { address: this.address, hint: hintWhenCancelled }, () => work(session))
      } finally {
        // Closed while a statement runs, it tells the server to end that. A server that hangs isn't waited for.
        const closing = session.close()
        if (signal?.aborted !== true) await closing
      }
    } catch (error) {
      await this.#bookmarks?.noteFailure(error, signal?.aborted === true, performance.now() - started)
      throw neo4jError(failure, error)
    }
  }
}

const hintWhenCancelled = 'The server was told to end its query: ask for less, or give it more time'

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

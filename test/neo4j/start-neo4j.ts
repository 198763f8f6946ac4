import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import neo4j from 'neo4j-driver'
import { freePorts } from './free-ports.ts'

/** A Neo4j server with a database of its own, and authentication on. */
export interface RunningNeo4j {
  /** Its address for drivers. */
  readonly bolt: string
  /** Its address for HTTP. */
  readonly http: string
  readonly username: string
  readonly password: string
  /** Has it stand still: connections stay open, and nothing is answered. */
  readonly pause: () => void
  /** Lets it go on. */
  readonly resume: () => void
  /** Ends it at once, as a power cut would; its data stays. */
  readonly kill: () => Promise<void>
  /** Starts it again after `kill`, on the same ports and data, and waits until it answers. */
  readonly restart: () => Promise<void>
  /** Stops it and removes all that it wrote. */
  readonly stop: () => Promise<void>
}

/** What can be said of a server that is started. */
export interface Neo4jOptions {
  /** The password of its user; a new one where none is given. */
  readonly password?: string
  /** The address that it names to drivers which ask where to go (`neo4j://`), `127.0.0.1:7687`: its own unless it is said. */
  readonly advertised?: string
}

/** How long a server may take to start, in milliseconds. */
const patience = 150_000

/** What Neo4j 5 needs of Java 17 and later. */
const opened = ['java.nio', 'java.io', 'sun.nio.ch', 'java.util.concurrent'].map(
  (name) => `--add-opens=java.base/${name}=ALL-UNNAMED`,
)

/**
 * Starts a Neo4j server from a folder of jars, on free ports of this machine only, and waits until it answers. It has 2 GB of
 * heap and 256 MB of page cache, or what `NEO4J_TEST_HEAP` and `NEO4J_TEST_PAGE_CACHE` say (`6g`).
 * @throws with the end of its log when it stops or doesn't answer within 150 seconds.
 */
export async function startNeo4j(lib: string, signal: AbortSignal, options: Neo4jOptions = {}): Promise<RunningNeo4j> {
  const folder = await mkdtemp(join(tmpdir(), 'tributary-neo4j-'))
  const [boltPort, httpPort] = await freePorts()
  const { password = randomUUID(), advertised = `127.0.0.1:${String(boltPort)}` } = options
  const bolt = `bolt://127.0.0.1:${String(boltPort)}`
  await mkdir(join(folder, 'home'))
  await mkdir(join(folder, 'conf'))
  await writeFile(join(folder, 'conf', 'neo4j.conf'), configuration(boltPort, httpPort, advertised))
  let server: ChildProcess | undefined
  const stop = async () => {
    if (server !== undefined) await end(server)
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  const start = async (login: string) => {
    try {
      server = await launch(lib, folder)
      await untilReady(server, bolt, login, password, signal)
    } catch (error) {
      const lines = (await readFile(join(folder, 'neo4j.log'), 'utf8').catch(() => '')).trimEnd().split('\n')
      await stop()
      throw new Error(`Neo4j did not start. The end of its log:\n${lines.slice(-30).join('\n')}`, { cause: error })
    }
  }
  await start('neo4j')
  return {
    bolt,
    http: `http://127.0.0.1:${String(httpPort)}`,
    username: 'neo4j',
    password,
    pause: () => server?.kill('SIGSTOP'),
    resume: () => server?.kill('SIGCONT'),
    async kill() {
      if (server !== undefined) await end(server)
    },
    restart: () => start(password),
    stop,
  }
}

const configuration = (boltPort: number, httpPort: number, advertised: string) => `
server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:${String(boltPort)}
server.bolt.advertised_address=${advertised}
server.http.listen_address=127.0.0.1:${String(httpPort)}
server.https.enabled=false
server.memory.heap.max_size=${process.env.NEO4J_TEST_HEAP || '2g'}
server.memory.pagecache.size=${process.env.NEO4J_TEST_PAGE_CACHE || '256m'}
dbms.usage_report.enabled=false
`

async function launch(lib: string, folder: string): Promise<ChildProcess> {
  const [home, conf] = [join(folder, 'home'), join(folder, 'conf')]
  const output = openSync(join(folder, 'neo4j.log'), 'a')
  const java = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin', 'java') : 'java'
  const main = ['org.neo4j.server.CommunityEntryPoint', `--home-dir=${home}`, `--config-dir=${conf}`, '--console-mode']
  const server = spawn(java, [...opened, '-cp', [join(lib, '*'), conf].join(delimiter), ...main], {
    stdio: ['ignore', output, output],
  })
  closeSync(output)
  try {
    await once(server, 'spawn')
  } catch (error) {
    throw new Error(`${java} can't be started: is Java 17 or 21 installed?`, { cause: error })
  }
  return server
}

/** Gives the user of a new server its password, as the first login must, and waits until its database answers. */
async function untilReady(
  server: ChildProcess,
  bolt: string,
  firstLogin: string,
  password: string,
  signal: AbortSignal,
): Promise<void> {
  const deadline = Date.now() + patience
  const setPassword = {
    login: firstLogin,
    database: 'system',
    cypher: 'ALTER CURRENT USER SET PASSWORD FROM $old TO $new',
  }
  const stages = [
    ...(firstLogin === password ? [] : [setPassword]),
    { login: password, database: 'neo4j', cypher: 'RETURN 1' },
  ]
  for (const { login, database, cypher } of stages) {
    const driver = neo4j.driver(bolt, neo4j.auth.basic('neo4j', login), { maxTransactionRetryTime: 0 })
    try {
      for (;;) {
        signal.throwIfAborted()
        if (server.exitCode !== null || server.signalCode !== null) throw new Error('It stopped by itself.')
        try {
          await driver.executeQuery(cypher, { old: login, new: password }, { database })
          break
        } catch (error) {
          if (Date.now() > deadline) throw error
          await sleep(200)
        }
      }
    } finally {
      await driver.close()
    }
  }
}

/** Ends it at once: closing a database in order takes ten seconds, and this one isn't needed again. */
async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  const exit = once(server, 'exit')
  server.kill('SIGKILL')
  await exit
}

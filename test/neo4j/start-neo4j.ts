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
  /** Stops it and removes all that it wrote. */
  readonly stop: () => Promise<void>
}

/** How long a server may take to start, in milliseconds. */
const patience = 90_000

/** What Neo4j 5 needs of Java 17 and later. */
const opened = ['java.nio', 'java.io', 'sun.nio.ch', 'java.util.concurrent'].map(
  (name) => `--add-opens=java.base/${name}=ALL-UNNAMED`,
)

/**
 * Starts a Neo4j server from a folder of jars, on free ports of this machine only, and waits until it answers.
 * @throws with the end of its log when it stops or doesn't answer within 90 seconds.
 */
export async function startNeo4j(lib: string, signal: AbortSignal): Promise<RunningNeo4j> {
  const folder = await mkdtemp(join(tmpdir(), 'tributary-neo4j-'))
  const [boltPort, httpPort] = await freePorts()
  const log = join(folder, 'neo4j.log')
  const server = await launch(lib, folder, log, configuration(boltPort, httpPort))
  const stop = async () => {
    await end(server)
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  const bolt = `bolt://127.0.0.1:${String(boltPort)}`
  const password = randomUUID()
  try {
    await untilReady(server, bolt, password, signal)
  } catch (error) {
    const lines = (await readFile(log, 'utf8')).trimEnd().split('\n')
    await stop()
    throw new Error(`Neo4j did not start. The end of its log:\n${lines.slice(-30).join('\n')}`, { cause: error })
  }
  return { bolt, http: `http://127.0.0.1:${String(httpPort)}`, username: 'neo4j', password, stop }
}

const configuration = (boltPort: number, httpPort: number) => `
server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:${String(boltPort)}
server.http.listen_address=127.0.0.1:${String(httpPort)}
server.https.enabled=false
server.memory.heap.max_size=2g
server.memory.pagecache.size=256m
dbms.usage_report.enabled=false
`

async function launch(lib: string, folder: string, log: string, settings: string): Promise<ChildProcess> {
  const [home, conf] = [join(folder, 'home'), join(folder, 'conf')]
  await mkdir(home)
  await mkdir(conf)
  await writeFile(join(conf, 'neo4j.conf'), settings)
  const output = openSync(log, 'w')
  const java = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin', 'java') : 'java'
  const main = ['org.neo4j.server.CommunityEntryPoint', `--home-dir=${home}`, `--config-dir=${conf}`, '--console-mode']
  const server = spawn(java, [...opened, '-cp', [join(lib, '*'), conf].join(delimiter), ...main], {
    stdio: ['ignore', output, output],
  })
  closeSync(output)
  try {
    await once(server, 'spawn')
  } catch (error) {
    await rm(folder, { recursive: true })
    throw new Error(`${java} can't be started: is Java 17 or 21 installed?`, { cause: error })
  }
  return server
}

/** Gives the user of a new server its password, as the first login must, and waits until its database answers. */
async function untilReady(server: ChildProcess, bolt: string, password: string, signal: AbortSignal): Promise<void> {
  const deadline = Date.now() + patience
  const stages = [
    { login: 'neo4j', database: 'system', cypher: 'ALTER CURRENT USER SET PASSWORD FROM $old TO $new' },
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

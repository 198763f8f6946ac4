import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../graph/package-root.ts'
import { translated } from './questions/translated.ts'
import type { Question, Variables } from './questions/question.ts'

/** Something that answers questions over HTTP, in a process of its own. */
export interface Competitor {
  readonly name: string
  /** Where a question is asked, by its number. */
  readonly url: (number: number) => string
  /** The body of a request; undefined for questions that it can't answer. */
  readonly body: (question: Question, variables: Variables) => string | undefined
  /** What stands under `data`, in the form of our API. */
  readonly answer: (data: unknown) => unknown
}

/** Everything that is compared, in the order of turns; the first is what the others are compared with. */
export const competitorNames = {
  bare: 'bare Cypher',
  tributary: 'Tributary',
  neo4jGraphql: '@neo4j/graphql',
  kept: 'Tributary, answers kept',
  embedded: 'Tributary, embedded',
  dataLoader: 'DataLoader, embedded',
} as const

const asked = (query: string, variables: Variables): string => JSON.stringify({ query, variables })
const asItIs = (data: unknown): unknown => data
const graphql = (name: string, address: string): Competitor => ({
  name,
  url: () => address,
  body: ({ query }, variables) => asked(query, variables),
  answer: asItIs,
})

/**
 * Starts everything that is compared, over a Neo4j and an embedded graph that hold the same.
 * @param folder for files of this run.
 * @param children gets the processes, for their end.
 */
export async function startCompetitors(
  neo4j: string,
  embedded: string,
  folder: string,
  children: ChildProcess[],
): Promise<Competitor[]> {
  const settings = join(folder, 'tributary.server.yaml')
  writeFileSync(settings, 'answers: { megabytes: 0 }\n')
  const serve = (store: string, ...more: string[]): Promise<string> => {
    const site = join(folder, 'no-site')
    return start(['cli/tributary.mjs', 'serve', '--store', store, '--port', '0', '--site', site, ...more], children)
  }
  const compared = (file: string, store: string): Promise<string> =>
    start([`bench/compared/${file}.mjs`, store], children)
  const bare = await start(['bench/bare-server.ts', neo4j], children)
  const loader = graphql(competitorNames.dataLoader, await compared('dataloader', embedded))
  return [
    {
      ...graphql(competitorNames.bare, bare),
      url: (number) => `${bare}/${String(number)}`,
      body: (_, variables) => JSON.stringify({ variables }),
    },
    graphql(competitorNames.tributary, await serve(neo4j, '--settings', settings)),
    {
      ...graphql(competitorNames.neo4jGraphql, await compared('neo4j-graphql', neo4j)),
      body: ({ neo4jGraphql }, variables) => (neo4jGraphql === undefined ? undefined : asked(neo4jGraphql, variables)),
      answer: translated,
    },
    graphql(competitorNames.kept, await serve(neo4j)),
    graphql(competitorNames.embedded, await serve(embedded, '--settings', settings)),
    {
      ...loader,
      body: (question, variables) => (question.withoutDataLoader ? undefined : loader.body(question, variables)),
    },
  ]
}

/** Installs what we are compared with, where it isn't: apart from the product's own packages. */
export async function installCompared(): Promise<void> {
  const cwd = join(packageRoot, 'bench', 'compared')
  if (existsSync(join(cwd, 'node_modules', '@neo4j', 'graphql'))) return
  const npm = spawn('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  })
  const code = await new Promise((resolve) => npm.once('exit', resolve))
  if (code !== 0) throw new Error(`npm ci in ${cwd} ended with ${String(code)}.`)
}

/** Starts a process and waits for the line that says where it answers. */
function start(args: readonly string[], children: ChildProcess[]): Promise<string> {
  const child = spawn(process.execPath, args, {
    cwd: packageRoot,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, LOG_LEVEL: 'error', NODE_ENV: 'production' },
  })
  children.push(child)
  let output = ''
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (data: Buffer) => {
      output += data.toString()
      const found = /^(?:API +)?(http\S+)$/m.exec(output)?.[1]
      if (found !== undefined) resolve(found)
    })
    child.once('exit', (code) => reject(new Error(`${args.join(' ')} ended with ${String(code)}.`)))
  })
}

import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { env } from 'node:process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

/** The packed package, installed in a folder that was empty. */
export interface Installation {
  /** The folder. */
  readonly folder: string
  /** Where the package lies in it. */
  readonly package: string
  /** A copy of the example organisation's catalogue. */
  readonly catalogue: string
  /** The files of the packed package. */
  readonly files: readonly string[]
  /** Runs a command there to its end. It rejects where the exit code isn't 0. */
  readonly run: (command: string, ...args: string[]) => Promise<{ stdout: string; stderr: string }>
  readonly remove: () => Promise<void>
}

const source = fileURLToPath(new URL('../../../', import.meta.url))

/** Packs the package and installs it as a user would. */
export async function install(): Promise<Installation> {
  const folder = await mkdtemp(join(tmpdir(), 'tributary-installed-'))
  const remove = () => rm(folder, { recursive: true, force: true, maxRetries: 5 })
  try {
    return { ...(await installIn(folder)), remove }
  } catch (error) {
    await remove()
    throw error
  }
}

async function installIn(folder: string): Promise<Omit<Installation, 'remove'>> {
  const [tarball, files] = await packInto(folder)
  const app = join(folder, 'app')
  await mkdir(app)
  const run = runIn(app)
  await run('npm', 'init', '--yes')
  await run('npm', 'install', tarball)
  const installed = join(app, 'node_modules', 'tributary-itsm')
  const catalogue = join(app, 'catalogue')
  await cp(join(installed, 'catalogues', 'example'), catalogue, { recursive: true })
  return { folder: app, package: installed, catalogue, files, run }
}

async function packInto(folder: string): Promise<[tarball: string, files: string[]]> {
  await runIn(source)('npm', 'pack', '--pack-destination', folder)
  const [name] = await readdir(folder)
  const tarball = join(folder, String(name))
  const { stdout } = await runIn(folder)('tar', '-tzf', tarball)
  return [tarball, stdout.trim().split('\n')]
}

const runIn =
  (cwd: string): Installation['run'] =>
  (command, ...args) =>
    promisify(execFile)(command, args, { cwd, env: userEnvironment(), maxBuffer: 64 * 1024 * 1024 }).catch(explained)

/** Compilers, for one, tell on stdout what is wrong. */
function explained(error: Error & { stdout?: string }): never {
  throw new Error(`${error.message}\n${error.stdout ?? ''}`)
}

/** The environment for what is installed in a folder: on the Node.js that came with it. */
export function installedEnvironment(folder: string): NodeJS.ProcessEnv {
  const own = userEnvironment()
  return { ...own, PATH: [join(folder, 'node_modules', '.bin'), own['PATH']].join(delimiter) }
}

/** The environment without what `npm run` adds to it: its own package's commands and settings. */
function userEnvironment(): NodeJS.ProcessEnv {
  const own = /^(npm_(package|lifecycle)_|npm_config_(local_)?prefix$|INIT_CWD$|VITEST|NODE_ENV$)/
  const kept = Object.fromEntries(Object.entries(env).filter(([name]) => !own.test(name)))
  const path = (env.PATH ?? '').split(delimiter).filter((folder) => !folder.startsWith(source))
  return { ...kept, PATH: path.join(delimiter) }
}

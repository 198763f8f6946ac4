import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { composeServices, dockerEntrypoint } from '../compose-file.ts'
import { installedEnvironment } from './installation.ts'
import type { Installation } from './installation.ts'

/** How long it may take to be ready, in milliseconds. */
const patience = 120_000

/** The product, serving. */
export interface StartedProduct {
  /** Where its site and its API are. */
  readonly site: string
  readonly api: string
  /** Ends it as Docker would, and returns its exit code. */
  readonly stop: () => Promise<number | null>
}

/** Somebody without rights, where the tests run as root. */
const nobody = 65534

/**
 * Starts the installed product with the very command of `docker-compose.yml` and `Dockerfile`, on a free port and over the given
 * graph, and confined as there: as somebody who may write only to one folder, where it starts, and to that for temporary files.
 */
export async function startProduct(
  { folder, package: packageFolder, catalogue }: Installation,
  store: Readonly<Record<string, string | undefined>>,
): Promise<StartedProduct> {
  const words = composeServices().tributary.command ?? []
  const args = words.map((word) => ({ '/catalogue': catalogue, '4000': '0', '0.0.0.0': '127.0.0.1' })[word] ?? word)
  const [command, ...bin] = dockerEntrypoint(packageFolder)
  const data = join(folder, '..', 'data')
  const temporary = join(folder, '..', 'tmp')
  const isRoot = process.getuid?.() === 0
  for (const each of [data, temporary]) {
    mkdirSync(each, { recursive: true })
    if (isRoot) chownSync(each, nobody, nobody)
  }
  if (isRoot) chmodSync(join(folder, '..'), 0o755) // Others may pass.
  const product = spawn(command, [...bin, ...args], {
    cwd: data,
    env: { ...installedEnvironment(folder), HOME: data, TMPDIR: temporary, ...store },
    ...(isRoot ? { uid: nobody, gid: nobody } : {}),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const end = () => product.kill('SIGTERM')
  let output = ''
  let answers = ''
  product.stderr.on('data', (text) => (output += String(text)))
  const exit = once(product, 'exit') as Promise<[number | null]>
  const ready = new Promise<void>((resolve, reject) => {
    product.stdout.on('data', (text) => {
      answers += String(text)
      if (/^API .*\n/m.test(answers)) resolve()
    })
    const fail = (what: string) => {
      reject(new Error(`tributary start ${what}:\n${output}${answers}`))
    }
    void exit.then(([code]) => {
      fail(`ended with ${String(code)}`)
    })
    void sleep(patience, undefined, { ref: false }).then(() => {
      fail('is not ready yet')
    })
  })
  await ready.catch((error: unknown) => {
    if (product.exitCode === null) end()
    throw error
  })
  const address = (label: string) => String(new RegExp(`^${label} +(http\\S+)`, 'm').exec(answers)?.[1])
  const stop = async () => {
    end()
    const [code] = await exit
    return code
  }
  return { site: address('Site'), api: address('API'), stop }
}

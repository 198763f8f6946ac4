import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { packageRoot } from '../../graph/package-root.ts'

/** A command of ours that runs in a process of its own. */
export interface RunningCommand {
  readonly process: ChildProcess
  /** All that it has said up to now, on both outputs. */
  said(): string
  /** Waits until it has said something, and gives what was matched. @throws when it ends before. */
  saying(what: RegExp): Promise<string>
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>
}

/** How a command is started. */
export interface CommandOptions {
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
  /** The largest file that it may write, KiB: a disk that is full, without one. */
  readonly largestFile?: number
}

/** Starts `tributary` as people do. What still runs when the suite is over is killed. */
export function startCommand(args: readonly string[], options: CommandOptions = {}): RunningCommand {
  const { cwd = packageRoot, largestFile } = options
  const command = [process.execPath, join(packageRoot, 'cli/tributary.mjs'), ...args]
  const limited = ['bash', '-c', `ulimit -f ${String(largestFile)} && exec "$@"`, 'bash', ...command]
  const [file = '', ...rest] = largestFile === undefined ? command : limited
  const child = spawn(file, rest, {
    cwd,
    env: { ...process.env, TRIBUTARY_STORE: '', ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const output of [child.stdout, child.stderr]) output.on('data', (data: Buffer) => (said += data.toString()))
  const ended = once(child, 'close').then(([code, signal]) => (signal ?? code) as number | NodeJS.Signals | null)
  running.add(child)
  return {
    process: child,
    said: () => said,
    async saying(what) {
      for (;;) {
        const found = what.exec(said)
        if (found !== null) return found[1] ?? found[0]
        const isOver = ended.then(() => true)
        const hasMore = Promise.race([once(child.stdout, 'data'), once(child.stderr, 'data')]).then(() => false)
        if (await Promise.race([isOver, hasMore])) {
          if (what.test(said)) continue
          throw new Error(`It ended without saying ${String(what)}:\n${said}`)
        }
      }
    },
    ended,
  }
}

const running = new Set<ChildProcess>()
afterAll(() => {
  for (const child of running) child.kill('SIGKILL')
})

/** Starts `tributary serve` on a free port. @returns its address beside the command, once it answers. */
export async function startServer(
  args: readonly string[],
  options: CommandOptions = {},
): Promise<RunningCommand & { readonly address: string }> {
  const command = startCommand(['serve', ...args, '--port', '0'], options)
  const address = await command.saying(/^API {3}(http:\S+)\/graphql$/m)
  return { ...command, address }
}

/** What the API of a server answers. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly body: { readonly data?: Readonly<Record<string, unknown>>; readonly errors?: readonly object[] }
}

/** Asks the API of a server. */
export async function ask(address: string, query: string): Promise<Answer> {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  })
  return { status: response.status, headers: response.headers, body: (await response.json()) as Answer['body'] }
}

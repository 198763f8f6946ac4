import { execFileSync, spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { packageRoot } from '../../graph/package-root.ts'

const command = join(packageRoot, 'cli/tributary.mjs')

/** Runs a command of Tributary to its end. @throws where it fails, with what it said. */
export async function tributary(...args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [command, ...args], { stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.on('data', (chunk) => (said += String(chunk)))
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) throw new Error(`tributary ${args[0] ?? ''} ended with ${String(code)}: ${said}`)
}

/** `tributary serve` in a process of its own, whose memory is read from outside. */
export class SoakedServer {
  readonly address: string
  readonly #process: ChildProcess
  readonly #debugger: WebSocket
  #asked = 0

  private constructor(address: string, process: ChildProcess, toDebug: WebSocket) {
    this.address = address
    this.#process = process
    this.#debugger = toDebug
  }

  /** Starts it on a free port. The debugger, by which its heap is measured, listens on this machine only. */
  static async start(...args: readonly string[]): Promise<SoakedServer> {
    const child = spawn(process.execPath, ['--inspect=127.0.0.1:0', command, 'serve', '--port', '0', ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, LOG_LEVEL: 'error' },
    })
    const told = (stream: NodeJS.ReadableStream, pattern: RegExp): Promise<string> =>
      new Promise((resolve, reject) => {
        child.once('exit', () => reject(new Error('The server ended before it answered.')))
        createInterface(stream).on('line', (line) => {
          const found = pattern.exec(line)?.[1]
          if (found !== undefined) resolve(found)
        })
      })
    const [address, inspector] = await Promise.all([
      told(child.stdout, /^API +(.*)\/graphql$/),
      told(child.stderr, /^Debugger listening on (\S+)$/),
    ])
    const socket = new WebSocket(inspector)
    await once(socket, 'open')
    return new SoakedServer(address, child, socket)
  }

  /** Whether it still runs. */
  get isAlive(): boolean {
    return this.#process.exitCode === null && this.#process.signalCode === null
  }

  /** Bytes of JavaScript's heap that are in use after all garbage is collected. */
  async heap(): Promise<number> {
    await this.#ask('HeapProfiler.collectGarbage')
    return (await this.#ask('Runtime.getHeapUsage'))['usedSize'] as number
  }

  /** Bytes of memory that the whole process holds. */
  rss(): number {
    return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(this.#process.pid)], { encoding: 'utf8' })) * 1024
  }

  /** Ends it as an operator would. @returns its exit code. */
  async stop(): Promise<number | null> {
    this.#debugger.close()
    if (!this.isAlive) return this.#process.exitCode
    this.#process.kill('SIGTERM')
    const [code] = (await once(this.#process, 'exit')) as [number | null]
    return code
  }

  #ask(method: string): Promise<Readonly<Record<string, unknown>>> {
    const id = (this.#asked += 1)
    return new Promise((resolve, reject) => {
      const answered = ({ data }: MessageEvent): void => {
        const answer = JSON.parse(String(data)) as { id?: number; result?: Readonly<Record<string, unknown>> }
        if (answer.id !== id) return
        this.#debugger.removeEventListener('message', answered)
        if (answer.result === undefined) reject(new Error(`${method} was refused`))
        else resolve(answer.result)
      }
      this.#debugger.addEventListener('message', answered)
      this.#debugger.send(JSON.stringify({ id, method }))
    })
  }
}

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

const stoppingLoad = join(import.meta.dirname, 'stopping-load.ts')

/** A load in a process of its own. */
export interface StartedLoad {
  /** Waits until it says a word. @throws when it ends without having said it. */
  readonly saying: (word: string) => Promise<void>
  /** Kills it, as nothing can prepare for. @returns the signal that ended it. */
  readonly kill: () => Promise<unknown>
}

/** Starts a load (`stopping-load.ts`) of the catalogue in a folder. @param stopAt what it is to stop at, for good. */
export function startLoad(address: string, folder: string, ...stopAt: readonly string[]): StartedLoad {
  const child = spawn(process.execPath, [stoppingLoad, address, folder, ...stopAt], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  const exit = once(child, 'exit')
  child.stdout.on('data', (data: Buffer) => (said += data.toString()))
  const saying = async (word: string): Promise<void> => {
    while (!said.includes(word)) {
      if (child.exitCode !== null) throw new Error(`The load ended without saying "${word}"`)
      await Promise.race([once(child.stdout, 'data'), exit])
    }
  }
  const kill = async (): Promise<unknown> => {
    child.kill('SIGKILL')
    return (await exit)[1]
  }
  return { saying, kill }
}

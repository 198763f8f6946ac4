import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { constants } from 'node:os'

/**
 * Runs a command on this process's own output and returns its exit code, as a shell would: 128 and the signal's number
 * where one ended it. An aborted `signal` ends it.
 * @throws when there is no such command.
 */
export async function runToEnd(
  command: string,
  args: readonly string[],
  { signal, env = process.env }: { signal: AbortSignal; env?: NodeJS.ProcessEnv },
): Promise<number> {
  const child = spawn(command, args, { stdio: 'inherit', env })
  const end = () => child.kill('SIGTERM')
  signal.addEventListener('abort', end)
  if (signal.aborted) end()
  try {
    const [code, killedBy] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null]
    return code ?? 128 + (killedBy ? constants.signals[killedBy] : 0)
  } catch (error) {
    throw new Error(`${command} can't be started: is it installed?`, { cause: error })
  } finally {
    signal.removeEventListener('abort', end)
  }
}

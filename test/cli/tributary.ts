import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { packageRoot } from '../../graph/package-root.ts'

/** What a run of the command line left behind. */
export interface Run {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs `tributary` as people do, in a process of its own. */
export function tributary(
  args: readonly string[],
  options: { cwd?: string; env?: Record<string, string> } = {},
): Promise<Run> {
  const child = spawn(process.execPath, [join(packageRoot, 'cli/tributary.mjs'), ...args], {
    cwd: options.cwd ?? packageRoot,
    env: { ...process.env, TRIBUTARY_STORE: '', ...options.env },
  })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (data: Buffer) => (stdout += data.toString()))
  child.stderr.on('data', (data: Buffer) => (stderr += data.toString()))
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, stdout, stderr })))
}

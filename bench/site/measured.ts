import { spawn } from 'node:child_process'

/** What a process took. */
export interface Measured {
  /** CPU time of all its threads, in seconds: what a busy machine changes least. */
  readonly cpu: number
  /** The most memory that it held, in MB. */
  readonly peak: number
}

/** Says on its way out what the process took. */
const hook = `data:text/javascript,${encodeURIComponent(
  'process.on("exit", () => { const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage(); process.stderr.write(`\\nTOOK ${userCPUTime + systemCPUTime} ${maxRSS}`) })',
)}`

/** Runs Node.js on some arguments to its end. @throws Error with all that it said where it fails. */
export async function measured(args: readonly string[]): Promise<Measured> {
  const child = spawn(process.execPath, ['--import', hook, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (said += data.toString()))
  const code = await new Promise((resolve) => child.on('close', resolve))
  const took = /TOOK (\d+) (\d+)/.exec(said)
  if (code !== 0 || took === null) throw new Error(said)
  return { cpu: Number(took[1]) / 1e6, peak: Number(took[2]) / 1024 }
}

import { execFile, spawn } from 'node:child_process'
import { SourceError } from './source.ts'

/** The most that git may answer in one go: lists of files. */
const mostBytes = 256 * 1024 * 1024

/**
 * Asks git, in a folder, without a shell; nothing that is asked here writes into the repository.
 * @throws SourceError when git isn't there, or refuses: with its own words.
 */
export function git(folder: string, ...args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const said = ['-C', folder, ...args]
    execFile('git', said, { maxBuffer: mostBytes, env: quiet() }, (error, stdout, stderr) => {
      if (error === null) resolve(stdout)
      else reject(refusal(error, stderr))
    })
  })
}

/**
 * What git must be told so that it answers the same everywhere and leaves the index alone. Hooks say which repository they run
 * in; here the folder does.
 */
function quiet(): NodeJS.ProcessEnv {
  const others = Object.entries(process.env).filter(([name]) => !saidByHooks.includes(name))
  return { ...Object.fromEntries(others), LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0' }
}

const saidByHooks = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE']

function refusal(error: Error & { code?: unknown }, stderr: string): Error {
  if (error.code === 'ENOENT') {
    return new SourceError(
      'Revisions are read with git, and git isn’t installed.',
      'Install it, or compare two folders.',
    )
  }
  const told = stderr.trim().split('\n')[0] ?? ''
  return new SourceError(told === '' ? `git failed: ${error.message}` : `git says: ${told.replace(/^fatal: /, '')}`)
}

/**
 * The contents of objects, in their order, from one process.
 * @param objects their hashes.
 */
export function readObjects(folder: string, objects: readonly string[]): Promise<Buffer[]> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', ['-C', folder, 'cat-file', '--batch'], { env: quiet(), stdio: ['pipe', 'pipe', 'pipe'] })
    const chunks: Buffer[] = []
    let told = ''
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => (told += chunk.toString()))
    child.on('error', (error) => {
      reject(refusal(error, told))
    })
    child.on('close', (code) => {
      if (code !== 0) {
        reject(refusal(new Error(`exit code ${String(code)}`), told))
        return
      }
      try {
        resolve(contentsIn(Buffer.concat(chunks), objects))
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)))
      }
    })
    // Where git ends early, its exit code says why.
    child.stdin.on('error', () => undefined)
    child.stdin.end(objects.map((object) => `${object}\n`).join(''))
  })
}

/** Takes the answers apart: each "HASH TYPE SIZE", a line break, so many bytes, a line break. */
function contentsIn(answer: Buffer, objects: readonly string[]): Buffer[] {
  let at = 0
  return objects.map((object) => {
    const lineEnd = answer.indexOf('\n', at)
    const [, type, size] = answer.toString('latin1', at, lineEnd).split(' ')
    // A partial clone without its server, or a damaged repository.
    if (lineEnd === -1 || type !== 'blob') throw new SourceError(`The repository doesn’t have the object ${object}.`)
    const start = lineEnd + 1
    at = start + Number(size) + 1
    return answer.subarray(start, at - 1)
  })
}

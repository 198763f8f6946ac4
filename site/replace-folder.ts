import { existsSync } from 'node:fs'
import { cp, mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'

/**
 * A new folder to work in: beside `folder`, so that it can be renamed; elsewhere where nothing may be written there. It bears
 * the number of the process, by which `clearKilled` knows it.
 */
export async function workFolder(folder: string): Promise<string> {
  const name = `.${basename(folder)}-${String(process.pid)}-`
  return mkdtemp(join(dirname(folder), name)).catch(() => mkdtemp(join(tmpdir(), `tributary${name}`)))
}

/**
 * Clears what builds of `folder` left that were killed on this machine. Where one was killed between the two renames that put a
 * folder in place, what was there before is there again.
 * @param aside the name in a work folder of what was there before.
 */
export async function clearKilled(folder: string, aside: string): Promise<void> {
  const names = await readdir(dirname(folder)).catch(() => [])
  for (const name of names) {
    if (!name.startsWith(`.${basename(folder)}-`)) continue
    const [, pid] = /-(\d+)-\w{6}$/.exec(name) ?? []
    if (pid === undefined || isRunning(Number(pid))) continue
    const work = join(dirname(folder), name)
    if (!existsSync(folder) && existsSync(join(work, aside))) await rename(join(work, aside), folder)
    await rm(work, { recursive: true, force: true })
  }
}

/** Whether there is another process of this number. In a container, whose first process is always 1, it is this one. */
function isRunning(pid: number): boolean {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/**
 * Puts `built` where `folder` is. For as long as two renames take, there is none. Where the folder can't be renamed, because
 * it is mounted or lies on another disk, it is filled instead: new files first, then what is no longer there goes.
 * @param aside a name beside `built` for what was there before.
 */
export async function replaceFolder(folder: string, built: string, aside: string): Promise<void> {
  try {
    if (existsSync(folder)) await rename(folder, aside)
    await rename(built, folder)
  } catch {
    if (existsSync(aside)) await rename(aside, folder)
    await fillFolder(folder, built)
  }
}

/** Makes what is in `folder` what is in `built`, file by file. */
export async function fillFolder(folder: string, built: string): Promise<void> {
  await cp(built, folder, { recursive: true, force: true })
  const wanted = new Set(await readdir(built, { recursive: true }))
  for (const name of await readdir(folder, { recursive: true })) {
    if (!wanted.has(name)) await rm(join(folder, name), { recursive: true, force: true })
  }
}

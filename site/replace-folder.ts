import { existsSync } from 'node:fs'
import { cp, mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'

/** A new folder to work in: beside `folder`, so that it can be renamed; elsewhere where nothing may be written there. */
export async function workFolder(folder: string): Promise<string> {
  const name = `.${basename(folder)}-`
  return mkdtemp(join(dirname(folder), name)).catch(() => mkdtemp(join(tmpdir(), `tributary${name}`)))
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

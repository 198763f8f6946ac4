import { Grafeo, isDamage } from './grafeo.ts'
import type { GraphFiles } from './graph-files.ts'

/**
 * Makes a damaged graph one that can be loaded again: damaged files are put aside, and the newest one that is whole becomes
 * the current one; where none is, the graph is empty.
 * @returns what was found and done, in words; undefined where the current file is whole, or nothing was ever written.
 * @throws StoreError when another writer is at work, and what the file system reports.
 */
export async function mendFiles(files: GraphFiles): Promise<string | undefined> {
  if (isWhole(files)) return undefined
  const unlock = files.lock()
  try {
    if (isWhole(files)) return undefined // Somebody else was faster.
    const aside: string[] = []
    let whole: string | undefined
    for (const name of await files.names()) {
      if (succeeds(() => open(files, name))) {
        whole = name
        break
      }
      aside.push(await files.putAside(name))
    }
    if (whole === undefined) await files.pointNowhere()
    else await files.point(whole)
    return told(aside, whole !== undefined)
  } finally {
    unlock()
  }
}

/** Whether the current file is as it was written, or there is none because nothing was. */
function isWhole(files: GraphFiles): boolean {
  return succeeds(() => {
    const name = files.current()
    if (name !== undefined) open(files, name)
  })
}

function open(files: GraphFiles, name: string): void {
  Grafeo.openReadOnly(files.path(name)).close()
}

/** Whether what is read is as it was written. @throws what else is the matter. */
function succeeds(read: () => void): boolean {
  try {
    read()
    return true
  } catch (error) {
    if (isDamage(error)) return false
    throw error
  }
}

function told(aside: readonly string[], isSomethingWhole: boolean): string {
  const what = aside.length === 0 ? 'what said which file to read was damaged' : `put aside: ${aside.join(', ')}`
  return isSomethingWhole
    ? `The graph was damaged (${what}). It is again what was loaded before, with its revisions.`
    : `The graph was damaged (${what}). Nothing else was there: it begins anew, and what earlier loads changed is forgotten.`
}

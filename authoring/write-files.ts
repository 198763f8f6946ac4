import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** A file as it becomes. */
export interface FileChange {
  readonly path: string
  /** The path that it gets; where it stays when left out. */
  readonly to?: string
  /** What it holds then; undefined: it goes. */
  readonly content: string | undefined
}

/**
 * Writes files, new ones too, and takes away others, in their order: all of it or nothing. Each is written beside its place
 * first, so that what fails (a full disk, a file that nobody may write) leaves everything as it was. Rights stay.
 * @throws what the system says, after everything has been put back.
 */
export function writeFiles(changes: readonly FileChange[]): void {
  const written: { readonly temporary: string | undefined; readonly change: FileChange }[] = []
  const undo: (() => void)[] = []
  try {
    for (const change of changes) written.push({ temporary: writtenBeside(change), change })
    for (const { temporary, change } of written) {
      const { path, to: target = path } = change
      const before = existsSync(path) ? { content: readFileSync(path), mode: statSync(path).mode } : undefined
      const isNew = !existsSync(target)
      if (temporary !== undefined) renameSync(temporary, target)
      undo.push(() => {
        if (isNew) rmSync(target, { force: true })
        if (before !== undefined) writeFileSync(path, before.content, { mode: before.mode })
      })
      if (temporary === undefined || (isNew && target !== path)) rmSync(path, { force: true })
    }
  } catch (error) {
    for (const each of undo.reverse()) each()
    for (const change of changes) rmSync(placeBeside(change), { force: true })
    throw error
  }
}

const placeBeside = ({ path, to = path }: FileChange): string =>
  join(dirname(to), `.${basename(to)}.${String(process.pid)}.tributary`)

/** Writes what a file becomes beside its place; nothing where it goes. */
function writtenBeside(change: FileChange): string | undefined {
  if (change.content === undefined) return undefined
  const temporary = placeBeside(change)
  mkdirSync(dirname(temporary), { recursive: true })
  writeFileSync(temporary, change.content)
  if (existsSync(change.path)) chmodSync(temporary, statSync(change.path).mode)
  return temporary
}

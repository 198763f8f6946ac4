import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** A file as it becomes. */
export interface FileChange {
  readonly path: string
  /** The path that it gets; where it stays when left out. */
  readonly to?: string
  readonly content: string
}

/**
 * Writes files: all of them or none. Each is written beside its place first, so that what fails (a full disk, a file that
 * nobody may write) leaves everything as it was. Rights stay.
 * @throws what the system says, after everything has been put back.
 */
export function writeFiles(changes: readonly FileChange[]): void {
  const written: { readonly temporary: string; readonly change: FileChange }[] = []
  const undo: (() => void)[] = []
  try {
    for (const change of changes) {
      const target = change.to ?? change.path
      mkdirSync(dirname(target), { recursive: true })
      const temporary = join(dirname(target), `.${basename(target)}.${String(process.pid)}.tributary`)
      written.push({ temporary, change })
      writeFileSync(temporary, change.content)
      chmodSync(temporary, statSync(change.path).mode)
    }
    for (const { temporary, change } of written) {
      const before = readFileSync(change.path)
      const mode = statSync(change.path).mode
      const target = change.to ?? change.path
      const isNew = !existsSync(target)
      renameSync(temporary, target)
      undo.push(() => {
        if (isNew) rmSync(target, { force: true })
        writeFileSync(change.path, before, { mode })
      })
      if (isNew) rmSync(change.path)
    }
  } catch (error) {
    for (const each of undo.reverse()) each()
    for (const { temporary } of written) rmSync(temporary, { force: true })
    throw error
  }
}

import { relative } from 'node:path'
import { lineChanges } from '../line-diff.ts'
import type { RenamePlan } from './plan-rename.ts'

/** A renaming as people read it: each file with its lines as they were and as they become, as in a patch. */
export function formatRename({ files }: RenamePlan, from: string = process.cwd()): string {
  return files
    .flatMap(({ path, to = path, before, after }) => [
      `--- ${shown(path, from)}`,
      `+++ ${shown(to, from)}`,
      ...lineChanges(before, after).flatMap(({ line, removed, added }) => [
        `@@ line ${String(line)} @@`,
        ...removed.map((each) => `-${each}`),
        ...added.map((each) => `+${each}`),
      ]),
    ])
    .join('\n')
}

/**
 * The same as one JSON object: `{"from", "to", "ids": [{"from", "to"}], "files": [{"file", "to"?, "changes": [{"line",
 * "removed": […], "added": […]}]}], "written"}`.
 */
export function formatRenameJson({ from, to, ids, files }: RenamePlan, written: boolean): string {
  const said = {
    ...{ from, to, ids: [...ids].map(([old, id]) => ({ from: old, to: id })) },
    files: files.map((file) => ({
      ...{ file: file.path, to: file.to, changes: lineChanges(file.before, file.after) },
    })),
    written,
  }
  return JSON.stringify(said, null, 2)
}

/** A path as people would type it. */
function shown(path: string, from: string): string {
  const way = relative(from, path)
  return way.length < path.length && way !== '' ? way : path
}

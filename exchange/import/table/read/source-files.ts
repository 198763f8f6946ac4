import { globSync, statSync } from 'node:fs'
import { basename, join, relative, resolve, sep } from 'node:path'
import { ImportError } from '../../imported.ts'
import type { Mapping } from '../mapping/mapping.ts'

/** A file to read, and what records call it. */
export interface SourceFile {
  readonly path: string
  readonly name: string
}

const readable = '**/*.{csv,tsv,txt,xlsx,xlsm,yaml,yml,json,jsonl,ndjson,md}'
/** More files are no source of one table. */
const mostFiles = 50_000

/**
 * The files of each source of a mapping: those of the command line (a folder: all tables in it) whose names fit the source's
 * `file`; without any, what `file` names beside the mapping.
 * @throws ImportError where a source has no file, or a file no source.
 */
export function sourceFiles({ sources }: Mapping, said: readonly string[], folder: string): SourceFile[][] {
  const given = said.flatMap(filesOf)
  if (given.length > mostFiles) throw new ImportError(`These are more than ${mostFiles} files.`)
  const chosen = sources.map(({ file }, i) => {
    const patterns = file === undefined ? [] : [file].flat()
    if (given.length === 0) return patterns.flatMap((pattern) => beside(pattern, folder))
    return patterns.length === 0
      ? given
      : given.filter(
          (each) =>
            patterns.some((pattern) => fits(each, pattern)) || (said.length === 1 && sources.length === 1 && i === 0),
        )
  })
  chosen.forEach((files, i) => {
    if (files.length > 0) return
    const which = sources.length === 1 ? '' : ` for source ${i + 1}`
    const names = sources[i]?.file === undefined ? '' : ` None is called ${[sources[i].file].flat().join(' or ')}.`
    throw new ImportError(`Name the file to import${which}, on the command line or in the mapping (file: …).${names}`)
  })
  const idle = given.find((each) => !chosen.some((files) => files.includes(each)))
  if (idle !== undefined)
    throw new ImportError(`${idle.path}: No source of the mapping reads this file: its file: says other names.`)
  return chosen
}

/** A file of the command line, or all tables in a folder. */
export function filesOf(path: string): SourceFile[] {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
  if (!isFolder) return [{ path, name: basename(path) }]
  const found = globSync(readable, { cwd: path }).sort()
  if (found.length === 0) throw new ImportError(`${path}: There is no table in this folder.`)
  return found.map((each) => ({ path: join(path, each), name: each.split(sep).join('/') }))
}

function beside(pattern: string, folder: string): SourceFile[] {
  const found = globSync(pattern, { cwd: folder }).sort()
  if (found.length === 0) throw new ImportError(`There is no file "${pattern}" beside the mapping.`)
  return found.map((each) => ({
    path: resolve(folder, each),
    name: relative(folder, resolve(folder, each)).split(sep).join('/'),
  }))
}

/** Whether a file's name, or the end of its path, is as the pattern says; * stands for anything within a name. */
function fits({ path, name }: SourceFile, pattern: string): boolean {
  const expression = pattern
    .replace(/^\.\//, '')
    .split('*')
    .map((each) => each.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*')
  return (
    new RegExp(`(^|/)${expression}$`, 'i').test(name) ||
    new RegExp(`(^|/)${expression}$`, 'i').test(resolve(path).split(sep).join('/'))
  )
}

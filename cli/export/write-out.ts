import type { Exported } from '../../exchange/export/exported.ts'
import { writeFileOf, writeStreamOf } from '../../exchange/export/write-chunks.ts'
import { exitCodes, Failure } from '../failure.ts'
import { say } from '../progress.ts'

/** Writes an export to a file, or to stdout where none is named. @throws Failure where the file can't be written. */
export async function writeOut(chunks: Iterable<string>, out: string | undefined): Promise<void> {
  if (out === undefined) {
    await writeStreamOf(chunks, process.stdout)
    return
  }
  try {
    await writeFileOf(chunks, out)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    const why = code === 'EISDIR' ? 'it is a folder: name a file' : `the system says ${code}`
    throw new Failure(`${out} can't be written: ${why}.`, exitCodes.wrongUse)
  }
}

/** Says on stderr what was exported, and where to. */
export function sayExported({ items, relations, revision }: Exported, out: string | undefined): void {
  const counted = (count: number, one: string): string =>
    `${count.toLocaleString('en')} ${one}${count === 1 ? '' : 's'}`
  const where = out === undefined ? '' : `: ${out}`
  say(
    `${counted(items.size, 'item')} and ${counted(relations.length, 'relation')} of revision ${String(revision)}${where}`,
  )
}

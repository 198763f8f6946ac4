import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** Characters that are written at once. */
const block = 64_000

/** Writes a text to a file as it comes: the file is there as a whole or, where that fails, as it was before. */
export async function writeFileOf(chunks: Iterable<string>, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const part = `${path}.${String(process.pid)}.part`
  try {
    await pipeline(Readable.from(blocks(chunks)), createWriteStream(part))
    await rename(part, path)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}

/** Writes a text to a stream that stays open, no faster than it is read. A reader that has enough (`| head`) ends it. */
export async function writeStreamOf(chunks: Iterable<string>, to: NodeJS.WritableStream): Promise<void> {
  try {
    await pipeline(Readable.from(blocks(chunks)), to, { end: false })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error
  }
}

function* blocks(chunks: Iterable<string>): Generator<string> {
  let some = ''
  for (const chunk of chunks) {
    some += chunk
    if (some.length < block) continue
    yield some
    some = ''
  }
  if (some !== '') yield some
}

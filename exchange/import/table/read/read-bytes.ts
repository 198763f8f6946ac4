import { readFileSync, statSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { GuessingDecoder } from '../../../../graph/text/guessing-decoder.ts'
import { ImportError } from '../../imported.ts'

/** Larger tables are no registers. Said in the README. */
const largest = 256 * 1024 * 1024

const refusals: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file.',
  EACCES: 'You may not read this file.',
  ENOTDIR: 'There is no such file.',
  ERR_BUFFER_TOO_LARGE: 'Unpacked it is larger than 256 MB: divide it.',
  Z_DATA_ERROR: 'The packed file is damaged. Fetch it again.',
  Z_BUF_ERROR: 'The packed file is cut off. Fetch it again.',
}

/**
 * A file's bytes, unpacked where it is packed with gzip.
 * @throws ImportError where it can't be read, is no file, is empty or larger than 256 MB.
 */
export function readBytes(path: string, name: string): Buffer {
  try {
    const stats = statSync(path)
    if (!stats.isFile()) throw new ImportError(`${name}: This is no file. Name the file with the table.`)
    if (stats.size > largest) throw new ImportError(`${name}: It is larger than 256 MB: divide it.`)
    const bytes = readFileSync(path)
    const unpacked = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes, { maxOutputLength: largest }) : bytes
    if (unpacked.length === 0) throw new ImportError(`${name}: The file is empty.`)
    return unpacked
  } catch (error) {
    const reason = refusals[(error as NodeJS.ErrnoException).code ?? '']
    throw reason === undefined ? error : new ImportError(`${name}: ${reason}`)
  }
}

/**
 * Bytes as text: as the mapping says, or UTF-8, UTF-16 or Windows-1252, whichever it is, without a byte order mark.
 * @throws ImportError where there is no such encoding.
 */
export function decode(
  bytes: Buffer,
  name: string,
  encoding?: string,
): { readonly text: string; readonly note?: string } {
  if (encoding !== undefined) {
    try {
      return { text: new TextDecoder(encoding).decode(bytes) }
    } catch {
      throw new ImportError(
        `${name}: There is no text encoding "${encoding}". Write windows-1252, iso-8859-2, utf-16le …`,
      )
    }
  }
  const decoder = new GuessingDecoder()
  const text = `${decoder.decode(bytes)}${decoder.end()}`
  const damaged = decoder.damaged ? ' Some of its signs are damaged.' : ''
  return decoder.encoding === 'UTF-8' && damaged === ''
    ? { text }
    : { text, note: `${name} was read as ${decoder.encoding}.${damaged}` }
}

import { createReadStream, statSync } from 'node:fs'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { LogError } from '../log-event.ts'

/** Told how many bytes of how many are read; 0 of them where nobody knows. */
export type OnRead = (bytes: number, of: number) => void

/** A log's file, unpacked. */
export interface LogBytes {
  readonly packed: boolean
  readonly chunks: AsyncGenerator<Buffer, void>
}

/** Why a file can't be opened, by the system's code. */
const refusals: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file.',
  EISDIR: 'This is a folder. Name the log’s file in it.',
  EACCES: 'You may not read this file.',
  Z_DATA_ERROR: 'The packed file is damaged. Fetch it again, or unpack it with another tool.',
  Z_BUF_ERROR: 'The packed file is cut off. Fetch it again.',
}

/**
 * Opens a file to read it from beginning to end, unpacking it where it is packed with gzip, whatever its name.
 * @throws LogError where it can't be read, also while reading.
 */
export async function openBytes(file: string, onRead: OnRead = () => undefined): Promise<LogBytes> {
  try {
    const { size } = statSync(file)
    const raw = readRaw(file, size, onRead)
    const first = await raw.next()
    if (first.done === true) throw new LogError('The file is empty.')
    const packed = first.value[0] === 0x1f && first.value[1] === 0x8b
    return { packed, chunks: packed ? unpacked(first.value, raw) : together(first.value, raw) }
  } catch (error) {
    throw explained(error)
  }
}

async function* readRaw(file: string, size: number, onRead: OnRead): AsyncGenerator<Buffer, void> {
  let read = 0
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 18 })) {
    read += (chunk as Buffer).length
    onRead(read, size)
    yield chunk as Buffer
  }
}

async function* together(first: Buffer, rest: AsyncGenerator<Buffer, void>): AsyncGenerator<Buffer, void> {
  try {
    yield first
    yield* rest
  } catch (error) {
    throw explained(error)
  }
}

async function* unpacked(first: Buffer, rest: AsyncGenerator<Buffer, void>): AsyncGenerator<Buffer, void> {
  const source = Readable.from(together(first, rest))
  const gunzip = createGunzip({ chunkSize: 1 << 18 })
  source.on('error', (error) => gunzip.destroy(error))
  try {
    for await (const chunk of source.pipe(gunzip)) yield chunk as Buffer
  } catch (error) {
    throw explained(error)
  } finally {
    source.destroy()
  }
}

function explained(error: unknown): unknown {
  const message = refusals[(error as NodeJS.ErrnoException).code ?? '']
  return message === undefined ? error : new LogError(message)
}

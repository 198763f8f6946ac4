import { readFileSync, statSync } from 'node:fs'
import type { Place } from './finding.ts'
import type { Report } from './report.ts'

/** Larger files are mistakes: a catalogue file is written by people. */
const largest = 5 * 1024 * 1024

/**
 * A file's text: UTF-8, without its byte order mark. Anything else is reported with the place of the first bad byte.
 * @returns undefined when it was reported.
 */
export function readText(place: Place, report: Report): string | undefined {
  const bytes = readBytes(place, report)
  if (bytes === undefined) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const at = firstBadByte(bytes)
    const before = new TextDecoder().decode(bytes.subarray(0, at))
    const line = before.split('\n').length
    const column = before.length - before.lastIndexOf('\n')
    report.error('encoding', { ...place, line, column }, 'This file is not UTF-8.', {
      hint: bytes[0] === 0xff || bytes[0] === 0xfe ? 'It looks like UTF-16: save it as UTF-8.' : 'Save it as UTF-8.',
    })
    return undefined
  }
}

/** A file's bytes; undefined when it is no regular file, too large, or the system refuses it: that was reported. */
function readBytes(place: Place, report: Report): Uint8Array | undefined {
  try {
    const stats = statSync(place.path)
    if (!stats.isFile()) {
      const what = stats.isDirectory() ? 'a folder' : 'a pipe, a socket or a device'
      report.error('not-a-file', place, `This is no file but ${what}: it is not read.`, {
        hint: 'Put a file in its place, or give it another name.',
      })
    } else if (stats.size > largest) {
      report.error('file-size', place, 'This file is larger than 5 MiB.', {
        hint: 'One file holds one item: split it.',
      })
    } else return readFileSync(place.path)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error)
    report.error('unreadable', place, `This file can't be read: the system says ${code}.`, {
      hint: code === 'EACCES' ? 'Give yourself the right to read it.' : undefined,
    })
  }
  return undefined
}

/** Offset of the first byte that isn't UTF-8, found by halving. */
function firstBadByte(bytes: Uint8Array): number {
  const decodes = (length: number): boolean => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, length), { stream: true })
      return true
    } catch {
      return false
    }
  }
  let good = 0
  let bad = bytes.length
  while (good < bad - 1) {
    const middle = (good + bad) >> 1
    if (decodes(middle)) good = middle
    else bad = middle
  }
  return good
}

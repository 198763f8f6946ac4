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
  if (statSync(place.path).size > largest) {
    report.error('file-size', place, 'This file is larger than 5 MiB.', { hint: 'One file holds one item: split it.' })
    return undefined
  }
  const bytes = readFileSync(place.path)
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

import { readFileSync } from 'node:fs'

/** A file's text as it is edited: without its byte order mark, which it keeps. */
export interface SourceFile {
  readonly path: string
  readonly text: string
  readonly mark: '' | '\uFEFF'
}

/** Reads a file to be edited; undefined where it isn't UTF-8, and would be another after being written. */
export function readSource(path: string): SourceFile | undefined {
  try {
    const whole = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(path))
    const mark = whole.startsWith('\uFEFF') ? '\uFEFF' : ''
    return { path, text: whole.slice(mark.length), mark }
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

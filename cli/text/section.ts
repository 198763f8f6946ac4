import { indent, widthOf } from './wrap.ts'

/** The title of an answer, underlined. */
export const title = (text: string): string => `${text}\n${'═'.repeat(widthOf(text))}`

/** A part of an answer below its heading; nothing where there is nothing to say. */
export const section = (heading: string, body: string): string =>
  body === '' ? '' : `${heading.toUpperCase()}\n\n${indent(body)}`

/** Parts with an empty line between them. Empty parts are left out. */
export const blocks = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n\n')

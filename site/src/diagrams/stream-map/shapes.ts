import { textWidth } from './text-width.ts'
import type { Font } from './text-width.ts'

/** Units are SVG's, one to a pixel at full size; y grows downwards. */
export interface Point {
  readonly x: number
  readonly y: number
}

export interface Box extends Point {
  readonly width: number
  readonly height: number
}

/** What a text is, and so how it is set: also its class in the drawing. */
export type Role = 'title' | 'name' | 'no' | 'tiny' | 'beside' | 'figure' | 'share' | 'time' | 'total' | 'remark'

export const fonts: Readonly<Record<Role, Font>> = {
  title: { size: 12, bold: true },
  name: { size: 12, bold: true },
  no: { size: 11, bold: true },
  tiny: { size: 9, bold: true },
  beside: { size: 10.5 },
  figure: { size: 10.5 },
  share: { size: 11, bold: true },
  time: { size: 11 },
  total: { size: 11, bold: true },
  remark: { size: 11 },
}

/** Roles whose texts stand around their point's x; all others begin there. */
export const isCentred = (role: Role): boolean => role === 'no' || role === 'tiny'

/** One line of text: where its baseline begins, or has its middle. */
export interface Label extends Point {
  readonly role: Role
  readonly text: string
}

/** The room that a text takes at most: Arial's ascent and descent, and the width of its letters. */
export function labelBox({ x, y, role, text }: Label): Box {
  const font = fonts[role]
  const width = textWidth(text, font)
  return { x: isCentred(role) ? x - width / 2 : x, y: y - 0.905 * font.size, width, height: 1.117 * font.size }
}

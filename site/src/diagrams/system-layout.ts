import { messages } from '../messages/messages.ts'
import type { Room } from './stream-picture.ts'
import type { Part, SystemPicture } from './system-picture.ts'

/** A box. */
interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Where everything of the system's picture stands. */
export interface SystemLayout {
  readonly width: number
  readonly height: number
  readonly frame: Box
  /** The chain's box, and where its lanes begin in it. */
  readonly chain: Box & { readonly left: number; readonly top: number }
  readonly parts: readonly (Box & Part)[]
  /** Into the system and out of it. */
  readonly arrows: readonly string[]
  /** The stream's line before its first step and after its last, within the lanes. */
  readonly line: readonly string[]
  readonly words: readonly {
    readonly x: number
    readonly y: number
    readonly text: string
    readonly role: 'system-name' | 'chain-name' | 'end-name' | 'end-note'
    readonly anchor: 'start' | 'middle' | 'end'
  }[]
}

const partHeight = 34

/** Sizes by room: between boxes, from the chain's edge to its lanes, and for what comes in and goes out. */
const spaces: Readonly<Record<Room, { gap: number; inset: number; side: number; top: number }>> = {
  wide: { gap: 14, inset: 12, side: 104, top: 0 },
  narrow: { gap: 8, inset: 6, side: 0, top: 34 },
}

/** How much width the frame, the chain's box and the ends take beside the lanes. */
export const aroundLanes: Readonly<Record<Room, number>> = {
  wide: widthAround('wide'),
  narrow: widthAround('narrow'),
}

function widthAround(room: Room): number {
  const { gap, inset, side } = spaces[room]
  return 2 * (gap + inset + side) + 2
}

/** Lays the system out around the lanes of its chain. On phones, what comes in and goes out stands above and below. */
export function systemLayout({ chain, above, below }: SystemPicture, room: Room): SystemLayout {
  const isWide = room === 'wide'
  const { gap, inset, side, top } = spaces[room]
  const inner = chain.width + 2 * inset
  const frame: Box = {
    x: side + 1,
    y: top + 1,
    width: inner + 2 * gap,
    height: chain.height + 2 * partHeight + 5 * gap + 58,
  }
  const box: Box = {
    x: frame.x + gap,
    y: frame.y + 34 + partHeight + gap,
    width: inner,
    height: chain.height + 32 + inset,
  }
  const [left, lanesTop] = [box.x + inset, box.y + 32]
  const row = (parts: readonly Part[], y: number): (Box & Part)[] => {
    const width = (inner - gap * (parts.length - 1)) / parts.length
    return parts.map((part, i) => ({ ...part, x: box.x + i * (width + gap), y, width, height: partHeight }))
  }
  const middle = frame.y + frame.height / 2
  const right = frame.x + frame.width
  const [first, last] = [chain.dots[0], chain.dots.at(-1)]
  const lanesRight = chain.width
  return {
    width: right + side + 1,
    height: frame.y + frame.height + top + 1,
    frame,
    chain: { ...box, left, top: lanesTop },
    parts: [...row(above, frame.y + 34), ...row(below, box.y + box.height + gap)],
    arrows: isWide
      ? [
          `M8 ${String(middle)}H${String(side - 6)}`,
          `M${String(right + 6)} ${String(middle)}H${String(right + side - 6)}`,
        ]
      : [`M22 6V${String(top - 4)}`, `M${String(right - 22)} ${String(frame.y + frame.height + 4)}v24`],
    line:
      first === undefined || last === undefined
        ? []
        : [
            `M${String(first.x - 50)} ${String(first.y + 0.01)}L${String(first.x - 14)} ${String(first.y)}`,
            ...(isWide ? [`M${String(last.x + 13)} ${String(last.y)}H${String(lanesRight - 8)}`] : []),
          ],
    words: [
      { x: frame.x + gap + 2, y: frame.y + 23, text: messages.system.system, role: 'system-name', anchor: 'start' },
      { x: box.x + 12, y: box.y + 21, text: messages.system.chain, role: 'chain-name', anchor: 'start' },
      ...(isWide ? sideWords(side, middle, right) : stackedWords(right, frame)),
    ],
  }
}

function sideWords(side: number, middle: number, right: number): SystemLayout['words'] {
  const at = (x: number, y: number, text: string, role: 'end-name' | 'end-note'): SystemLayout['words'][number] => ({
    x,
    y,
    text,
    role,
    anchor: 'middle',
  })
  return [
    at(side / 2, middle - 32, messages.system.demand, 'end-name'),
    at(side / 2, middle - 15, messages.system.orOpportunity, 'end-note'),
    at(right + side / 2, middle - 32, messages.system.value, 'end-name'),
    at(right + side / 2, middle - 15, messages.system.coCreated, 'end-note'),
  ]
}

function stackedWords(right: number, frame: Box): SystemLayout['words'] {
  return [
    { x: 36, y: 20, text: messages.system.demandOrOpportunity, role: 'end-name', anchor: 'start' },
    { x: right - 36, y: frame.y + frame.height + 22, text: messages.system.value, role: 'end-name', anchor: 'end' },
  ]
}

import { linesThatFit } from '../lines-that-fit.ts'
import { isMeasured, textWidth } from '../stream-map/text-width.ts'
import { messages } from '../../messages/messages.ts'
import type { ImpactTree, TreeItem } from './impact-tree.ts'

/** The ways of a failure, drawn from left to right: ready to be written as SVG. */
export interface ImpactPicture {
  readonly width: number
  readonly height: number
  readonly columns: readonly { readonly x: number; readonly text: string }[]
  readonly boxes: readonly PictureBox[]
  /** Paths of lines from box to box. */
  readonly ways: readonly string[]
}

/** An item as a box. */
export interface PictureBox {
  readonly id: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly lines: readonly PictureLine[]
}

/** A line of text. One whose width is known takes just that width on whatever font it is set in. */
export interface PictureLine {
  readonly text: string
  readonly width: number | undefined
}

const font = { size: 12, bold: true }
const [widest, widestBox, gap, heading, lineHeight, most] = [992, 200, 34, 30, 15, 3]
/** Above and below a box's name: its sign and kind stand below. */
const around = 30

/** Lays out a tree of ways: streams and services stand right, every box beside what it takes along. */
export function impactPicture({ root }: ImpactTree, nameOf: (id: string) => string): ImpactPicture {
  const placed: Placed[] = []
  const last = depthOf(root)
  const rows = place(root, 0, 0, last, placed)
  const boxWidth = Math.min(widestBox, (widest - gap * last) / (last + 1))
  const xOf = (column: number): number => column * (boxWidth + gap)
  const drawn = placed.map((each) => ({
    ...each,
    lines: linesThatFit(nameOf(each.item.id), boxWidth - 18, font, most),
  }))
  const tallest = Math.max(...drawn.map(({ lines }) => lines.length))
  const pitch = tallest * lineHeight + around + 12
  const middle = (row: number): number => heading + (row + 0.5) * pitch
  const ways = drawn.flatMap(({ from, column, row }) =>
    from === undefined
      ? []
      : [wayOf(xOf(from.column) + boxWidth, middle(from.row), xOf(from.column + 1), xOf(column), middle(row))],
  )
  return {
    width: xOf(last) + boxWidth,
    height: heading + rows * pitch,
    columns: Array.from({ length: last + 1 }, (_, column) => ({ x: xOf(column), text: titleOf(column, last) })),
    boxes: drawn.map(({ item, column, row, lines }) => {
      const height = lines.length * lineHeight + around
      const y = middle(row) - height / 2
      return { id: item.id, x: xOf(column), y, width: boxWidth, height, lines: lines.map(fitted) }
    }),
    ways,
  }
}

interface Placed {
  readonly item: TreeItem
  readonly column: number
  readonly row: number
  readonly from: { readonly column: number; readonly row: number } | undefined
}

const depthOf = ({ children }: TreeItem): number => Math.max(0, ...children.map((child) => depthOf(child) + 1))

/** Places an item and all below it from a row on; says how many rows that took. What ends a way stands in the last column. */
function place(item: TreeItem, column: number, row: number, last: number, placed: Placed[]): number {
  const { children } = item
  const at = { column: children.length === 0 ? last : column }
  let rows = 0
  const starts = children.map((child) => {
    const start = row + rows
    const size = place(child, column + 1, start, last, placed)
    rows += size
    return start
  })
  const size = Math.max(1, rows)
  const own = { ...at, row: row + (size - 1) / 2 }
  for (const start of starts) {
    const i = placed.findIndex(({ item: each }) => each === children[starts.indexOf(start)])
    const child = placed[i]
    if (child !== undefined) placed[i] = { ...child, from: own }
  }
  placed.push({ item, ...own, from: undefined })
  return size
}

/** A line that bends in the gap behind its beginning, then runs level in its own row. */
function wayOf(x: number, y: number, bendEnd: number, end: number, to: number): string {
  const half = (x + bendEnd) / 2
  const n = (value: number): string => String(Math.round(value * 10) / 10)
  const bend = `M${n(x)} ${n(y)}C${n(half)} ${n(y)} ${n(half)} ${n(to)} ${n(bendEnd)} ${n(to)}`
  return end > bendEnd ? `${bend}H${n(end)}` : bend
}

const fitted = (text: string): PictureLine => ({ text, width: isMeasured(text) ? textWidth(text, font) : undefined })

function titleOf(column: number, last: number): string {
  if (column === 0) return messages.impact.columnFails
  if (column === last) return messages.impact.columnEnds
  return column === 1 ? messages.impact.columnDirect : messages.impact.columnSo
}

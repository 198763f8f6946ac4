import { linesThatFit } from '../lines-that-fit.ts'

/** Items that one relation leads to, as the picture is asked for. */
export interface NeighbourGroup {
  /** How the relation is said from the item in the middle: "is used by". */
  readonly verb: string
  /** The most telling first; of a hub's hundreds only the first few need be given. */
  readonly neighbours: readonly Neighbour[]
  /** How many there are in all. */
  readonly total: number
  /** Where all of them are told. */
  readonly href?: string
}

/** An item beside the one in the middle. */
export interface Neighbour {
  readonly name: string
  readonly href: string
  /** Colour of its area. */
  readonly area: string
}

/** An item with what it is related to, laid out, ready to be drawn. Units are SVG's, one to a pixel at full size. */
export interface NeighbourhoodPicture {
  readonly width: number
  readonly height: number
  readonly centre: { readonly y: number; readonly height: number; readonly lines: readonly string[] }
  readonly groups: readonly PlacedGroup[]
  /** One path for all lines between the middle and the groups. */
  readonly ways: string
}

/** A group in its place. Names stand below each other from `y` on, `lineHeight` apart; left of the middle they end at `x`. */
export interface PlacedGroup {
  readonly before: boolean
  readonly x: number
  readonly y: number
  readonly verb: string
  readonly names: readonly Neighbour[]
  /** Lines that are dashed into one mark a name, one for each area. */
  readonly marks: readonly { readonly area: string; readonly d: string }[]
  /** How many more there are than names, where any are left out. */
  readonly more: number
  readonly href: string | undefined
}

/** Sizes that whoever draws needs too. */
export const sizes = { width: 960, side: 320, middle: 200, lineHeight: 19, pad: 12 } as const
/** How many names of a group are told, and groups on a side: a hub of hundreds stays legible, and its page light. */
export const [mostNames, mostGroups] = [3, 6]

const gap = 20
/** Between a line's end and the words that it points at. */
const pointed = 8
const middleX = (sizes.width - sizes.middle) / 2
const nameFont = { size: 13 }
/** What a name has beside its mark, with some to spare: where Arial is missing, letters are wider. */
const room = sizes.side - 6 * sizes.pad
const centreFont = { size: 14, bold: true }

/**
 * Lays out what leads to an item on the left and what it leads to on the right, a group for each relation, the whole no higher
 * than its groups need. The work is linear in what is drawn, whatever the number of neighbours.
 */
export function neighbourhoodPicture(
  name: string,
  left: readonly NeighbourGroup[],
  right: readonly NeighbourGroup[],
): NeighbourhoodPicture {
  const sides = [left.slice(0, mostGroups), right.slice(0, mostGroups)] as const
  const lines = linesThatFit(name, sizes.middle - 2 * sizes.pad, centreFont, 3)
  const centreHeight = lines.length * 18 + 2 * sizes.pad
  const height = Math.max(centreHeight, ...sides.map(heightOfAll))
  const middle = height / 2
  const [before, after] = [place(sides[0], true, height), place(sides[1], false, height)]
  const ways = [
    ...before.map(({ y }) => way(sizes.side, y - 5, middleX, middle)),
    ...after.map(({ y }) => way(sizes.width - sizes.side, y - 5, middleX + sizes.middle, middle)),
  ]
  return {
    width: sizes.width,
    height,
    centre: { y: middle - centreHeight / 2, height: centreHeight, lines },
    groups: [...before, ...after],
    ways: ways.join(''),
  }
}

const namesOf = ({ neighbours }: NeighbourGroup): number => Math.min(mostNames, neighbours.length)
const isCut = (group: NeighbourGroup): boolean => group.total > namesOf(group)
const heightOf = (group: NeighbourGroup): number => (1 + namesOf(group) + (isCut(group) ? 1 : 0)) * sizes.lineHeight
const heightOfAll = (groups: readonly NeighbourGroup[]): number =>
  groups.reduce((sum, group) => sum + heightOf(group) + gap, 0)

/** Groups below each other, the whole centred. A group's `y` is the base line of its verb. */
function place(groups: readonly NeighbourGroup[], before: boolean, height: number): PlacedGroup[] {
  const x = before ? sizes.side - pointed : sizes.width - sizes.side + pointed
  let y = (height - heightOfAll(groups)) / 2 + gap / 2
  return groups.map((group) => {
    const at = y + 14
    y += heightOf(group) + gap
    const names = group.neighbours.slice(0, mostNames).map((each) => ({
      ...each,
      name: linesThatFit(each.name, room, nameFont, 1)[0] ?? '',
    }))
    const marks = marksOf(names, before ? -markMiddle : markMiddle)
    return { before, x, y: at, verb: group.verb, names, marks, more: group.total - names.length, href: group.href }
  })
}

/** A mark is as high as it is wide, and as a dash begins; the style sheet knows both sizes. */
const [mark, markMiddle] = [7, 4]

/** Marks of names below each other: those of one area that stand together are one line. */
function marksOf(names: readonly Neighbour[], x: number): PlacedGroup['marks'] {
  const runs: { area: string; first: number; count: number }[] = []
  for (const [i, { area }] of names.entries()) {
    const last = runs.at(-1)
    if (last?.area === area) last.count += 1
    else runs.push({ area, first: i, count: 1 })
  }
  return runs.map(({ area, first, count }) => ({
    area,
    d: `M${String(x)} ${String(sizes.lineHeight * (first + 1) - mark - 1)}v${String(sizes.lineHeight * (count - 1) + mark)}`,
  }))
}

/** A line that leaves a group level and comes to the middle level. */
function way(x: number, y: number, toX: number, toY: number): string {
  const [across, down] = [Math.round(toX - x), Math.round(toY) - Math.round(y)]
  return `M${String(x)} ${String(Math.round(y))}c${String(across / 2)} 0 ${String(across / 2)} ${String(down)} ${String(across)} ${String(down)}`
}

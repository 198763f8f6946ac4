/** Widths of the characters from space to tilde in thousandths of the font's size: Helvetica's, and so Arial's. */
const regular =
  '278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584'
const bold =
  '278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 333 333 584 584 584 611 975 722 722 722 722 667 611 778 722 278 556 722 611 833 722 778 667 778 722 667 611 722 667 944 667 667 611 333 278 333 584 556 333 556 611 556 611 556 333 611 611 278 278 556 278 889 611 611 611 611 389 556 333 611 556 778 556 556 500 389 280 389 584'
/** Others that our own words have: their widths in both. */
const others: Readonly<Record<string, number>> = { '\u00a0': 278, '·': 278, '–': 556, '…': 1000, ß: 611 }

const tables = { regular: regular.split(' ').map(Number), bold: bold.split(' ').map(Number) }

/** How a text is set. */
export interface Font {
  /** In pixels. */
  readonly size: number
  readonly bold?: boolean
}

/** How wide a text is at most, in whole pixels, where Arial or a font of its widths is at hand. */
export function textWidth(text: string, { size, bold: isBold = false }: Font): number {
  const table = isBold ? tables.bold : tables.regular
  const widths = lettersOf(text).map((letter) => known(letter, table) ?? safe(letter))
  return Math.ceil((widths.reduce((sum, width) => sum + width, 0) * size) / 1000)
}

/** Whether its width is known to the point, not only what it is at most. */
export const isMeasured = (text: string): boolean =>
  lettersOf(text).every((letter) => known(letter, tables.regular) !== undefined)

/** Code points, with marks apart from the letters that they stand over or under. */
const lettersOf = (text: string): string[] => Array.from(text.normalize('NFD'))

/** Marks over and under letters take no width of their own. */
const known = (letter: string, table: readonly number[]): number | undefined =>
  /\p{M}/u.test(letter) ? 0 : (table[(letter.codePointAt(0) ?? 0) - 32] ?? others[letter])

/** No letter of any script that we know of is wider than its font's size; pictographs are. */
const safe = (letter: string): number => (/\p{Extended_Pictographic}/u.test(letter) ? 1400 : 1000)

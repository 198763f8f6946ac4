import { createHash } from 'node:crypto'
import { slug } from '../../../../graph/catalogue/id-name.ts'
import { remembered } from '../remembered.ts'

/** File systems take names of 255 bytes, and people read fewer. */
const longest = 100
/** Names that no file may have on Windows. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/

/**
 * The text as the last part of an id. Texts that differ by more than case, accents and punctuation keep apart: C++ and C#
 * are `c-plus-plus` and `c-sharp`; what is too long or has no Latin letter ends in a few signs of its hash.
 * @returns undefined for a text without anything to make an id of.
 */
export const idName = remembered((text: string): string | undefined => {
  const written = text
    .trim()
    .replaceAll('+', ' plus ')
    .replace(/(?<=\p{L})#/gu, ' sharp ')
  if (!/[\p{L}\p{N}]/u.test(written)) return undefined
  const letters = transliterated(written)
  const name = slug(letters)
  const lost = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(letters)
  const short = name.slice(0, longest).replace(/-[^-]*$/, (rest) => (name.length > longest ? '' : rest))
  const fit = reserved.test(name) ? `${name}-item` : short
  return lost || name.length > longest || name === ''
    ? [fit, hashOf(written)].filter((each) => each !== '').join('-')
    : fit
})

/** Latin letters that no accent is taken off from. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}
const transliterated = (text: string): string =>
  text.toLowerCase().replace(/[ßæœøłđðþı]/g, (letter) => letters[letter] ?? '')

const hashOf = (text: string): string =>
  createHash('sha256').update(text.normalize('NFKC').toLowerCase()).digest('hex').slice(0, 8)

/** What names are compared by: case, kinds of spaces and of apostrophes don't count. */
export const nameKey = remembered((text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/[‐-―]/g, '-')
    .replace(/\s+/g, ' ')
    .trim(),
)

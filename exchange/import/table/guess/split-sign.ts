/** What cells with several values are divided by, likeliest first. */
const signs = ['\n', '|', ';', ' / ', ', '] as const

/** What follows a company's name after a comma, and is no name of its own. */
const legalForm = /^(inc|ltd|llc|plc|limited|corp|gmbh|co)\b\.?/i

/** Longer texts are prose. */
const longestName = 120

/**
 * The sign that divides several values in the cells of a column. A comma or a slash is one only where parts come up again
 * elsewhere: "Smith, Jones & Co" is one name.
 */
export function splitSign(texts: readonly string[]): string | undefined {
  return signs.find((sign) => {
    const divided = texts.filter((text) => text.includes(sign.trim() === '' ? sign : sign.trimEnd()))
    if (divided.length === 0) return false
    const parts = divided
      .flatMap((text) => text.split(sign.trim() === '' ? sign : sign.trimEnd()))
      .map((each) => each.trim().toLowerCase())
    const named = parts.filter((each) => each !== '')
    if (named.some((each) => each.length > longestName || /[.!?]\s/.test(each))) return false
    if (sign !== ', ' && sign !== ' / ') return true
    const seen = new Map<string, number>()
    for (const each of [...named, ...texts.map((text) => text.toLowerCase())]) seen.set(each, (seen.get(each) ?? 0) + 1)
    const again = named.filter((each) => (seen.get(each) ?? 0) > 1 && !legalForm.test(each))
    return again.length > named.length * 0.6
  })
}

/** Cells that look like several names, and what would divide them. */
export interface SeveralNames {
  readonly texts: readonly string[]
  readonly signs: readonly string[]
}

/**
 * Cells with several names of which too few are there for the column to be taken apart: "Dell / HP"; "BT plc, Dell" where
 * Dell is a name elsewhere too, or the first is a company's whole name. They are people's to decide.
 */
export function severalNames(texts: readonly string[]): SeveralNames | undefined {
  const known = new Set(texts.map((text) => text.toLowerCase()))
  const isSeveral = (text: string, sign: string): boolean => {
    const parts = text.split(sign).map((each) => each.trim())
    const [first = '', ...more] = parts
    if (more.length === 0 || text.length > longestName || parts.some((each) => each === '' || legalForm.test(each)))
      return false
    const isWhole = /\s(inc|ltd|llc|plc|limited|corp|gmbh)\.?$/i.test(first)
    return sign !== ', ' || isWhole || parts.some((each) => known.has(each.toLowerCase()))
  }
  const found = signs.map((sign) => ({ sign, texts: texts.filter((text) => isSeveral(text, sign)) }))
  const there = found.filter((each) => each.texts.length > 0)
  if (there.length === 0) return undefined
  return { texts: [...new Set(there.flatMap((each) => each.texts))], signs: there.map(({ sign }) => sign) }
}

import { foldName } from '../../representation.ts'
import type { MergedItem } from '../merge-layers.ts'
import type { Rule } from '../rule.ts'
import { nameOf, placeIn } from '../view.ts'

/** Endings that say what sort of company it is, not which. */
const legalForms =
  /\b(limited|ltd|plc|llp|llc|inc|incorporated|corp|corporation|co|company|gmbh|ag|se|kg|sa|sarl|bv|nv|pty|oy|ab|as)\b/g

/** What a name comes down to: "DATA#3 LIMITED" and "Data#3" are one. */
const essence = (name: string): string => {
  const folded = foldName(name)
  const stripped = folded
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(legalForms, '')
    .replace(/\s+/g, '')
  return stripped === '' ? folded : stripped
}

/** Look-alikes are reported, never merged: only people know whether they are one thing (domain, "What the real world asks"). */
export const rule: Rule = {
  name: 'look-alike-names',
  description: 'No two items of a kind have names that differ only in spelling, case or legal form.',
  severity: 'warning',
  *check({ items }) {
    const byEssence = new Map<string, MergedItem>()
    for (const item of items.values()) {
      if (item.inside !== undefined) continue
      const key = `${item.kind.name}/${essence(nameOf(item))}`
      const first = byEssence.get(key)
      if (first === undefined) byEssence.set(key, item)
      else if (!(aliasesOf(first).includes(nameOf(item)) || aliasesOf(item).includes(nameOf(first)))) {
        yield {
          message: `"${nameOf(item)}" looks like "${nameOf(first)}" (${first.id}).`,
          hint: 'If they are one, keep one file and write the other name under "aliases"; if not, make the names tell them apart.',
          place: placeIn(item, 'name'),
          item: item.id,
        }
      }
    }
  },
}

const aliasesOf = (item: MergedItem): readonly unknown[] => {
  const aliases = item.values.get('aliases')?.value
  return Array.isArray(aliases) ? (aliases as unknown[]) : []
}

import { idName, nameKey } from '../make/id-name.ts'

const legalForms =
  /[\s,]+(ltd|limited|plc|llp|llc|lp|inc|incorporated|corp|corporation|co|company|pty|proprietary|gmbh|ag|se|kg|bv|b v|nv|sa|sarl|srl|spa|oy|ab|as|aps|uk|group|holdings?)\b\.?/gi

/** What is left of a company's name without what registers write now and then. */
const bare = (name: string): string =>
  nameKey(name)
    .replace(/[.()]/g, '')
    .replace(/&/g, ' and ')
    .replace(/^the\s+/, '')
    .replaceAll(legalForms, '')
    .replace(/\bt\/?a\b.*$/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')

/** Names that are probably one company's, differently written: the one that is there most, and the others. */
export function alikeNames(
  counted: readonly { readonly text: string; readonly count: number }[],
): (readonly [string, readonly string[]])[] {
  const groups = Map.groupBy(
    counted.filter(({ text }) => bare(text).length > 2),
    ({ text }) => bare(text),
  )
  return [...groups.values()].flatMap((group): (readonly [string, readonly string[]])[] => {
    const [first, ...others] = group.toSorted((a, b) => b.count - a.count)
    const differ = others.filter(({ text }) => idName(text) !== idName(first?.text ?? ''))
    return first === undefined || differ.length === 0 ? [] : [[first.text, differ.map(({ text }) => text)]]
  })
}

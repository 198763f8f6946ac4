import type { CliPathsQuery } from '../generated/graphql.ts'
import { blocks } from '../text/section.ts'
import { anyOf, counted } from '../text/words.ts'
import { hanging, paragraph } from '../text/wrap.ts'
import { sourcesOf } from './sources-of.ts'

/** Between which items ways are asked for, and along which relations; left out: all. */
interface AskedWays {
  readonly from: string
  readonly to: string
  readonly relations?: readonly string[] | undefined
}

/** Ways between two items, the shortest first; also that there is none. */
export function pathsText(
  paths: CliPathsQuery['paths'],
  { from, to, relations }: AskedWays,
  width: number,
  withSources: boolean,
): string {
  if (paths.length === 0) {
    const along = relations === undefined ? '' : ` along ${anyOf(relations)}`
    return paragraph(`No way leads from ${from} to ${to}${along}.`, width)
  }
  return blocks(
    ...paths.map(({ hops, sentence, items }, place) => {
      const mark = `${place + 1}. `
      const told = sentence === '' ? `${items[0]?.name ?? ''} is both where it starts and where it ends.` : sentence
      return [
        hanging(mark, `${told} (${counted(hops.length, 'relation')})`, width),
        ...(withSources ? sourcesOf(hops).map((each) => hanging(' '.repeat(mark.length), each, width)) : []),
      ].join('\n')
    }),
  )
}

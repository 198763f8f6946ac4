import type { CliPathsQuery } from '../generated/graphql.ts'
import { blocks } from '../text/section.ts'
import { counted } from '../text/words.ts'
import { hanging } from '../text/wrap.ts'
import { sourcesOf } from './sources-of.ts'

/** Ways between two items, the shortest first. */
export function pathsText(paths: CliPathsQuery['paths'], width: number, withSources: boolean): string {
  if (paths.length === 0) return 'Nothing leads from one to the other.'
  return blocks(
    ...paths.map(({ hops, sentence, items }, place) => {
      const mark = `${place + 1}. `
      const told = sentence === '' ? `${items[0]?.name ?? ''} is where it ends.` : sentence
      return [
        hanging(mark, `${told} (${counted(hops.length, 'relation')})`, width),
        ...(withSources ? sourcesOf(hops).map((each) => hanging(' '.repeat(mark.length), each, width)) : []),
      ].join('\n')
    }),
  )
}

import { InvalidArgumentError } from 'commander'
import type { Asked } from '../ask.ts'
import { Failure } from '../failure.ts'
import type { ImpactState } from '../generated/graphql.ts'
import { anyOf } from '../text/words.ts'
import { knownDocument, prefixesDocument } from './documents.ts'

/** An item as the command line names it. */
export interface AskedItem {
  readonly id: string
  /** Undefined: nothing was said of it. */
  readonly state: ImpactState | undefined
}

/** How an item can be, worst first. */
const states: readonly ImpactState[] = ['DOWN', 'DEGRADED', 'AT_RISK', 'OK']

/** Reads "ITEM" or "ITEM=STATE", and adds it to those before. @throws InvalidArgumentError for a state that there isn't. */
export function itemArgument(written: string, before: readonly AskedItem[] = []): readonly AskedItem[] {
  const [id = '', said] = written.split('=', 2)
  const state = said === undefined ? undefined : states.find((each) => each === constant(said))
  if (id === '' || (said !== undefined && state === undefined)) {
    throw new InvalidArgumentError(
      `Write an id, or id=STATE with ${states.join(', ')}: application/ticketing=DEGRADED.`,
    )
  }
  return [...before, { id, state }]
}

/** Reads words between commas, such as kinds: "service,value-stream" and "Service,ValueStream" are SERVICE, VALUE_STREAM. */
export const wordsArgument = (written: string): readonly string[] =>
  written
    .split(',')
    .map((each) => constant(each.replace(/(?<=[a-z])(?=[A-Z])/g, '_')))
    .filter((each) => each !== '')

const constant = (word: string): string => word.trim().toUpperCase().replaceAll(/[\s-]/g, '_')

/**
 * Whole ids as items have them now. Where the kind is left out it is found, if only one kind has such an item; what no item
 * has stays as it is, for the API to say so.
 * @throws Failure naming the candidates of every id that several kinds have.
 */
export async function wholeIds({ ask }: Asked, written: readonly string[]): Promise<string[]> {
  const { model } = await ask(prefixesDocument, {})
  const prefixes = model.kinds.map(({ idPrefix }) => idPrefix)
  const found = await Promise.all(
    written.map(async (id) => {
      const isWhole = prefixes.some((prefix) => id.startsWith(`${prefix}/`))
      const { nodes } = await ask(knownDocument, { ids: isWhole ? [id] : prefixes.map((prefix) => `${prefix}/${id}`) })
      return [...new Set(nodes.flatMap((node) => node?.id ?? []))]
    }),
  )
  const several = found.flatMap((ids, i) =>
    ids.length > 1 ? [`"${written[i] ?? ''}" may be ${anyOf(ids)}: write which.`] : [],
  )
  if (several.length > 0) throw new Failure(several.join('\n'))
  return found.map(([id], i) => id ?? written[i] ?? '')
}

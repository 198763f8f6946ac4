import type { GraphQLResolveInfo } from 'graphql'
import type { Cut } from '../../../graph/impact/cut.ts'
import type { LoadedSnapshot } from '../../../graph/impact/read-snapshot.ts'
import type { Restriction } from '../../../graph/impact/restriction.ts'
import { UnknownItems } from '../../../graph/impact/unknown-items.ts'
import type * as Answer from '../../generated/resolvers.ts'
import { badUserInput } from '../../plan/bad-user-input.ts'

/** The most items that one answer lists. */
const mostListed = 10_000

/** What questions of impact are narrowed to, as arguments say it. */
export interface Narrowed {
  readonly kinds?: readonly string[] | null | undefined
  readonly relations?: readonly string[] | null | undefined
}

/** The restriction that arguments say. */
export const restrictionOf = ({ kinds, relations }: Narrowed): Restriction => ({
  kinds: kinds ?? undefined,
  relations: relations ?? undefined,
})

/** Asks something of the snapshot. @throws BAD_USER_INPUT naming every id that there isn't, with what may be meant. */
export async function ask<Result>(
  { fieldNodes }: GraphQLResolveInfo,
  snapshot: Promise<LoadedSnapshot>,
  question: (snapshot: LoadedSnapshot) => Result | Promise<Result>,
): Promise<Result> {
  try {
    return await question(await snapshot)
  } catch (error) {
    if (error instanceof UnknownItems) throw badUserInput(error.message, fieldNodes[0])
    throw error
  }
}

/** How many items to list, as `first` says. @throws BAD_USER_INPUT when it is out of bounds. */
export function listSize(first: number, { fieldNodes }: GraphQLResolveInfo, most: number = mostListed): number {
  if (first >= 0 && first <= most) return first
  throw badUserInput(`"first" is ${first}: an answer lists from 0 to ${most} items.`, fieldNodes[0])
}

/** A limit on distance as an argument says it. @throws BAD_USER_INPUT when it is negative. */
export function distance(name: string, given: number | null | undefined, info: GraphQLResolveInfo): number | undefined {
  return given == null ? undefined : notNegative(name, given, info)
}

/** A number as an argument says it. @throws BAD_USER_INPUT when it is negative. */
export function notNegative(name: string, given: number, { fieldNodes }: GraphQLResolveInfo): number {
  if (given >= 0) return given
  throw badUserInput(`"${name}" is ${given}: it must be 0 or more.`, fieldNodes[0])
}

/** The day of a question: today where it isn't said. */
export const day = (given: string | null | undefined): string => given ?? new Date().toISOString().slice(0, 10)

/** The first items of an answer, and every limit that left something out of it. */
export function listed<Item>(
  items: readonly Item[],
  first: number,
  cuts: readonly Cut[],
  distanceArgument: string,
): { readonly kept: readonly Item[]; readonly total: number; readonly cuts: Answer.ImpactCut[] } {
  const more = items.length - first
  const all = [
    ...cuts.map(({ value, items: left }) => ({ limit: distanceArgument, value, items: left })),
    ...(more > 0 ? [{ limit: 'first', value: first, items: more }] : []),
  ]
  const total = items.length + cuts.reduce((sum, cut) => sum + cut.items, 0)
  return { kept: items.slice(0, first), total, cuts: all }
}

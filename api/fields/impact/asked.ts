import type { GraphQLResolveInfo } from 'graphql'
import type { Cut } from '../../../graph/impact/cut.ts'
import type { LoadedSnapshot } from '../../../graph/impact/read-snapshot.ts'
import type { Restriction } from '../../../graph/impact/restriction.ts'
import { TooMuch } from '../../../graph/impact/too-much.ts'
import { UnknownItems } from '../../../graph/impact/unknown-items.ts'
import type { ApiContext } from '../../context.ts'
import type * as Answer from '../../generated/resolvers.ts'
import { badUserInput } from '../../plan/bad-user-input.ts'

/** The most items that one answer lists. */
const mostListed = 10_000

/** How many streams and services an answer tells at most, where it tells them over and over: some 100 MB. */
export const mostTold = 500_000

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

/**
 * Asks something of the snapshot.
 * @throws BAD_USER_INPUT naming every id that there isn't, with what may be meant, or where the answer would be too large.
 */
export async function ask<Result>(
  { fieldName, fieldNodes }: GraphQLResolveInfo,
  context: ApiContext,
  question: (snapshot: LoadedSnapshot) => Result | Promise<Result>,
): Promise<Result> {
  try {
    const snapshot = await context.snapshot()
    return await context.observe(fieldName, async () => question(snapshot))
  } catch (error) {
    if (error instanceof UnknownItems || error instanceof TooMuch) throw badUserInput(error.message, fieldNodes[0])
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

/**
 * Which limits left something out of an answer, and how many items there are with those left out.
 * @param size how many items there are within all limits but `first`.
 */
export function limited(
  size: number,
  first: number,
  cuts: readonly Cut[],
  distanceArgument: string,
): { readonly total: number; readonly cuts: Answer.ImpactCut[]; readonly complete: boolean } {
  const more = size - first
  const all = [
    ...cuts.map(({ value, items }) => ({ limit: distanceArgument, value, items })),
    ...(more > 0 ? [{ limit: 'first', value: first, items: more }] : []),
  ]
  return { total: size + cuts.reduce((sum, cut) => sum + cut.items, 0), cuts: all, complete: all.length === 0 }
}

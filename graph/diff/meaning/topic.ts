import type { NamedItem, SideView } from '../view.ts'
import { listed } from '../../impact/listed.ts'

/**
 * What a change is for those who rely on the catalogue: something is worse or better than it was, or it is merely worth
 * knowing. The same change taken back has the opposite effect.
 */
export const effects = ['WORSE', 'BETTER', 'NEUTRAL'] as const
export type Effect = (typeof effects)[number]

/** One thing that a change means. Ids are those of the later side. */
export interface Meaning {
  /** Name of its topic. */
  readonly topic: string
  readonly effect: Effect
  /** What it is about. */
  readonly item: NamedItem
  /** What else it is about; the sentence and the topic say how. */
  readonly others: readonly NamedItem[]
  /** All of it, to be read out. */
  readonly sentence: string
}

/** One sort of meaning: a file in this folder that looks for it on two sides, whose ids mean the same. */
export interface Topic {
  /** In kebab-case, for `--fail-on` and for programs. */
  readonly name: string
  /** What it is about, as a heading. */
  readonly title: string
  /** How so many of them are told in the verdict, of each effect that it finds: "1 item loses its owner". */
  readonly verdict: Readonly<Partial<Record<Effect, (count: number) => string>>>
  /** Everything of that sort, in the order in which it is told. */
  readonly find: (before: SideView, after: SideView) => Found[]
}

/** What a topic finds; who asks it knows its name. */
export type Found = Omit<Meaning, 'topic'>

/** "1 stream loses", "2 streams lose": how many of what do what. */
export const counted =
  (one: string, many: string) =>
  (count: number): string =>
    `${count} ${count === 1 ? one : many}`

/** The most names that a sentence tells; the rest is a number. */
const mostNames = 5

/** Names one after the other: "A, B and C", "A, B, C, D, E and 12 more". */
export function namesOf(items: readonly Pick<NamedItem, 'name'>[]): string {
  const names = items.map(({ name }) => name)
  return listed(
    names.length <= mostNames + 1 ? names : [...names.slice(0, mostNames), `${names.length - mostNames} more`],
  )
}

/** By name, then by id: the order in which people look for things. */
export const byName = (a: NamedItem, b: NamedItem): number =>
  a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0

/** What only the first of two sets has. */
export const beyond = <Each>(all: Iterable<Each>, known: ReadonlySet<Each>): Each[] =>
  [...all].filter((each) => !known.has(each))

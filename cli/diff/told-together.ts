import { namesOf } from '../../graph/diff/meaning/topic.ts'
import type { Effect, Meaning } from '../../graph/diff/meaning/topic.ts'

/** A line that tells one thing, or the same of several items. */
export interface Told {
  readonly effect: Effect
  readonly sentence: string
}

/** What is said of several items word for word is told once: "A, B and C: each alone now takes Help down." */
export function toldTogether(meaning: readonly Meaning[]): Told[] {
  const groups = Map.groupBy(meaning, (each) => `${each.effect} ${each.topic} ${restOf(each) ?? each.sentence}`)
  return [...groups.values()].flatMap((some): Told[] => {
    const [first] = some
    const rest = first === undefined ? undefined : restOf(first)
    if (first === undefined || rest === undefined || some.length === 1) return some
    return [{ effect: first.effect, sentence: `${namesOf(some.map(({ item }) => item))}: each ${rest}` }]
  })
}

/** What a sentence says of its item, where it begins with its name. */
const restOf = ({ item: { name }, sentence }: Meaning): string | undefined =>
  sentence.startsWith(`${name} `) ? sentence.slice(name.length + 1) : undefined

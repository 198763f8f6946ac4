import { measure } from './measures.ts'
import { inOrder } from './stream.ts'
import type { Stream } from './stream.ts'

/** What one practice contributes to one stream. Ids throughout. */
export interface Contribution {
  readonly practice: string
  /** In file order. */
  readonly steps: readonly ContributedStep[]
  /** Expected minutes per case in these steps; undefined where no lead time is known (see `leadTimeShares`). */
  readonly leadMinutes: number | undefined
  /** Part of the stream's expected lead time: 0–1. */
  readonly share: number | undefined
  /** The part of that in steps that no other practice works. */
  readonly shareAlone: number | undefined
}

/** A step that a practice works, and with whom. */
export interface ContributedStep {
  readonly step: string
  readonly activity: string
  readonly activities: readonly string[]
  /** The other practices that work it; empty where it works it alone. */
  readonly with: readonly string[]
}

/** What each practice contributes to a stream: the largest share of lead time first, then by id. */
export function contributionsOf(stream: Stream): Contribution[] {
  const shares = new Map(measure(stream).measures?.leadTimeBy.practices.map((each) => [each.id, each]))
  const steps = new Map<string, ContributedStep[]>()
  for (const step of inOrder(stream)) {
    for (const { id, activities } of step.practices) {
      const others = step.practices.filter((each) => each.id !== id).map((each) => each.id)
      const worked = { step: step.id, activity: step.activity, activities, with: others }
      steps.set(id, [...(steps.get(id) ?? []), worked])
    }
  }
  return [...steps]
    .map(([practice, worked]) => {
      const { leadMinutes, share, shareAlone } = shares.get(practice) ?? {}
      return { practice, steps: worked, leadMinutes, share, shareAlone }
    })
    .sort((a, b) => (b.share ?? -1) - (a.share ?? -1) || (a.practice < b.practice ? -1 : 1))
}

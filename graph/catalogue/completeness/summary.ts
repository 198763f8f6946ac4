import type { Kind, Model } from '../../model/model.ts'
import type { Completeness } from './completeness.ts'
import { expectationsOf } from './expectations.ts'

/** How complete some items are together. */
export interface Sum {
  readonly items: number
  /** Mean of their scores, to one decimal. */
  readonly score: number
  /** How many have a score below 50, from 50 to 74, from 75 to 99, and 100. */
  readonly distribution: readonly [number, number, number, number]
}

/** A field that items of a kind don't say, and what it would change if they did. */
export interface NextStep {
  readonly kind: string
  readonly field: string
  /** What is the matter without it. */
  readonly reason: string
  /** How many items don't say it. */
  readonly items: number
  /** The kind's mean, as it is and as it would be. */
  readonly kindScore: readonly [number, number]
  /** The mean of all. */
  readonly score: readonly [number, number]
}

/** What the completeness of items comes to. */
export interface CompletenessSummary extends Sum {
  /** By kind, in the model's order, without kinds that have none. */
  readonly kinds: readonly (Sum & { readonly kind: string })[]
  /** What would lift the mean of all the most, first. */
  readonly next: readonly NextStep[]
}

/** Sums up what some items say. */
export function summarize(all: readonly Completeness[], model: Model): CompletenessSummary {
  const byKind = Map.groupBy(all, ({ kind }) => kind)
  const kinds = [...model.kinds.values()].flatMap((kind) => {
    const some = byKind.get(kind.name)
    return some === undefined ? [] : [{ kind, some }]
  })
  const next = kinds.flatMap(({ kind, some }) => stepsOf(kind, some, all, model))
  next.sort((a, b) => b.gain - a.gain || (a.step.kind < b.step.kind ? -1 : 1))
  return {
    ...sumOf(all),
    kinds: kinds.map(({ kind, some }) => ({ kind: kind.name, ...sumOf(some) })),
    next: next.map(({ step }) => step),
  }
}

/** Why each field matters to items of a kind. */
export function reasonsOf(kind: Kind, model: Model): ReadonlyMap<string, string> {
  return new Map(expectationsOf(kind, model).map(({ fields: [first], reason }) => [first, reason]))
}

function sumOf(some: readonly Completeness[]): Sum {
  const within = (from: number, to: number): number => some.filter(({ score }) => score >= from && score <= to).length
  return {
    items: some.length,
    score: some.length === 0 ? 100 : rounded(total(some) / some.length),
    distribution: [within(0, 49), within(50, 74), within(75, 99), within(100, 100)],
  }
}

/** What each missing field of a kind would lift, if every item said it. */
function stepsOf(
  kind: Kind,
  some: readonly Completeness[],
  all: readonly Completeness[],
  model: Model,
): { readonly gain: number; readonly step: NextStep }[] {
  const expectations = expectationsOf(kind, model)
  const weights = new Map(expectations.map(({ fields: [first], weight }) => [first, weight]))
  return [...reasonsOf(kind, model)].flatMap(([field, reason]) => {
    const without = some.filter(({ missing }) => missing.includes(field))
    if (without.length === 0) return []
    const gain = without.reduce((sum, { score, missing }) => {
      const lost = missing.reduce((weight, each) => weight + (weights.get(each) ?? 0), 0)
      return sum + ((100 - score) * (weights.get(field) ?? 0)) / lost
    }, 0)
    const lifted = (these: readonly Completeness[]): [number, number] => [
      rounded(total(these) / these.length),
      rounded((total(these) + gain) / these.length),
    ]
    return {
      gain,
      step: { kind: kind.name, field, reason, items: without.length, kindScore: lifted(some), score: lifted(all) },
    }
  })
}

const total = (some: readonly Completeness[]): number => some.reduce((sum, { score }) => sum + score, 0)
const rounded = (number: number): number => Math.round(number * 10) / 10

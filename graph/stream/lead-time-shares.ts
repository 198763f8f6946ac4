import type { StreamStep } from './stream.ts'

/** What part of a stream's lead time one item has its hands in. */
export interface LeadTimeShare {
  /** Id of the activity, practice, team, role or supplier. */
  readonly id: string
  /** Ids of the steps, in flow order. */
  readonly steps: readonly string[]
  /** Expected minutes per case in all of these steps, alone or with others: Σ visits × LT. */
  readonly leadMinutes: number
  /** `leadMinutes` ÷ the stream's expected lead time: 0–1. */
  readonly share: number
  /** The part of that in steps that it has to itself: 0–1. */
  readonly shareAlone: number
}

/** Shares of a stream's lead time, largest first. */
export interface LeadTimeShares {
  readonly activities: readonly LeadTimeShare[]
  readonly practices: readonly LeadTimeShare[]
  /** Everybody who does steps: teams, roles and suppliers, as their ids say. */
  readonly performers: readonly LeadTimeShare[]
  /** Suppliers, whether by a contract that a step leans on or because they do the step. */
  readonly suppliers: readonly LeadTimeShare[]
}

/**
 * Shares of the expected lead time over all cases (Σ visits × LT), by activity, practice, performer and supplier.
 *
 * A step that several practices work counts fully for each: nobody has recorded how they share its time, and half each
 * would be an invention. So the shares of practices, performers and suppliers overlap and may add up to more than 1, and
 * `shareAlone` says what is one's own. Activities don't overlap: a step has exactly one, and they add up to 1.
 * Steps without a lead time are left out. Where all lead times are 0, or none is recorded, the lists are empty.
 * @param visits expected visits per case, in the order of the steps.
 */
export function leadTimeShares(steps: readonly StreamStep[], visits: readonly number[]): LeadTimeShares {
  const timed = steps.flatMap((step, i) =>
    step.leadMinutes === undefined ? [] : [{ step, minutes: step.leadMinutes * (visits[i] ?? 0) }],
  )
  const total = timed.reduce((sum, { minutes }) => sum + minutes, 0)
  const by = (idsOf: (step: StreamStep) => readonly string[]): LeadTimeShare[] => {
    const found = new Map<string, { steps: string[]; minutes: number; alone: number }>()
    for (const { step, minutes } of timed) {
      const ids = new Set(idsOf(step))
      for (const id of ids) {
        const share = found.get(id) ?? { steps: [], minutes: 0, alone: 0 }
        found.set(id, share)
        share.steps.push(step.id)
        share.minutes += minutes
        if (ids.size === 1) share.alone += minutes
      }
    }
    if (total === 0) return []
    return [...found]
      .map(([id, { steps: ids, minutes, alone }]) => ({
        id,
        steps: ids,
        leadMinutes: minutes,
        share: minutes / total,
        shareAlone: alone / total,
      }))
      .sort((a, b) => b.leadMinutes - a.leadMinutes || (a.id < b.id ? -1 : 1))
  }
  return {
    activities: by((step) => [step.activity]),
    practices: by((step) => step.practices.map((practice) => practice.id)),
    performers: by((step) => step.performedBy),
    suppliers: by(suppliersOf),
  }
}

/** Ids of the suppliers of a step: of its contracts, and those who do it. */
export function suppliersOf(step: StreamStep): string[] {
  return [...new Set([...step.suppliers, ...step.performedBy.filter((id) => id.startsWith('supplier/'))])]
}

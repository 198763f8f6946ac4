import { daysBefore, daysBetween } from '../catalogue/days.ts'
import { followsSideBySide } from './follows-side-by-side.ts'
import type { ItemState } from './follows-side-by-side.ts'
import { compareHarm, countStates } from './harm.ts'
import type { StateCounts } from './harm.ts'
import { compareText } from '../text/compare-text.ts'
import { entry } from './index-snapshot.ts'
import type { IndexedSnapshot } from './index-snapshot.ts'
import { toEnd } from './steps.ts'
import type { Steps } from './steps.ts'
import { summaryOfCounts } from './summary.ts'

/** What must be known of a contract's term. */
export interface ContractTerm {
  readonly id: string
  readonly name: string
  /** Its last day: 2027-06-30. Null: it has no end. */
  readonly end: string | null
  /** ISO 8601: P3M. Null: none was agreed. */
  readonly noticePeriod: string | null
  readonly renewsItself: boolean | null
}

/** A contract that ends soon, or has ended, and what it would take with it. */
export interface EndingContract<Contract extends ContractTerm> {
  readonly contract: Contract
  readonly end: string
  /** Whole days from today to its last day: negative once it has ended. */
  readonly daysLeft: number
  /** It has ended already, and something still needs it. */
  readonly ended: boolean
  /** The last day on which notice can be given: its last day where no period was agreed. */
  readonly noticeBy: string
  /** How many other items wouldn't be OK without it. */
  readonly counts: StateCounts
  readonly streams: readonly ItemState[]
  readonly services: readonly ItemState[]
  /** When it ends, and what would follow, in words. */
  readonly summary: string
}

/**
 * The contracts that end within some days, and those that have ended while something still needs them: by what would
 * follow if they were down, the worst first, then by end. Contracts without end never end soon.
 * @param today a day: 2027-06-30.
 */
export const endingContracts = <Contract extends ContractTerm>(
  index: IndexedSnapshot,
  contracts: readonly Contract[],
  today: string,
  within: number,
): EndingContract<Contract>[] => toEnd(endingContractsInSteps(index, contracts, today, within))

/**
 * What `endingContracts` finds, in steps.
 * @param most how many streams and services are told at most, each as often as a contract would hit it.
 * @throws TooMuch where there are more.
 */
export function* endingContractsInSteps<Contract extends ContractTerm>(
  index: IndexedSnapshot,
  contracts: readonly Contract[],
  today: string,
  within: number,
  most = Infinity,
): Steps<EndingContract<Contract>[]> {
  const asked = contracts.flatMap((contract) => {
    const { id, end } = contract
    const number = index.numbers.get(id)
    if (end === null || number === undefined) return []
    const daysLeft = daysBetween(today, end)
    return daysLeft > within ? [] : [{ contract, end, daysLeft, number }]
  })
  const follows = yield* followsSideBySide(
    index,
    asked.map(({ number }) => number),
    most,
  )
  return asked
    .flatMap(({ contract, end, daysLeft }, place) => {
      const { streams, services, counts } = entry(follows, place)
      const ended = daysLeft < 0
      if (ended && counts.down + counts.degraded + counts.atRisk === 0) return []
      const noticeBy = daysBefore(end, contract.noticePeriod ?? 'P0D')
      const harm = { streams: countStates(streams), services: countStates(services) }
      const then = summaryOfCounts(index, new Map([[contract.id, 'DOWN']]), harm, counts)
      return {
        ...{ contract, end, daysLeft, ended, noticeBy, counts, harm, streams, services },
        summary: `${termInWords(contract, end, daysLeft, noticeBy, today)} ${then}`,
      }
    })
    .sort(
      (a, b) => compareHarm(a.harm, b.harm) || compareText(a.end, b.end) || compareText(a.contract.id, b.contract.id),
    )
    .map(({ harm: _, ...ending }) => ending)
}

/** "Monitoring ends on 2026-12-31, in 39 days; notice could be given until 2026-09-30, and it renews itself." */
function termInWords(
  { name, renewsItself, noticePeriod }: ContractTerm,
  end: string,
  daysLeft: number,
  noticeBy: string,
  today: string,
): string {
  const days = `${Math.abs(daysLeft)} ${Math.abs(daysLeft) === 1 ? 'day' : 'days'}`
  const renews = renewsItself === true ? ', and it renews itself' : ''
  if (daysLeft < 0) {
    return `${name} ended on ${end}, ${days} ago, and is still in use${renews === '' ? '' : ': it renews itself'}.`
  }
  const when = daysLeft === 0 ? 'today' : `in ${days}`
  if (noticePeriod === null) return `${name} ends on ${end}, ${when}${renews}.`
  const notice = noticeBy < today ? `notice could be given until ${noticeBy}` : `notice can be given until ${noticeBy}`
  return `${name} ends on ${end}, ${when}; ${notice}${renews}.`
}

import type { Item } from '../catalogue/catalogue.ts'
import { dayBefore } from '../words/durations.ts'
import type { Tone } from './section.ts'

/** Where a contract stands on a day. */
export type ContractState = 'ended' | 'planned' | 'noticePassed' | 'noticeSoon' | 'endsSoon' | 'running' | 'open'

/** A contract's days, as far as the catalogue says them, and where it stands. */
export interface ContractTerm {
  readonly start: string | undefined
  readonly end: string | undefined
  /** The last day on which notice can be given. */
  readonly notice: string | undefined
  readonly renews: boolean
  readonly state: ContractState
}

/** Half a year: what is called soon, here as in what ends soon. */
const soon = 'P6M'

/** The term of a contract as it stands on a day: 2026-11-22. */
export function termOf({ values }: Pick<Item, 'values'>, today: string): ContractTerm {
  const day = (name: string): string | undefined =>
    typeof values[name] === 'string' && values[name] !== '' ? values[name] : undefined
  const [start, end, period] = [day('start'), day('end'), day('noticePeriod')]
  const notice = end === undefined || period === undefined ? undefined : dayBefore(end, period)
  return { start, end, notice, renews: values['renewsItself'] === true, state: stateOf({ start, end, notice }, today) }
}

function stateOf({ start, end, notice }: Pick<ContractTerm, 'start' | 'end' | 'notice'>, today: string): ContractState {
  const isSoon = (day: string): boolean => dayBefore(day, soon) <= today
  if (end !== undefined && end < today) return 'ended'
  if (start !== undefined && start > today) return 'planned'
  if (end === undefined) return 'open'
  if (notice !== undefined && notice < today) return 'noticePassed'
  if (notice !== undefined && isSoon(notice)) return 'noticeSoon'
  return isSoon(end) ? 'endsSoon' : 'running'
}

/** How loud a state is. */
export const stateTone: Readonly<Record<ContractState, Tone>> = {
  ended: 'bad',
  planned: 'plain',
  noticePassed: 'warn',
  noticeSoon: 'warn',
  endsSoon: 'warn',
  running: 'plain',
  open: 'plain',
}

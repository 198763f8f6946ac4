import type { ContractState, ContractTerm } from '../../page/contract-state.ts'

/** A contract as a timeline draws it. */
export interface TimelineEntry {
  readonly name: string
  /** What follows the name: when it ends, or until when notice can be given. */
  readonly said: string
  /** How many contracts it stands below: a call-off under its framework is 1. */
  readonly depth: number
  readonly term: ContractTerm
}

/** A timeline: every place on it in percent of its width, so that it fits any. */
export interface Timeline {
  readonly label: string
  /** Where years begin. */
  readonly ticks: readonly { readonly at: number; readonly text: string }[]
  readonly today: { readonly at: number; readonly text: string }
  readonly bars: readonly TimelineBar[]
  /** What its signs mean, those that it has. */
  readonly legend: readonly { readonly sign: TimelineSign; readonly text: string }[]
}

/** How a bar looks: each differs from the others in its pattern, not only in its colour. */
export type TimelineSign = 'running' | 'soon' | 'ended' | 'notice' | 'renews'

/** One contract. */
export interface TimelineBar extends Omit<TimelineEntry, 'term'> {
  readonly sign: 'running' | 'soon' | 'ended'
  readonly from: number
  readonly to: number
  /** It began before the timeline does, or its first day isn't recorded. */
  readonly openStart: boolean
  /** It goes on behind the timeline's end, or has none. */
  readonly openEnd: boolean
  /** The last day on which notice can be given. */
  readonly notice?: number
  readonly renews: boolean
}

/** A timeline's words. */
export interface TimelineWords {
  readonly label: string
  readonly today: string
  readonly legend: Readonly<Record<TimelineSign, string>>
}

/** Nobody looks further: what lies outside is cut, and its bar says so. */
const [yearsBack, yearsAhead] = [5, 8]
/** So many years can be told apart by their names on a phone. */
const mostTicks = 7

const signs: Readonly<Record<ContractState, TimelineBar['sign']>> = {
  ended: 'ended',
  planned: 'running',
  noticePassed: 'soon',
  noticeSoon: 'soon',
  endsSoon: 'soon',
  running: 'running',
  open: 'running',
}

/** Lays out a timeline of contracts around a day. */
export function timelineOf(entries: readonly TimelineEntry[], today: string, words: TimelineWords): Timeline {
  const days = entries.flatMap(({ term }) => [term.start, term.end, term.notice]).filter((day) => day !== undefined)
  const first = [...days, shifted(today, -1)].reduce((a, b) => (a < b ? a : b))
  const last = [...days, shifted(today, 1)].reduce((a, b) => (a > b ? a : b))
  const from = yearOf([first, shifted(today, -yearsBack)].reduce((a, b) => (a > b ? a : b)))
  const latest = [last, shifted(today, yearsAhead)].reduce((a, b) => (a < b ? a : b))
  // What ends with a year ends before the picture does, so that one sees whether it goes on.
  const to = yearOf(latest) + (latest.slice(5) > '09-30' ? 2 : 1)
  const at = (day: string): number => {
    const [start, end] = [Date.UTC(from, 0), Date.UTC(to, 0)]
    return round(Math.min(Math.max((Date.parse(day) - start) / (end - start), 0), 1) * 100)
  }
  const bars = entries.map(({ term, ...entry }): TimelineBar => {
    const { start, end, notice, renews, state } = term
    return {
      ...entry,
      sign: signs[state],
      from: start === undefined ? 0 : at(start),
      to: end === undefined ? 100 : at(end),
      openStart: start === undefined || yearOf(start) < from,
      openEnd: end === undefined || yearOf(end) >= to,
      ...(notice === undefined || yearOf(notice) < from || yearOf(notice) >= to ? {} : { notice: at(notice) }),
      renews: renews && end !== undefined,
    }
  })
  const step = Math.ceil((to - from) / mostTicks)
  const years = Array.from({ length: to - from }, (_, i) => from + i).filter((year) => (year - from) % step === 0)
  const has: Readonly<Record<TimelineSign, boolean>> = {
    running: bars.some(({ sign }) => sign === 'running'),
    soon: bars.some(({ sign }) => sign === 'soon'),
    ended: bars.some(({ sign }) => sign === 'ended'),
    notice: bars.some(({ notice }) => notice !== undefined),
    renews: bars.some(({ renews }) => renews),
  }
  return {
    label: words.label,
    ticks: years.map((year) => ({ at: at(`${String(year)}-01-01`), text: String(year) })),
    today: { at: at(today), text: words.today },
    bars,
    legend: (Object.keys(has) as TimelineSign[])
      .filter((sign) => has[sign])
      .map((sign) => ({ sign, text: words.legend[sign] })),
  }
}

const yearOf = (day: string): number => Number(day.slice(0, 4))
const round = (value: number): number => Math.round(value * 100) / 100

/** The same day some years later or, below 0, earlier. */
const shifted = (day: string, years: number): string => `${String(yearOf(day) + years).padStart(4, '0')}${day.slice(4)}`

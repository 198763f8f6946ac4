import type { State } from './states.ts'
import { listed } from './listed.ts'

/**
 * How impact is told in a language. The engine collects what there is to say; a phrase book puts it into sentences, whose
 * order of words is its own business.
 */
export interface Phrases {
  /** How an item that was declared is: "Ticketing is taken to be down." */
  readonly declared: (name: string, state: State) => string
  /** Why an item is as it is. */
  readonly failure: (failure: ToldFailure) => string
  /** A path in words: "Capture is done with Ticketing." */
  readonly path: (clauses: readonly Clause[]) => string
  /** How a redundancy group stands: "2 of 3 left", or "1 of 3 left, 2 needed". */
  readonly left: (group: ToldGroup) => string
  /** The answer to "what if these fail?" in one or two sentences. */
  readonly summary: (summary: ToldSummary) => string
  /** The answer to "what must be looked at again?", or to "what does this need?", in one sentence. */
  readonly reach: (reach: ToldReach) => string
}

/** One relation of a path, as the item that the path comes from sees it. */
export interface Clause {
  readonly from: string
  /** Of the relation: "is done with". */
  readonly verb: string
  readonly to: string
  /** The redundancy group that the path goes through. */
  readonly group?: ToldGroup | undefined
}

/** How many of a group's members still work. */
export interface ToldGroup {
  readonly left: number
  readonly members: number
  /** How many must. */
  readonly atLeast: number
}

/** An item's failure, with the shortest way to its cause. */
export interface ToldFailure {
  readonly name: string
  readonly state: State
  /** From the item to its cause, at least one. */
  readonly clauses: readonly Clause[]
  /** How the last item of the way is. */
  readonly cause: State
}

/** What a failure does. */
export interface ToldSummary {
  /** What was declared. */
  readonly failed: readonly { readonly name: string; readonly state: State }[]
  /**
   * What a manager asks after first: how many there are, and how many are in which state, the worst first. Where some of
   * them were declared themselves, these are the others.
   */
  readonly kinds: readonly {
    readonly kind: ToldKind
    readonly others: boolean
    readonly all: number
    readonly states: readonly { readonly state: State; readonly count: number }[]
  }[]
  /** How many items of other kinds aren't OK. */
  readonly others: number
  /** Nothing but what was declared is affected. */
  readonly nothing: boolean
}

/** What a change reaches, or what something needs. */
export interface ToldReach {
  readonly question: 'CHANGE' | 'UPSTREAM'
  /** What was asked about. */
  readonly names: readonly string[]
  /** How many items are reached. */
  readonly total: number
  /** How many of them a manager asks after first. */
  readonly kinds: readonly { readonly kind: ToldKind; readonly count: number }[]
}

/** Kinds that are counted in sentences. */
export type ToldKind = 'ValueStream' | 'Service'

const states: Record<State, string> = { OK: 'OK', AT_RISK: 'at risk', DEGRADED: 'degraded', DOWN: 'down' }
const kinds: Record<ToldKind, readonly [one: string, many: string]> = {
  ValueStream: ['value stream', 'value streams'],
  Service: ['service', 'services'],
}

/** English: what the API and the command line speak. */
export const english: Phrases = {
  declared: (name, state) => `${name} is taken to be ${states[state]}.`,
  failure: ({ name, state, clauses, cause }) =>
    `${name} is ${states[state]} because it ${clauses.map(clauseText).join(', which ')}, which is ${states[cause]}.`,
  path: (clauses) => `${clauses[0]?.from ?? ''} ${clauses.map(clauseText).join(', which ')}.`,
  left: leftText,
  summary({ failed, kinds: told, others, nothing }) {
    const start = `With ${listed(failed.map(({ name, state }) => `${name} ${states[state]}`))}`
    if (nothing) return `${start}, nothing else is affected.`
    const parts = told.map(({ kind, others: areOthers, all, states: some }) => {
      const other = areOthers ? 'other ' : ''
      const [one, many] = [`${other}${kinds[kind][0]}`, `${other}${kinds[kind][1]}`]
      if (some.length === 0) return `no ${one} is affected`
      const [first] = some
      if (first?.count === all) return `${everyOne(all, one, many)} ${states[first.state]}`
      const counts = some.map(({ state, count }, i) => {
        const verb = count === 1 ? 'is ' : 'are '
        return `${count} ${i === 0 ? verb : ''}${states[state]}`
      })
      return `of ${all} ${many} ${listed(counts)}`
    })
    const rest = others === 0 ? '' : ` ${others} other ${others === 1 ? 'item isn’t' : 'items aren’t'} OK.`
    return `${start}: ${parts.join('; ')}.${rest}`
  },
  reach({ question, names, total, kinds: told }) {
    const [said, s] = [listed(names), names.length === 1 ? 's' : '']
    if (total === 0) return question === 'CHANGE' ? `Nothing depends on ${said}.` : `${said} need${s} nothing.`
    const items = `${total} ${total === 1 ? 'item' : 'items'}`
    if (question === 'UPSTREAM') return `${said} need${s} ${items}, all the way down.`
    const among = told.map(({ kind, count }) => counted(count, kind))
    const which = among.length === 0 ? '' : `, ${listed(among)} among them`
    return `If ${said} change${s}, ${items} must be looked at again${which}.`
  },
}

const clauseText = ({ verb, to, group }: Clause): string =>
  `${verb} ${to}${group === undefined ? '' : ` (${leftText(group)})`}`

function leftText({ left, members, atLeast }: ToldGroup): string {
  return `${left} of ${members} left${atLeast === 1 ? '' : `, ${atLeast} needed`}`
}

const counted = (count: number, kind: ToldKind): string => `${count} ${kinds[kind][count === 1 ? 0 : 1]}`

/** That something holds for all there are: "all 9 value streams are". */
const everyOne = (all: number, one: string, many: string): string =>
  all === 1 ? `the one ${one} is` : `${all === 2 ? 'both' : `all ${all}`} ${many} are`

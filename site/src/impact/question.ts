import { states } from '../../../graph/impact/states.ts'
import type { State } from '../../../graph/impact/states.ts'

/** What a question is: what fails with it, what must be looked at again, what it needs, which ways lead from one to another. */
export const directions = ['fails', 'changes', 'needs', 'ways'] as const
export type Direction = (typeof directions)[number]

/** What somebody asks the explorer. The address of the page holds all of it. */
export interface Question {
  readonly direction: Direction
  readonly items: readonly AskedItem[]
  /** Kinds that failure doesn't reach and pass through. */
  readonly without: readonly string[]
  /** The greatest degree that is listed; undefined: any. */
  readonly most: number | undefined
  /** The one kind that is listed; undefined: all. It changes the list, not the answer. */
  readonly show: string | undefined
  /** Which ways, where the question is that; `items` and what narrows them have no part in it. */
  readonly ways: WaysAsked
}

/** Two items, and which ways between them. */
export interface WaysAsked {
  /** Ids; undefined: not chosen yet. */
  readonly from: string | undefined
  readonly to: string | undefined
  /** How many at most. */
  readonly first: number
  /** Types of relations that aren't followed. */
  readonly without: readonly string[]
}

/** More ways than this nobody reads; the API answers as many. */
export const mostWays = 20

/** An item that the question is about. */
export interface AskedItem {
  readonly id: string
  /** How it is, where the question is what fails. */
  readonly state: FailedState
}

/** How an item may be said to be. */
export type FailedState = Exclude<State, 'OK'>

/** The same, the worst first. */
export const failedStates = states.filter((state) => state !== 'OK').toReversed()

/** Before anything is asked. */
export const emptyQuestion: Question = {
  direction: 'fails',
  items: [],
  without: [],
  most: undefined,
  show: undefined,
  ways: { from: undefined, to: undefined, first: 3, without: [] },
}

/**
 * Reads a question from an address's query. What makes no sense in it is left out.
 * @param former ids that items had before, with those that they have now: addresses outlive ids.
 */
export function questionIn(query: string, former: ReadonlyMap<string, string> = new Map()): Question {
  const said = new URLSearchParams(query)
  const now = (id: string): string => former.get(id) ?? id
  const direction = directions.find((each) => each === said.get('ask')) ?? 'fails'
  if (direction === 'ways') return { ...emptyQuestion, direction, ways: waysIn(said, now) }
  const most = Number(said.get('most') ?? '')
  const asked = said.getAll('item').map(askedItem)
  const items = new Map(asked.map(({ id, state }) => [now(id), { id: now(id), state }]))
  items.delete('')
  return {
    ...emptyQuestion,
    direction,
    items: [...items.values()],
    without: listIn(said, 'without'),
    most: Number.isInteger(most) && most > 0 ? most : undefined,
    show: said.get('show') ?? undefined,
  }
}

/** Writes a question as an address's query: `?item=application/ticketing:DOWN`; empty where nothing is asked. */
export function queryOf(question: Question): string {
  const { direction } = question
  const parts = [
    ...(direction === 'fails' ? [] : [['ask', direction]]),
    ...(direction === 'ways' ? waysParts(question.ways) : itemParts(question)),
  ]
  const written = parts.map(([name = '', value = '']) => `${name}=${readable(value)}`)
  return written.length === 0 ? '' : `?${written.join('&')}`
}

function itemParts({ direction, items, without, most, show }: Question): string[][] {
  return [
    ...items.map(({ id, state }) => ['item', direction === 'fails' ? `${id}:${state}` : id]),
    ...(without.length === 0 ? [] : [['without', without.join(',')]]),
    ...(most === undefined ? [] : [['most', String(most)]]),
    ...(show === undefined ? [] : [['show', show]]),
  ]
}

function waysParts({ from, to, first, without }: WaysAsked): string[][] {
  return [
    ...(from === undefined ? [] : [['from', from]]),
    ...(to === undefined ? [] : [['to', to]]),
    ...(first === emptyQuestion.ways.first ? [] : [['first', String(first)]]),
    ...(without.length === 0 ? [] : [['without', without.join(',')]]),
  ]
}

function waysIn(said: URLSearchParams, now: (id: string) => string): WaysAsked {
  const first = Number(said.get('first') ?? '')
  const end = (name: string): string | undefined => {
    const id = said.get(name)
    return id === null ? undefined : now(id)
  }
  return {
    from: end('from'),
    to: end('to'),
    first: Number.isInteger(first) && first > 0 ? Math.min(first, mostWays) : emptyQuestion.ways.first,
    without: listIn(said, 'without'),
  }
}

const listIn = (said: URLSearchParams, name: string): string[] => (said.get(name) ?? '').split(',').filter(Boolean)

function askedItem(written: string): AskedItem {
  const end = written.lastIndexOf(':')
  const state = end === -1 ? undefined : failedStates.find((each) => each === written.slice(end + 1))
  return state === undefined ? { id: written, state: 'DOWN' } : { id: written.slice(0, end), state }
}

/** Encoded as little as addresses allow. */
const readable = (value: string): string =>
  encodeURIComponent(value).replaceAll('%2F', '/').replaceAll('%3A', ':').replaceAll('%2C', ',')

import { calendarOf, minutesOf } from '../../../graph/catalogue/duration.ts'
import type { Calendar } from '../../../graph/catalogue/duration.ts'
import type { Stream, StreamStep, Way } from '../../../graph/stream/stream.ts'

/** All of a relation: a stream with more of anything is refused by nobody, but drawn and read by nobody either. */
const all = '(first: 10000)'

/** What must be read of a value stream for its measures. */
export const flowSelection = `{
  id name perspective timesIn
  steps${all} { nodes {
    id name position optional processTime leadTime completeAndAccurate
    activity { id name }
    practices${all} { edges { activities node { id name } } }
    performedBy${all} { nodes { id name } }
    contracts${all} { nodes { id name suppliers${all} { nodes { id name } } } }
    next${all} { edges { share rework node { id } } }
  } }
}`

/** A page of items. */
export interface Nodes<Item> {
  readonly nodes: readonly Item[]
}

/** A page of items with what leads to them. */
export interface Edges<Item, Edge> {
  readonly edges: readonly (Edge & { readonly node: Item })[]
}

/** What every item says. */
export interface Selected {
  readonly id: string
  readonly name: string
}

/** A value stream as `flowSelection` is answered. */
export interface SelectedStream extends Selected {
  readonly perspective: Stream['perspective']
  readonly timesIn: Stream['timesIn']
  readonly steps: Nodes<SelectedStep>
}

interface SelectedStep extends Selected {
  readonly position: number
  readonly optional: boolean
  readonly processTime: string | null
  readonly leadTime: string | null
  readonly completeAndAccurate: number | null
  readonly activity: Selected
  readonly practices: Edges<Selected, { readonly activities: readonly string[] | null }>
  readonly performedBy: Nodes<Selected>
  readonly contracts: Nodes<Selected & { readonly suppliers: Nodes<Selected> }>
  readonly next: Edges<{ readonly id: string }, SelectedWay>
}

interface SelectedWay {
  readonly share: number | null
  readonly rework: boolean
}

/** The stream that was read, as its measures take it. @param working the catalogue's working calendar. */
export function streamOf(read: SelectedStream, working: Calendar): Stream {
  const { id, name, perspective, timesIn, steps } = read
  const calendar = calendarOf(timesIn, working)
  const place = new Map(steps.nodes.map((step) => [step.id, step.position]))
  return { id, name, perspective, timesIn, steps: steps.nodes.map((step) => stepOf(step, calendar, place)) }
}

function stepOf(read: SelectedStep, calendar: Calendar, place: ReadonlyMap<string, number>): StreamStep {
  const { id, name, position, optional, activity, practices, performedBy, contracts } = read
  const minutes = (duration: string | null): number | undefined =>
    duration === null ? undefined : minutesOf(duration, calendar)
  return {
    ...{ id, name, position, optional, activity: activity.id },
    practices: practices.edges.map(({ node, activities }) => ({ ...node, activities: activities ?? [] })),
    performedBy: performedBy.nodes.map((party) => party.id),
    contracts: contracts.nodes.map((contract) => contract.id),
    suppliers: contracts.nodes.flatMap(({ suppliers }) => suppliers.nodes.map((supplier) => supplier.id)),
    processMinutes: minutes(read.processTime),
    leadMinutes: minutes(read.leadTime),
    completeAndAccurate: read.completeAndAccurate ?? undefined,
    // The graph tells every way (`default-flow.ts`): where there is none, the stream ends.
    next: read.next.edges
      .map(({ node, share, rework }): Way => ({ to: node.id, rework, share: share ?? undefined }))
      .sort((a, b) => (place.get(a.to) ?? 0) - (place.get(b.to) ?? 0)),
  }
}

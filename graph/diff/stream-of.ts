import { calendarOf, minutesOf } from '../catalogue/duration.ts'
import type { Calendar } from '../catalogue/duration.ts'
import type { Stream, StreamStep, Way } from '../stream/stream.ts'
import { nameOf, numberIn, textIn } from './view.ts'
import type { SideView } from './view.ts'

/** A value stream of one side, as its measures take it. */
export function streamOf(view: SideView, id: string): Stream {
  const properties = view.side.graph.nodes.get(id)?.properties ?? {}
  const calendar = calendarOf(properties['timesIn'], view.side.settings.calendar)
  return {
    ...{ id, name: nameOf(properties, id) },
    perspective: properties['perspective'] === 'AS_IS' ? 'AS_IS' : 'TO_BE',
    timesIn: properties['timesIn'] === 'ELAPSED_TIME' ? 'ELAPSED_TIME' : 'WORKING_TIME',
    steps: view.from(id, 'HAS_STEP').map(({ to }) => stepOf(view, to, calendar)),
  }
}

function stepOf(view: SideView, id: string, calendar: Calendar): StreamStep {
  const properties = view.side.graph.nodes.get(id)?.properties ?? {}
  const targets = (from: string, type: string): string[] => view.from(from, type).map(({ to }) => to)
  const minutes = (field: string): number | undefined => {
    const written = textIn(properties, field)
    return written === undefined ? undefined : minutesOf(written, calendar)
  }
  const contracts = targets(id, 'RELIES_ON')
  return {
    ...{ id, name: nameOf(properties, id), position: numberIn(properties, 'position') ?? 0 },
    ...{ optional: properties['optional'] === true, activity: targets(id, 'VISITS')[0] ?? '' },
    practices: view.from(id, 'WORKED_BY').map(({ to, properties: work }) => ({
      ...{ id: to, name: view.item(to)?.name ?? to },
      activities: Array.isArray(work['activities']) ? work['activities'].map(String) : [],
    })),
    performedBy: targets(id, 'PERFORMED_BY'),
    contracts,
    suppliers: contracts.flatMap((contract) => targets(contract, 'AGREED_WITH')),
    processMinutes: minutes('processTime'),
    leadMinutes: minutes('leadTime'),
    completeAndAccurate: numberIn(properties, 'completeAndAccurate'),
    // The graph tells every way (`default-flow.ts`): where there is none, the stream ends.
    next: view
      .from(id, 'NEXT')
      .map((way): Way & { readonly place: number } => ({
        ...{ to: way.to, rework: way.properties['rework'] === true, share: numberIn(way.properties, 'share') },
        place: Number(view.value(way.to, 'position') ?? 0),
      }))
      .sort((a, b) => a.place - b.place)
      .map(({ place: _, ...way }) => way),
  }
}

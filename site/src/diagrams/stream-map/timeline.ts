import { messages } from '../../messages/messages.ts'
import type { MapStep, MapTime, StreamMap } from './stream-map.ts'

/** Where a time stands: waits above, work below. */
export type Level = 'WAIT' | 'PROCESS'

/** One time of the critical path. */
export interface Told {
  readonly step: MapStep
  readonly time: MapTime
  readonly level: Level
  /** The whole lead time of a step, which its process time doesn't divide: none is recorded, or more than the lead time. */
  readonly unsplit: boolean
}

/** The times of the critical path, in the order in which they pass: of each step, its wait and then its work. */
export const timesOf = (map: StreamMap): Told[] =>
  pathOf(map).flatMap((step) => {
    const { process, lead, wait } = step
    const unsplit = wait === undefined && lead !== undefined
    const before = unsplit ? lead : wait
    return [
      ...(before === undefined ? [] : [{ step, time: before, level: 'WAIT' as const, unsplit }]),
      ...(process === undefined || unsplit ? [] : [{ step, time: process, level: 'PROCESS' as const, unsplit: false }]),
    ].filter(({ time }) => minutesOf(time) > 0)
  })

/** How long a time is drawn. */
export const minutesOf = ({ minutes = 0 }: MapTime): number => minutes

const pathOf = ({ steps, criticalPath }: StreamMap): MapStep[] =>
  criticalPath.flatMap((id) => steps.find((step) => step.id === id) ?? [])

/** The sums, as they stand at its end. */
export const totalsOf = ({ totals: { process, wait, lead } }: StreamMap): string[] => [
  ...(wait === undefined ? [] : [messages.streamDrawing.waitTotal(wait.text)]),
  ...(process === undefined ? [] : [messages.streamDrawing.processTotal(process.text)]),
  ...(lead === undefined ? [] : [messages.streamDrawing.leadTotal(lead.text)]),
]

/** Why there is nothing to draw to scale, in a sentence. */
export function noTimeline(map: StreamMap): string {
  const areTimed = (steps: readonly MapStep[]): boolean =>
    steps.some(({ process, lead }) => process !== undefined || lead !== undefined)
  if (!areTimed(map.steps)) return messages.streamDrawing.noTimes
  if (map.criticalPath.length === 0) return messages.streamDrawing.noFlow
  return areTimed(pathOf(map)) ? messages.streamDrawing.onlyNothing : messages.streamDrawing.noTimesOnPath
}

/** What the times count and leave out, in sentences. */
export function notesOf(map: StreamMap): string[] {
  const path = pathOf(map)
  const recording = (process: boolean, lead: boolean): MapStep[] =>
    path.filter(
      (step) =>
        step.wait === undefined && (step.process !== undefined) === process && (step.lead !== undefined) === lead,
    )
  const list = (say: (steps: string) => string, steps: readonly MapStep[]): string[] =>
    steps.length === 0 ? [] : [say(steps.map(({ number }) => number).join(', '))]
  const { noTimesIn, onlyProcessIn, onlyLeadIn, processAboveLeadIn, offPath } = messages.streamDrawing
  return [
    messages.measures.clock(map.clock),
    ...list(noTimesIn, recording(false, false)),
    ...list(onlyProcessIn, recording(true, false)),
    ...list(onlyLeadIn, recording(false, true)),
    ...list(processAboveLeadIn, recording(true, true)),
    ...list(
      offPath,
      map.steps.filter((step) => !path.includes(step)),
    ),
  ]
}

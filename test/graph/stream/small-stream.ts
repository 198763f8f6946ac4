import type { Stream, StreamStep, Way } from '../../../graph/stream/stream.ts'

/** A way, with the share in percent. */
export const way = (to: string, share?: number, rework = false): Way => ({ to, share, rework })

/** A step with the least that a step needs. */
export function step(id: string, fields: Partial<StreamStep> = {}): Omit<StreamStep, 'position'> {
  return {
    id,
    name: id.toUpperCase(),
    optional: false,
    activity: 'activity/engage',
    practices: [{ id: 'practice/service-desk', name: 'Service desk', activities: [] }],
    performedBy: ['team/desk'],
    contracts: [],
    suppliers: [],
    processMinutes: 5,
    leadMinutes: 10,
    completeAndAccurate: 90,
    ...fields,
  }
}

/** A stream of steps in the order given. */
export function streamOf(...steps: Omit<StreamStep, 'position'>[]): Stream {
  return {
    id: 'value-stream/small',
    name: 'Small stream',
    perspective: 'TO_BE',
    timesIn: 'WORKING_TIME',
    steps: steps.map((each, i) => ({ ...each, position: i + 1 })),
  }
}

import type { HandOff, MapStep, MapWay, StreamMap } from '../../../../site/src/diagrams/stream-map/stream-map.ts'

export const activities = [
  'plan',
  'engage',
  'design-and-transition',
  'obtain-build',
  'deliver-and-support',
  'improve',
].map((id) => ({ id: `activity/${id}`, name: id.replaceAll('-', ' ') }))
export const practices = Array.from({ length: 7 }, (_, i) => ({
  id: `practice/${i}`,
  name:
    ['Service desk', 'Service configuration management', 'Problem management', 'Kapazitätsbemessungsverfahren'][i] ??
    `P${i}`,
}))

/** A way between two steps by their places, from 0. */
export interface MadeWay {
  readonly from: number
  readonly to: number
  readonly loop: boolean
  readonly share: number | undefined
  readonly handOff: HandOff
}

/**
 * A stream from its steps and ways.
 * @param goesOn by step: whether the next one in the file follows it.
 */
export function madeMap(
  raw: readonly Omit<MapStep, 'id' | 'number' | 'performers'>[],
  goesOn: readonly boolean[],
  extra: readonly MadeWay[],
  perspective: StreamMap['perspective'],
): StreamMap {
  const steps = raw.map((step, i): MapStep => ({ ...step, id: `s${i}`, number: i + 1, performers: [] }))
  const plain = steps
    .slice(1)
    .flatMap((_, i): MadeWay[] =>
      goesOn[i] === true && !extra.some(({ from, to }) => from === i && to === i + 1)
        ? [{ from: i, to: i + 1, loop: false, share: undefined, handOff: 'NONE' }]
        : [],
    )
  const ways = [...plain, ...extra].map(({ from, to, share, ...way }): MapWay => ({
    ...way,
    from: `s${from}`,
    to: `s${to}`,
    ...(share === undefined ? {} : { share }),
  }))
  const criticalPath = ['s0']
  for (let at = 's0'; ;) {
    const on = ways.find(({ from, to, loop }) => from === at && !loop && Number(to.slice(1)) > Number(at.slice(1)))
    if (on === undefined) break
    criticalPath.push((at = on.to))
  }
  return {
    name: 'Any stream',
    perspective,
    steps,
    ways,
    rarerWays: 0,
    criticalPath,
    clock: 'Working time: a day is 8 h',
    totals: { process: { minutes: 500, text: '1 d 20 min' }, lead: { minutes: 5000, text: '10 d 3 h' } },
  }
}

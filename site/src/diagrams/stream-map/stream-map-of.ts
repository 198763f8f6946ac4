import { targetsOf } from '../../catalogue/catalogue.ts'
import type { Item } from '../../catalogue/catalogue.ts'
import { stepsOf, waysFrom } from '../../page/flow.ts'
import { apiFigure, shortDuration } from '../../words/durations.ts'
import { inSiteLanguage } from '../../words/site-language.ts'
import { measuredWays } from '../loops.ts'
import type { LoopMeasures } from '../loops.ts'
import type { HandOff, MapLane, MapStep, MapTime, StreamMap } from './stream-map.ts'
import { withStrongestWays } from './strongest-ways.ts'

/** What the picture takes from the API's `ValueStream.measures`: its answer, as it comes. */
export interface MapMeasures extends LoopMeasures {
  readonly clock: string
  readonly criticalPath: { readonly steps: readonly Named[]; readonly onePass: Times } | null
  readonly steps: readonly (Times & { readonly step: Named; readonly visits: number })[]
  readonly handOffsBetweenPractices: HandOffs | null
  readonly handOffsBetweenPerformers: HandOffs | null
  readonly endsEarly: readonly { readonly step: Named; readonly share: number }[]
}
interface Named {
  readonly id: string
}
interface Times {
  readonly process: MapTime | null
  readonly lead: MapTime | null
  readonly wait: MapTime | null
}
interface HandOffs {
  readonly ways: readonly { readonly from: Named; readonly to: Named }[]
}

/**
 * A stream as its picture needs it. What its measures lack, because it can't be measured or no way comes to a step, is
 * taken from the steps themselves. Of very many ways, only the strongest are left.
 * @param href where an item's page is; undefined where pictures have no links.
 */
export function streamMapOf(stream: Item, measures: MapMeasures, href: (item: Item) => string | undefined): StreamMap {
  const steps = stepsOf(stream)
  const lane = (item: Item): MapLane => ({ id: item.id, name: item.name, ...given({ href: href(item) }) })
  const byStep = new Map(measures.steps.map((each) => [each.step.id, each]))
  const endsEarly = new Map(measures.endsEarly.map((each) => [each.step.id, each.share]))
  const map: StreamMap = {
    name: stream.name,
    perspective: stream.values['perspective'] === 'AS_IS' ? 'AS_IS' : 'TO_BE',
    steps: steps.map((step, i): MapStep => {
      const [activity] = targetsOf(step, 'VISITS')
      const quality = step.values['completeAndAccurate']
      return {
        id: step.id,
        number: i + 1,
        name: step.name,
        optional: step.values['optional'] === true,
        activity: lane(activity?.item ?? step),
        practices: practicesOf(step).map(lane),
        performers: targetsOf(step, 'PERFORMED_BY').map(({ item }) => item.name),
        ...given({
          href: href(step),
          completeAndAccurate: typeof quality === 'number' ? quality : undefined,
          endsHere: percentOf(endsEarly.get(step.id)),
          process: saidTime(step.values['processTime']),
          lead: saidTime(step.values['leadTime']),
        }),
        ...timesOf(byStep.get(step.id)),
      }
    }),
    ways: steps.flatMap((step) =>
      measuredWays(step, waysFrom(step), measures).map(({ to, share, rework, when }) => ({
        from: step.id,
        to: to.id,
        loop: rework,
        handOff: byStep.has(step.id) ? handOffOn(step, to, measures) : writtenHandOff(step, to),
        ...given({ share, when }),
      })),
    ),
    rarerWays: 0,
    criticalPath: measures.criticalPath?.steps.map(({ id }) => id) ?? [],
    clock: inSiteLanguage(measures.clock),
    totals: timesOf(measures.criticalPath?.onePass),
  }
  return withStrongestWays(map, new Map(measures.steps.map(({ step, visits }) => [step.id, visits])))
}

/** A duration of the step's file, as its page says it. */
const saidTime = (duration: unknown): MapTime | undefined =>
  typeof duration === 'string' ? { text: shortDuration(duration) } : undefined

/** A part of 1 in percent: to a tenth, but never nothing where it is something. */
const percentOf = (part: number | undefined): number | undefined =>
  part === undefined ? undefined : Math.max(0.1, Math.round(part * 1000) / 10)

/** The more a step depends on a practice, the further in front it stands. */
const weights = ['ESSENTIAL', 'IMPORTANT', 'SUPPORTING']
const practicesOf = (step: Item): Item[] =>
  [...targetsOf(step, 'WORKED_BY')]
    .sort((a, b) => weights.indexOf(String(a.values['criticality'])) - weights.indexOf(String(b.values['criticality'])))
    .map(({ item }) => item)

function handOffOn(from: Item, to: Item, measures: MapMeasures): HandOff {
  const isIn = (handOffs: HandOffs | null): boolean =>
    handOffs?.ways.some((way) => way.from.id === from.id && way.to.id === to.id) === true
  return handOff(isIn(measures.handOffsBetweenPractices), isIn(measures.handOffsBetweenPerformers))
}

/** As the measures count hand-offs: both steps name somebody, and nobody is in both. */
function writtenHandOff(from: Item, to: Item): HandOff {
  const changes = (type: string): boolean => {
    const [before, after] = [targetsOf(from, type), targetsOf(to, type)].map((each) => each.map(({ item }) => item))
    if (before === undefined || after === undefined) return false
    return before.length > 0 && after.length > 0 && !before.some((item) => after.includes(item))
  }
  return handOff(changes('WORKED_BY'), changes('PERFORMED_BY'))
}

function handOff(practice: boolean, performer: boolean): HandOff {
  if (practice) return performer ? 'BOTH' : 'PRACTICE'
  return performer ? 'PERFORMER' : 'NONE'
}

const timesOf = (times: Times | undefined): Pick<MapStep, 'process' | 'lead' | 'wait'> =>
  given({ process: inWords(times?.process), lead: inWords(times?.lead), wait: inWords(times?.wait) })

const inWords = (time: MapTime | null | undefined): MapTime | undefined =>
  time == null ? undefined : { ...time, text: apiFigure(time.text) }

/** Only what there is. */
const given = <T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never

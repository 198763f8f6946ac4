import { targetsOf } from '../../catalogue/catalogue.ts'
import type { Item } from '../../catalogue/catalogue.ts'
import { stepsOf, waysFrom } from '../../page/flow.ts'
import type { HandOff, MapLane, MapStep, MapTime, StreamMap } from './stream-map.ts'

/** What the picture takes from the API's `ValueStream.measures`: its answer, as it comes. */
export interface MapMeasures {
  readonly clock: string
  readonly criticalPath: { readonly steps: readonly Named[]; readonly onePass: Times } | null
  readonly steps: readonly (Times & { readonly step: Named })[]
  readonly handOffsBetweenPractices: HandOffs | null
  readonly handOffsBetweenPerformers: HandOffs | null
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
 * A stream as its picture needs it.
 * @param href where an item's page is; undefined where pictures have no links.
 */
export function streamMapOf(stream: Item, measures: MapMeasures, href: (item: Item) => string | undefined): StreamMap {
  const steps = stepsOf(stream)
  const lane = (item: Item): MapLane => ({ id: item.id, name: item.name, ...given({ href: href(item) }) })
  const byStep = new Map(measures.steps.map((each) => [each.step.id, each]))
  return {
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
        ...given({ href: href(step), completeAndAccurate: typeof quality === 'number' ? quality : undefined }),
        ...timesOf(byStep.get(step.id)),
      }
    }),
    ways: steps.flatMap((step) =>
      waysFrom(step).map(({ to, share, rework, when }) => ({
        from: step.id,
        to: to.id,
        rework,
        handOff: handOffOn(step, to, measures),
        ...given({ share, when }),
      })),
    ),
    criticalPath: measures.criticalPath?.steps.map(({ id }) => id) ?? [],
    clock: measures.clock,
    totals: timesOf(measures.criticalPath?.onePass),
  }
}

/** The more a step depends on a practice, the further in front it stands. */
const weights = ['ESSENTIAL', 'IMPORTANT', 'SUPPORTING']
const practicesOf = (step: Item): Item[] =>
  [...targetsOf(step, 'WORKED_BY')]
    .sort((a, b) => weights.indexOf(String(a.values['criticality'])) - weights.indexOf(String(b.values['criticality'])))
    .map(({ item }) => item)

function handOffOn(from: Item, to: Item, measures: MapMeasures): HandOff {
  const isIn = (handOffs: HandOffs | null): boolean =>
    handOffs?.ways.some((way) => way.from.id === from.id && way.to.id === to.id) === true
  const practice = isIn(measures.handOffsBetweenPractices)
  const performer = isIn(measures.handOffsBetweenPerformers)
  if (practice) return performer ? 'BOTH' : 'PRACTICE'
  return performer ? 'PERFORMER' : 'NONE'
}

const timesOf = (times: Times | undefined): Pick<MapStep, 'process' | 'lead' | 'wait'> =>
  given({ process: times?.process ?? undefined, lead: times?.lead ?? undefined, wait: times?.wait ?? undefined })

/** Only what there is. */
const given = <T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never

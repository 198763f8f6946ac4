import { indexSnapshot } from '../graph/impact/index-snapshot.ts'
import { singlePoints } from '../graph/impact/single-points.ts'
import type { Need, Snapshot } from '../graph/impact/snapshot.ts'
import type { Criticality } from '../graph/impact/states.ts'
import { randomNumbers } from './generated-catalogue.ts'

const size = { items: 10_000, needs: 90_000, targets: 1_800 }
/** How often each graph is asked. */
const times = 5

/**
 * Measures the single points of failure of a whole organisation on graphs of two shapes: needs that lead from layer to
 * layer, and needs that lead anywhere and back; of each with few and with many needs that back each other up.
 * @returns rows of a table: shape, how many points there are, and the median of the time that one processor takes.
 */
export function measureSinglePoints(): string {
  const rows = ([0.35, 0.7] as const).flatMap((grouped) =>
    (['from layer to layer', 'anywhere and back'] as const).map((shape) => {
      const snapshot = graphOf(shape === 'anywhere and back', grouped)
      const index = indexSnapshot(snapshot)
      const targets = snapshot.items.slice(0, size.targets).map(({ id }) => id)
      let points = 0
      const measured = Array.from({ length: times }, () => {
        const before = process.cpuUsage()
        points = singlePoints(index, targets).length
        const { user, system } = process.cpuUsage(before)
        return (user + system) / 1000
      })
      const median = measured.sort((a, b) => a - b)[Math.floor(times / 2)] ?? 0
      return `| ${shape} | ${String(grouped * 100)} % | ${String(points)} | ${median.toFixed(0)} ms |`
    }),
  )
  const { items, needs, targets } = size
  return [
    `Single points of failure of ${String(targets)} of ${String(items)} items with ${String(needs)} needs:`,
    '| needs lead | backed up | points | CPU time |\n|---|---|---|---|',
    ...rows,
  ].join('\n')
}

/** A graph whose first items are the targets: half of the needs essential, some of them in groups of two or three. */
function graphOf(leadsBack: boolean, grouped: number): Snapshot {
  const random = randomNumbers(size.items)
  const below = (end: number): number => Math.floor(random() * end)
  const name = (item: number): string => `application/${String(item)}`
  const layer = size.items / 8
  const needs = new Map<string, Need>()
  while (needs.size < size.needs) {
    const item = below(leadsBack ? size.items : size.items - layer)
    const [dependent, needed] = [
      name(item),
      name(leadsBack ? below(size.items) : (Math.floor(item / layer) + 1) * layer + below(layer)),
    ]
    const criticality: Criticality =
      (['ESSENTIAL', 'ESSENTIAL', 'IMPORTANT', 'SUPPORTING'] as const)[below(4)] ?? 'ESSENTIAL'
    const redundancyGroup = random() < grouped ? `group ${String(below(2))}` : undefined
    if (dependent === needed) continue
    needs.set(`${dependent} ${needed}`, {
      dependent,
      needed,
      type: 'NEEDS',
      criticality,
      redundancyGroup,
      relation: needs.size,
    })
  }
  const items = Array.from({ length: size.items }, (_, item) => ({
    id: name(item),
    kind: 'Application',
    name: name(item),
  }))
  return { items, needs: [...needs.values()] }
}

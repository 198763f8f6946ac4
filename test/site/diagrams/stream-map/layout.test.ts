import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { layOutStreamMap } from '../../../../site/src/diagrams/stream-map/layout.ts'
import type { StreamMap } from '../../../../site/src/diagrams/stream-map/stream-map.ts'
import { streamMapParts, streamMapSvg } from '../../../../site/src/diagrams/stream-map/svg.ts'
import { anyMap } from './any-map.ts'
import { exampleMaps } from './example-maps.ts'
import { faultsOf } from './faults-of.ts'
import { steadyMap } from './steady-map.ts'

const both = ['ACTIVITY', 'PRACTICE'] as const

async function faultsIn(map: StreamMap): Promise<string[]> {
  const layouts = await Promise.all(both.map((by) => layOutStreamMap(map, by)))
  return layouts.flatMap((layout) => faultsOf(layout).map((fault) => `${layout.lanesBy}: ${fault}`))
}

describe('the example’s streams', () => {
  let maps: readonly StreamMap[]
  beforeAll(async () => {
    maps = await exampleMaps()
  })

  it('are drawn without anything over anything else', async () => {
    expect(maps).toHaveLength(9)
    for (const map of maps) expect(await faultsIn(map), map.name).toStrictEqual([])
  })

  it('show every step, every way, and the times of the critical path', async () => {
    for (const map of maps) {
      const { steps, ways, ladder } = await layOutStreamMap(map, 'ACTIVITY')
      expect(steps.map(({ step }) => step.id)).toStrictEqual(map.steps.map(({ id }) => id))
      expect(ways).toHaveLength(map.ways.length)
      expect(ways.filter(({ loop }) => loop)).toHaveLength(map.ways.filter((way) => way.loop).length)
      expect(ladder.labels.filter(({ time }) => time.text.endsWith('min') || / [dh]$/.test(time.text))).toHaveLength(
        ladder.rungs.length,
      )
    }
  })
})

it.each([1, 5, 40, 60])('%i steps are drawn without anything over anything else', async (count) => {
  expect(await faultsIn(steadyMap(count))).toStrictEqual([])
})

it('so is any stream', async () => {
  const property = fc.asyncProperty(anyMap(1, 14), async (map) => {
    expect(await faultsIn(map)).toStrictEqual([])
  })
  await fc.assert(property, { numRuns: 60 })
})

it('so is any long stream', { timeout: 180_000 }, async () => {
  const property = fc.asyncProperty(anyMap(40, 60), async (map) => {
    expect(await faultsIn(map)).toStrictEqual([])
  })
  await fc.assert(property, { numRuns: 2, endOnFailure: true })
})

it('draws the timeline to scale', async () => {
  const { ladder, map } = await layOutStreamMap(steadyMap(5), 'ACTIVITY')
  const minutes = map.steps.flatMap(({ wait, process }) => [wait?.minutes ?? 0, process?.minutes ?? 0])
  const sum = minutes.reduce((all, each) => all + each, 0)
  const length = (ladder.rungs.at(-1)?.to ?? 0) - (ladder.rungs[0]?.from ?? 0)
  ladder.rungs.forEach(({ from, to }, i) => expect((to - from) / length).toBeCloseTo((minutes[i] ?? 0) / sum))
})

it('says what the timeline lacks', async () => {
  const notes = async (map: StreamMap): Promise<string> =>
    (await layOutStreamMap(map, 'ACTIVITY')).ladder.notes.map(({ text }) => text).join(' ')
  const map = steadyMap(5)
  const without = (...numbers: number[]): StreamMap => ({
    ...map,
    steps: map.steps.map(({ process, lead, wait, ...step }) =>
      numbers.includes(step.number) || process === undefined || lead === undefined || wait === undefined
        ? step
        : { ...step, process, lead, wait },
    ),
  })
  expect(await notes(without(2, 4))).toBe('Working time: a day is 8 h. No times recorded: 2, 4.')
  expect(await notes(without(1, 2, 3, 4, 5))).toBe('No times are recorded.')
})

it('is small, always the same, and tells two pictures on a page apart', async () => {
  const map = steadyMap(40)
  const drawn = async (): Promise<string[]> =>
    (await Promise.all(both.map((by) => layOutStreamMap(map, by)))).map((layout) =>
      Object.values(streamMapParts(layout, layout.lanesBy)).flat().join(''),
    )
  const [first, again] = [await drawn(), await drawn()]
  expect(first).toStrictEqual(again)
  expect(first.join('').length).toBeLessThan(90_000)
  const ids = [...first.join('').matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

it('draws a stream without steps as an empty picture', async () => {
  const svg = streamMapSvg(
    await layOutStreamMap({ ...steadyMap(1), steps: [], ways: [], criticalPath: [] }, 'ACTIVITY'),
  )
  expect(svg).toContain('No times are recorded.')
})

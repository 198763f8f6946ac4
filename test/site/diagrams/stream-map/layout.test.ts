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

const faultsIn = (map: StreamMap): string[] =>
  both.flatMap((by) => faultsOf(layOutStreamMap(map, by)).map((fault) => `${by}: ${fault}`))

describe('the example’s streams', () => {
  let maps: readonly StreamMap[]
  beforeAll(async () => {
    maps = await exampleMaps()
  })

  it('are drawn without anything over anything else', () => {
    expect(maps).toHaveLength(9)
    for (const map of maps) expect(faultsIn(map), map.name).toStrictEqual([])
  })

  it('show every step, every way, and the times of the critical path', () => {
    for (const map of maps) {
      const { steps, ways, ladder } = layOutStreamMap(map, 'ACTIVITY')
      expect(steps.map(({ step }) => step.id)).toStrictEqual(map.steps.map(({ id }) => id))
      expect(ways).toHaveLength(map.ways.length)
      expect(ways.filter(({ loop }) => loop)).toHaveLength(map.ways.filter((way) => way.loop).length)
      expect(ladder.labels.filter(({ time }) => time.text.endsWith('min') || / [dh]$/.test(time.text))).toHaveLength(
        ladder.rungs.length,
      )
    }
  })
})

it.each([1, 5, 40, 60])('%i steps are drawn without anything over anything else', (count) => {
  expect(faultsIn(steadyMap(count))).toStrictEqual([])
})

it('so is any stream', () => {
  const property = fc.property(anyMap(1, 14), (map) => {
    expect(faultsIn(map)).toStrictEqual([])
  })
  fc.assert(property, { numRuns: 300 })
})

it('so is any long stream', { timeout: 180_000 }, () => {
  const property = fc.property(anyMap(40, 60), (map) => {
    expect(faultsIn(map)).toStrictEqual([])
  })
  fc.assert(property, { numRuns: 10, endOnFailure: true })
})

it('draws the timeline to scale', () => {
  const { ladder, map } = layOutStreamMap(steadyMap(5), 'ACTIVITY')
  const minutes = map.steps.flatMap(({ wait, process }) => [wait?.minutes ?? 0, process?.minutes ?? 0])
  const sum = minutes.reduce((all, each) => all + each, 0)
  const length = (ladder.rungs.at(-1)?.to ?? 0) - (ladder.rungs[0]?.from ?? 0)
  ladder.rungs.forEach(({ from, to }, i) => expect((to - from) / length).toBeCloseTo((minutes[i] ?? 0) / sum))
})

it('says what the timeline lacks', () => {
  const notes = (map: StreamMap): string =>
    layOutStreamMap(map, 'ACTIVITY')
      .ladder.notes.map(({ text }) => text)
      .join(' ')
  const map = steadyMap(5)
  const without = (...numbers: number[]): StreamMap => ({
    ...map,
    steps: map.steps.map(({ process, lead, wait, ...step }) =>
      numbers.includes(step.number) || process === undefined || lead === undefined || wait === undefined
        ? step
        : { ...step, process, lead, wait },
    ),
  })
  expect(notes(without(2, 4))).toBe('Working time: a day is 8 h. No times recorded: 2, 4.')
  expect(notes(without(1, 2, 3, 4, 5))).toBe('No times are recorded.')
})

it('is small, always the same, and tells two pictures on a page apart', () => {
  const map = steadyMap(40)
  const drawn = (): string[] =>
    both.map((by) =>
      Object.values(streamMapParts(layOutStreamMap(map, by), by))
        .flat()
        .join(''),
    )
  const [first, again] = [drawn(), drawn()]
  expect(first).toStrictEqual(again)
  expect(first.join('').length).toBeLessThan(90_000)
  const ids = [...first.join('').matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

it('draws a stream without steps as an empty picture', () => {
  const svg = streamMapSvg(layOutStreamMap({ ...steadyMap(1), steps: [], ways: [], criticalPath: [] }, 'ACTIVITY'))
  expect(svg).toContain('No times are recorded.')
})

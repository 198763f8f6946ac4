import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { importLog } from '../../../../graph/stream/event-log/import-log.ts'
import { asStream } from '../../../../graph/stream/event-log/log-steps.ts'
import { measure } from '../../../../graph/stream/measures.ts'
import type { Stream } from '../../../../graph/stream/stream.ts'
import { randomStreams } from '../random-streams.ts'

const folder = mkdtempSync(join(tmpdir(), 'tributary-round-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

/** One visit of a simulated case; times are minutes. */
interface Visit {
  readonly step: string
  readonly start: number
  readonly end: number
}

/** Sends cases through a stream by the throw of a die; each visit waits and takes as long as the die says. */
function simulateCases(stream: Stream, cases: number, die: () => number): Visit[][] {
  const steps = new Map(stream.steps.map((each) => [each.id, each]))
  return Array.from({ length: cases }, (_, i) => {
    const visits: Visit[] = []
    let [at, now] = [stream.steps[0], i * 13]
    while (at !== undefined) {
      const start = now + Math.floor(die() * 50)
      now = start + 1 + Math.floor(die() * 30)
      visits.push({ step: at.id, start, end: now })
      let thrown = die() * 100
      const taken = (at.next ?? []).find((each) => (thrown -= each.share ?? 0) < 0)
      at = taken && steps.get(taken.to)
    }
    return visits
  })
}

const time = (minute: number): string => new Date(Date.UTC(2027, 0, 4) + minute * 60_000).toISOString()

/** As a table in no order. */
function asCsv(cases: readonly Visit[][]): string {
  const lines = cases.flatMap((visits, i) =>
    visits.map(({ step, start, end }) => `${String(i)};${time(end)};${step};${time(start)}`),
  )
  return `case;end time;activity;start time\n${lines.toReversed().join('\n')}`
}

/** As XES, beginnings and ends in events of their own. */
function asXes(cases: readonly Visit[][]): string {
  const event = (name: string, transition: string, minute: number): string =>
    `<event><string key="concept:name" value="${name}"/><string key="lifecycle:transition" value="${transition}"/><date key="time:timestamp" value="${time(minute)}"/></event>`
  const traces = cases.map((visits, i) => {
    const events = visits.map(({ step, start, end }) => event(step, 'start', start) + event(step, 'complete', end))
    return `<trace><string key="concept:name" value="${String(i)}"/>${events.join('')}</trace>`
  })
  return `<log>${traces.join('\n')}</log>`
}

const median = (numbers: readonly number[]): number => {
  const sorted = numbers.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  return Number.isInteger(middle) ? ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2 : (sorted[Math.floor(middle)] ?? 0) // prettier-ignore
}

describe('a simulated log', () => {
  it('gives back the ways, repetitions and medians that were simulated, from either format', async () => {
    await fc.assert(
      fc.asyncProperty(randomStreams(), fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true })), async (stream, random) => {
        const cases = simulateCases(stream, 25, () => random.next().value as number)
        const visits = cases.flat()
        const pairs = cases.flatMap((own) => own.slice(1).map((visit, i) => `${own[i]?.step ?? ''} ${visit.step}`))
        const csv = join(folder, 'log.csv')
        const xes = join(folder, 'log.xes')
        writeFileSync(csv, asCsv(cases))
        writeFileSync(xes, asXes(cases))
        for (const file of [csv, xes]) {
          const { found } = await importLog(file, { coverage: 1, leastShare: 0 })
          expect([found.lines, found.cases, found.keptCases]).toEqual([visits.length * (file === xes ? 2 : 1), 25, 25])
          const counted = new Map(found.follows.map(({ from, to, count }) => [`${from} ${to}`, count]))
          expect(counted).toEqual(new Map([...new Set(pairs)].map((pair) => [pair, pairs.filter((each) => each === pair).length]))) // prettier-ignore
          for (const { from, count, share } of found.follows) {
            expect(share).toBe(count / visits.filter(({ step }) => step === from).length)
          }
          for (const { name, activity } of found.steps) {
            const own = visits.filter(({ step }) => step === name)
            expect(activity?.visits).toBe(own.length)
            expect(activity?.process?.median).toBe(median(own.map(({ start, end }) => end - start)))
            const lead = cases.flatMap((all) =>
              all.flatMap(({ step, start, end }, i) => (step === name ? [end - (all[i - 1]?.end ?? start)] : [])),
            )
            expect(activity?.lead?.median).toBe(median(lead))
          }
          expect(found.caseTimes.lead?.median).toBe(median(cases.map((all) => (all.at(-1)?.end ?? 0) - (all[0]?.start ?? 0)))) // prettier-ignore
          // Shares in the file have two decimals of a percent; what follows from them is as exact.
          const measured = measure(asStream(found.steps)).measures?.steps ?? []
          for (const { step, perCase } of measured) {
            const counted = visits.filter((visit) => visit.step === step).length
            expect(Math.abs(perCase * 25 - counted)).toBeLessThan(0.5 + counted / 50)
          }
        }
      }), // prettier-ignore
      { numRuns: 40 },
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { measure } from '../../../graph/stream/measures.ts'
import type { Measures } from '../../../graph/stream/measures.ts'
import type { Stream, StreamStep } from '../../../graph/stream/stream.ts'
import { randomStreams } from './random-streams.ts'
import { simulate } from './simulate.ts'
import { step, streamOf, way } from './small-stream.ts'

function measured(stream: Stream): Measures {
  const { measures, problems } = measure(stream)
  if (measures === undefined) throw new Error(problems.map((each) => each.message).join('\n'))
  return measures
}

const messages = (stream: Stream): string[] => measured(stream).missing.map(({ message }) => message)

/** The stream with a share (percent) of a step's cases taking another way, the others' shares shrunk alike. */
function withWay(stream: Stream, from: StreamStep, to: string, share: number, rework: boolean): Stream {
  const others = (from.next ?? []).map((each) => ({ ...each, share: ((each.share ?? 0) * (100 - share)) / 100 }))
  const next = [...others, way(to, share, rework)]
  return { ...stream, steps: stream.steps.map((each) => (each === from ? { ...each, next } : each)) }
}

describe('measure', () => {
  it('says what keeps a stream from being measured', () => {
    expect(measure(streamOf()).problems?.[0]?.message).toBe('"Small stream" has no steps.')
  })

  it('leaves out what isn’t recorded and names it, and never takes it for 0', () => {
    const stream = streamOf(
      step('a', { processMinutes: 4, leadMinutes: 10 }),
      step('b', { processMinutes: 7, leadMinutes: undefined, completeAndAccurate: undefined }),
      step('c', { processMinutes: undefined, leadMinutes: 20, performedBy: [] }),
    )
    const { criticalPath, expected, rolledCompleteAndAccurate, steps, leadTimeBy } = measured(stream)
    expect(criticalPath.total).toMatchObject({
      processMinutes: 11,
      leadMinutes: 30,
      waitMinutes: 6,
      activityRatio: 0.4,
    })
    expect(expected).toEqual(criticalPath.total)
    expect(rolledCompleteAndAccurate).toBeCloseTo(81, 12)
    expect(steps.map((each) => each.shareOfLeadTime)).toEqual([1 / 3, undefined, 2 / 3])
    expect(leadTimeBy.performers).toEqual([
      { id: 'team/desk', steps: ['a'], leadMinutes: 10, share: 1 / 3, shareAlone: 1 / 3 },
    ])
    expect(messages(stream)).toEqual([
      '1 of 3 steps has no lead time.',
      '1 of 3 steps has no process time.',
      '1 of 3 steps has no %C&A.',
      '1 of 3 steps names nobody who does it.',
    ])
  })

  it('has no figure where nothing is recorded', () => {
    const nothing = { processMinutes: undefined, leadMinutes: undefined, completeAndAccurate: undefined }
    const stream = streamOf(step('a', nothing), step('b', nothing))
    const { criticalPath, rolledCompleteAndAccurate, longestWait, leadTimeBy } = measured(stream)
    const { missing, ...figures } = criticalPath.total
    expect(Object.values(figures).filter((each) => each !== undefined)).toEqual([])
    expect(missing.map(({ message }) => message)).toEqual([
      '2 of 2 steps have no lead time.',
      '2 of 2 steps have no process time.',
    ])
    expect(rolledCompleteAndAccurate).toBeUndefined()
    expect(longestWait).toBeUndefined()
    expect(leadTimeBy.practices).toEqual([])
  })

  it('works out neither wait nor ratio of a step whose process time is above its lead time', () => {
    const stream = streamOf(step('a', { processMinutes: 30, leadMinutes: 10 }), step('b'))
    const { criticalPath, steps } = measured(stream)
    expect(criticalPath.total).toMatchObject({
      processMinutes: 35,
      leadMinutes: 20,
      waitMinutes: 5,
      activityRatio: 0.5,
    })
    expect(steps[0]?.waitMinutes).toBeUndefined()
    expect(messages(stream)).toEqual(['1 of 2 steps has a process time above its lead time; its wait is left out.'])
  })

  it('counts an optional step that nothing passes by as though every case came to it, and says so', () => {
    const unsaid = streamOf(step('a'), step('b', { optional: true }), step('c'))
    expect(measured(unsaid).expected.leadMinutes).toBe(30)
    expect(messages(unsaid)).toEqual([
      '1 of 3 steps is optional, but no share says how many cases pass it by; it is counted as though none did.',
    ])
    const said = streamOf(step('a', { next: [way('b', 10), way('c')] }), step('b', { optional: true }), step('c'))
    expect(measured(said).expected.leadMinutes).toBe(21)
    expect(messages(said)).toEqual([])
  })

  it('names branches without shares, steps that nothing leads to, and steps where a part of the cases ends', () => {
    const stream = streamOf(
      step('a', { next: [way('b'), way('c')] }),
      step('b', { next: [way('c', 70)] }),
      step('c', { next: [] }),
      step('d', { practices: [] }),
    )
    expect(messages(stream)).toEqual([
      '1 of 3 steps has several ways on without a share; equal parts are assumed.',
      '1 of 4 steps is reached by no way from the first step, and left out.',
    ])
    const [early] = measured(stream).endsEarly
    expect(early?.step).toBe('b')
    expect(early?.share).toBeCloseTo(0.3, 12)
  })

  it('counts a hand-off only where nobody can keep the case', () => {
    const by = (...performedBy: string[]): Partial<StreamStep> => ({ performedBy })
    const stream = streamOf(
      step('a', by('role/agent')),
      step('b', by('role/agent', 'team/web')),
      step('c', by('team/web')),
      step('d', by('team/net')),
      step('e', by()),
      step('f', by('team/desk')),
    )
    const { performers, practices } = measured(stream).handOffs
    expect(performers).toEqual({ onCriticalPath: 1, perCase: 1, ways: [{ from: 'c', to: 'd' }] })
    expect(practices.onCriticalPath).toBe(0)
  })

  it('has an activity ratio of 1 at most, whatever is missing or contradicts itself', () => {
    fc.assert(
      fc.property(randomStreams({ gaps: true }), (stream) => {
        const { criticalPath, expected, steps } = measured(stream)
        for (const { activityRatio } of [criticalPath.onePass, criticalPath.total, expected, ...steps]) {
          if (activityRatio === undefined) continue
          expect(activityRatio).toBeGreaterThanOrEqual(0)
          expect(activityRatio).toBeLessThanOrEqual(1)
        }
      }),
    )
  })

  it('is never shortened by a loop', () => {
    fc.assert(
      fc.property(randomStreams(), fc.nat(), fc.nat(), fc.integer({ min: 1, max: 95 }), (stream, from, to, share) => {
        const before = measured(stream)
        const path = before.criticalPath.steps
        const step = stream.steps.find((each) => each.id === path[from % (path.length - 1)])
        const target = stream.steps[to % (step?.position ?? 1)]?.id
        if (step === undefined || target === undefined) return
        fc.pre(before.steps.some((each) => each.step === target) && !step.next?.some((each) => each.to === target))
        const after = measured(withWay(stream, step, target, share, true))
        expect(after.criticalPath.steps).toEqual(path)
        expect(after.criticalPath.onePass).toEqual(before.criticalPath.onePass)
        for (const time of ['processMinutes', 'leadMinutes', 'waitMinutes'] as const) {
          const [less, more] = [before.criticalPath.total[time] ?? 0, after.criticalPath.total[time] ?? 0]
          expect(more).toBeGreaterThanOrEqual(less * (1 - 1e-9))
        }
      }),
      { numRuns: 500 },
    )
  })

  it('is lengthened by a loop on a stream without branches: by r ÷ (1 − r) times what is repeated', () => {
    const lead = fc.array(fc.integer({ min: 1, max: 600 }), { minLength: 3, maxLength: 8 })
    fc.assert(
      fc.property(lead, fc.nat(), fc.nat(), fc.integer({ min: 1, max: 95 }), (minutes, a, b, share) => {
        const end = a % (minutes.length - 1)
        const begin = b % (end + 1)
        const stream = streamOf(
          ...minutes.map((leadMinutes, i) =>
            step(`s${String(i)}`, {
              leadMinutes,
              next: i === end ? [way(`s${String(begin)}`, share, true), way(`s${String(i + 1)}`)] : undefined,
            }),
          ),
        )
        const once = minutes.reduce((sum, each) => sum + each, 0)
        const again = minutes.slice(begin, end + 1).reduce((sum, each) => sum + each, 0)
        const total = once + (share / (100 - share)) * again
        const { criticalPath, expected } = measured(stream)
        expect((criticalPath.total.leadMinutes ?? 0) / total).toBeCloseTo(1, 9)
        expect((expected.leadMinutes ?? 0) / total).toBeCloseTo(1, 9)
      }),
    )
  })

  it('leaves the other steps’ own numbers alone when an optional branch is added', () => {
    fc.assert(
      fc.property(randomStreams(), fc.nat(), fc.nat(), fc.integer({ min: 1, max: 99 }), (stream, a, b, share) => {
        const from = stream.steps[a % (stream.steps.length - 1)]
        const taken = from?.next?.[b % (from.next.length || 1)]
        if (from === undefined || taken === undefined) return
        const extra = {
          ...step('extra', { optional: true, leadMinutes: 99, next: [{ ...taken, share: 100 }] }),
          position: from.position + 0.5,
        }
        const written = taken.share ?? 0
        const next = (from.next ?? []).map((each) =>
          each === taken ? { ...each, share: (written * (100 - share)) / 100 } : each,
        )
        const split = { ...from, next: [...next, way('extra', (written * share) / 100)] }
        const wider = { ...stream, steps: [...stream.steps.map((each) => (each === from ? split : each)), extra] }
        const [before, after] = [measured(stream), measured(wider)]
        for (const own of before.steps) {
          const still = after.steps.find((each) => each.step === own.step)
          expect(still).toMatchObject({ waitMinutes: own.waitMinutes, activityRatio: own.activityRatio })
          for (const figure of ['perCase', 'onceThere', 'reach', 'expectedLeadMinutes'] as const) {
            const [old, now] = [own[figure] ?? 0, still?.[figure] ?? 0]
            expect(Math.abs(now - old)).toBeLessThan(1e-7 * Math.max(1, old))
          }
        }
      }),
    )
  })

  it('expects the lead time and the repetitions that a simulation finds', () => {
    const cases = 20_000
    fc.assert(
      fc.property(randomStreams(), fc.integer(), (stream, seed) => {
        const { expected, loops } = measured(stream)
        const { lead, visits } = simulate(stream, cases, seed)
        const most = Math.max(...stream.steps.map((each) => each.leadMinutes ?? 0))
        expect(Math.abs((expected.leadMinutes ?? 0) - lead.mean)).toBeLessThan(5 * lead.error + (10 * most) / cases)
        for (const loop of loops) {
          const { mean, error } = visits.get(loop.from) ?? { mean: NaN, error: NaN }
          expect(Math.abs(loop.repetitions - mean * loop.share)).toBeLessThan(5 * error + 10 / cases)
        }
      }),
      { numRuns: 25, seed: 4 },
    )
  })
})

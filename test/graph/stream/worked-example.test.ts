import { describe, expect, it } from 'vitest'
import { matchSteps } from '../../../graph/stream/match-steps.ts'
import { measure } from '../../../graph/stream/measures.ts'
import type { Measures } from '../../../graph/stream/measures.ts'
import { exampleStreams } from './example-streams.ts'

const streams = await exampleStreams()
const id = 'value-stream/resolve-user-incident'
const last = (ids: readonly string[]): string[] => ids.map((each) => each.slice(each.lastIndexOf('/') + 1))

function measured(stream: string): Measures {
  const found = streams.get(stream)
  const { measures } = found === undefined ? {} : measure(found)
  if (measures === undefined) throw new Error(`${stream} can't be measured.`)
  return measures
}

/**
 * The domain's worked example, by hand. PT 6, 25, 40, 3, 8 and LT 10, 180, 240, 240, 480 minutes (4 h and 1 d of 8 h);
 * 12 of 100 cases are swapped, 8 of 100 confirmations lead back to "resolve".
 */
describe('the user’s incident, to be', () => {
  const measures = measured(id)
  const repeated = 0.08 / 0.92

  it('adds up along its critical path', () => {
    expect(last(measures.criticalPath.steps)).toEqual(['capture', 'resolve', 'swap', 'confirm', 'review'])
    expect(measures.criticalPath.onePass).toMatchObject({ processMinutes: 82, leadMinutes: 1150, waitMinutes: 1068 })
    expect(measures.criticalPath.onePass.activityRatio).toBeCloseTo(82 / 1150, 12)
  })

  it('adds the expected repetitions of its loop: resolve, swap and confirm again', () => {
    const { total } = measures.criticalPath
    expect(total.processMinutes).toBeCloseTo(82 + repeated * (25 + 40 + 3), 9)
    expect(total.leadMinutes).toBeCloseTo(1150 + repeated * (180 + 240 + 240), 9)
    expect(total.leadMinutes).toBeCloseTo(1207.391304, 6)
    expect(total.missing).toEqual([])
  })

  it('expects of all cases what their shares say', () => {
    expect(measures.steps.map((step) => Math.round(step.perCase * 1e6) / 1e6)).toEqual([
      1, 1.086957, 0.130435, 1.086957, 1,
    ])
    expect(measures.expected.leadMinutes).toBeCloseTo(10 + 480 + (180 + 0.12 * 240 + 240) / 0.92, 9)
    expect(measures.expected.processMinutes).toBeCloseTo(6 + 8 + (25 + 0.12 * 40 + 3) / 0.92, 9)
  })

  it('rolls up its %C&A', () => {
    expect(measures.rolledCompleteAndAccurate).toBeCloseTo(100 * 0.95 * 0.92 * 0.97 * 0.94 * 0.98, 9)
    expect(measures.rolledCompleteAndAccurate).toBeCloseTo(78.0975, 4)
  })

  it('has one loop', () => {
    expect(measures.loops).toHaveLength(1)
    const [loop] = measures.loops
    expect(last([loop?.from ?? '', loop?.to ?? ''])).toEqual(['confirm', 'resolve'])
    expect(loop?.repetitions).toBeCloseTo(repeated, 12)
    expect(loop?.repetitionsOnceThere).toBeCloseTo(repeated, 12)
  })

  it('waits longest for the review, and passes from hand to hand', () => {
    expect(measures.longestWait).toEqual({ step: 'step/resolve-user-incident/review', minutes: 472 })
    const { practices, performers } = measures.handOffs
    expect(practices.onCriticalPath).toBe(4)
    // The agent who takes the report keeps it until a device is swapped, and confirms; the problem manager reviews.
    expect(performers.onCriticalPath).toBe(3)
    expect(performers.ways.map(({ from, to }) => last([from, to]))).toEqual([
      ['resolve', 'swap'],
      ['swap', 'confirm'],
      ['confirm', 'review'],
    ])
    expect(performers.perCase).toBeCloseTo((2 * 0.12) / 0.92 + 1, 9)
  })

  it('shares its lead time out, by activity without overlap', () => {
    const { activities, practices, suppliers } = measures.leadTimeBy
    expect(activities.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12)
    expect(activities.map(({ id: activity }) => last([activity])[0])).toEqual([
      'improve',
      'engage',
      'deliver-and-support',
      'obtain-build',
    ])
    const expected = measures.expected.leadMinutes ?? 0
    const desk = practices.find((each) => each.id === 'practice/service-desk')
    expect(last(desk?.steps ?? [])).toEqual(['capture', 'confirm'])
    expect(desk?.share).toBeCloseTo((10 + 240 / 0.92) / expected, 9)
    expect(desk?.shareAlone).toBeCloseTo(desk?.share ?? 0, 12)
    const change = practices.find((each) => each.id === 'practice/change-enablement')
    expect(change?.shareAlone).toBe(0)
    expect(change?.leadMinutes).toBeCloseTo((0.12 * 240) / 0.92, 9)
    expect(suppliers.some((each) => each.id === 'supplier/halverton-support')).toBe(true)
  })

  it('lacks nothing', () => {
    expect(measures.missing).toEqual([])
    expect(measures.endsEarly).toEqual([])
  })
})

describe('the user’s incident, as it is today and to be', () => {
  it('has a step today for each that is planned', () => {
    const [asIs, toBe] = [streams.get(`${id}-as-is`), streams.get(id)]
    if (asIs === undefined || toBe === undefined) throw new Error('The example has no incident streams.')
    const { pairs, onlyToBe } = matchSteps(asIs, toBe)
    expect(pairs.map((pair) => last([pair.asIs.id, pair.toBe.id]))).toEqual([
      ['mailbox', 'capture'],
      ['triage', 'resolve'],
      ['replace-device', 'swap'],
      ['close', 'confirm'],
      ['monthly-list', 'review'],
    ])
    expect(onlyToBe).toEqual([])
  })
})

describe('the example’s other streams', () => {
  it.each([...streams.keys()])('%s can be measured, and its ratio is 1 at most', (stream) => {
    const { criticalPath, expected, steps } = measured(stream)
    for (const { activityRatio } of [criticalPath.onePass, criticalPath.total, expected]) {
      expect(activityRatio).toBeGreaterThan(0)
      expect(activityRatio).toBeLessThanOrEqual(1)
    }
    expect(steps.reduce((sum, step) => sum + (step.shareOfLeadTime ?? 0), 0)).toBeCloseTo(1, 9)
  })

  it('names the supplier’s turn of today’s incident, of which nobody has measured the lead time', () => {
    const { missing } = measured('value-stream/resolve-user-incident-as-is')
    expect(missing.map(({ what, message }) => [what, message])).toContainEqual([
      'LEAD_TIME',
      '1 of 9 steps has no lead time.',
    ])
  })
})

import { describe, expect, it } from 'vitest'
import { compareStreams } from '../../../graph/stream/compare.ts'
import { step, streamOf, way } from './small-stream.ts'

describe('compareStreams', () => {
  const asIs = streamOf(
    step('report', { processMinutes: 10, leadMinutes: 100, completeAndAccurate: 60, performedBy: ['team/a'] }),
    step('retype', {
      activity: 'activity/plan',
      leadMinutes: 40,
      performedBy: ['team/b'],
      contracts: ['contract/old'],
    }),
    step('repair', {
      leadMinutes: undefined,
      performedBy: ['supplier/acme'],
      next: [way('report', 20, true), way('close')],
    }),
    step('close', { performedBy: ['supplier/acme'] }),
  )
  const toBe = streamOf(
    step('report', { processMinutes: 8, leadMinutes: 20, completeAndAccurate: 95, performedBy: ['team/a'] }),
    step('repair', { leadMinutes: 60, performedBy: ['team/a'], suppliers: ['supplier/new'] }),
    step('learn', { activity: 'activity/improve', performedBy: ['team/c'] }),
    step('close', { performedBy: ['team/a'] }),
  )
  const compared = compareStreams(asIs, toBe)

  it('lists the to-be’s steps, and behind its forerunner each step that falls away', () => {
    expect(compared.steps.map((row) => [row.asIs, row.toBe, row.by])).toEqual([
      ['report', 'report', 'ID'],
      ['retype', undefined, undefined],
      ['repair', 'repair', 'ID'],
      [undefined, 'learn', undefined],
      ['close', 'close', 'ID'],
    ])
  })

  it('says what changes in time and quality', () => {
    const [report] = compared.steps
    expect(report).toMatchObject({
      processMinutes: { asIs: 10, toBe: 8, change: -2 },
      leadMinutes: { asIs: 100, toBe: 20, change: -80 },
      waitMinutes: { asIs: 90, toBe: 12, change: -78 },
      completeAndAccurate: { asIs: 60, toBe: 95, change: 35 },
      activityChanges: false,
    })
  })

  it('claims no change where a side isn’t recorded, or isn’t there', () => {
    const [, retype, repair] = compared.steps
    expect(repair?.leadMinutes).toEqual({ asIs: undefined, toBe: 60, change: undefined })
    expect(retype?.leadMinutes).toEqual({ asIs: 40, toBe: undefined, change: undefined })
    expect(compared.missing.asIs.map(({ message }) => message)).toEqual(['1 of 4 steps has no lead time.'])
    expect(compared.missing.toBe).toEqual([])
  })

  it('says who and what comes, goes and stays', () => {
    expect(compared.performers).toEqual({
      added: ['team/c'],
      removed: ['supplier/acme', 'team/b'],
      kept: ['team/a'],
    })
    expect(compared.suppliers).toEqual({ added: ['supplier/new'], removed: ['supplier/acme'], kept: [] })
    expect(compared.contracts).toEqual({ added: [], removed: ['contract/old'], kept: [] })
    expect(compared.practices).toEqual({ added: [], removed: [], kept: ['practice/service-desk'] })
  })

  it('sets the streams’ own measures side by side', () => {
    expect(compared.stream).toMatchObject({
      steps: { asIs: 4, toBe: 4, change: 0 },
      handOffsBetweenPerformers: { asIs: 2, toBe: 2, change: 0 },
      repetitions: { asIs: 0.25, toBe: 0, change: -0.25 },
    })
    expect(compared.stream.leadMinutes).toEqual({ asIs: 185, toBe: 100, change: -85 })
  })

  it('still compares the steps where one stream can’t be measured', () => {
    const endless = streamOf(step('report', { next: [way('report', 100, true)] }))
    const { problems, stream, steps } = compareStreams(endless, toBe)
    expect(problems.map(({ kind }) => kind)).toEqual(['NO_END'])
    expect(stream.leadMinutes).toEqual({ asIs: undefined, toBe: 100, change: undefined })
    expect(steps).toHaveLength(4)
  })
})

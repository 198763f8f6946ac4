import { describe, expect, it } from 'vitest'
import { compareStreams } from '../../../graph/stream/compare.ts'
import type { Comparison } from '../../../graph/stream/comparison.ts'
import { step, streamOf, way } from './small-stream.ts'

/** Figures by name: before, after, change. */
const figuresIn = (row: Pick<Comparison, 'figures'> | undefined) =>
  Object.fromEntries((row?.figures ?? []).map(({ name, asIs, toBe, change }) => [name, [asIs, toBe, change]]))

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
    expect(report?.activityChanges).toBe(false)
    expect(figuresIn(report)).toEqual({
      'Process time': [10, 8, -2],
      'Lead time': [100, 20, -80],
      Wait: [90, 12, -78],
      '%C&A': [60, 95, 35],
    })
  })

  it('claims no change where a side isn’t recorded, or isn’t there', () => {
    const [, retype, repair] = compared.steps
    expect(figuresIn(repair)['Lead time']).toEqual([undefined, 60, undefined])
    expect(figuresIn(retype)['Lead time']).toEqual([40, undefined, undefined])
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
    expect(figuresIn(compared)).toMatchObject({
      Steps: [4, 4, 0],
      'Hand-offs between people': [2, 2, 0],
      Repetitions: [0.25, 0, -0.25],
      'Lead time': [185, 100, -85],
    })
  })

  it('claims no change of times that count different clocks', () => {
    const { figures, steps, problems } = compareStreams({ ...asIs, timesIn: 'ELAPSED_TIME' }, toBe)
    expect(problems).toEqual([
      'One of the two counts working time, the other elapsed time: their times can’t be compared.',
    ])
    expect(figuresIn({ figures })).toMatchObject({ 'Lead time': [185, 100, undefined], Repetitions: [0.25, 0, -0.25] })
    expect(figuresIn(steps[0])).toMatchObject({ Wait: [90, 12, undefined], '%C&A': [60, 95, 35] })
  })

  it('still compares the steps where one stream can’t be measured', () => {
    const endless = streamOf(step('report', { next: [way('report', 100, true)] }))
    const { problems, figures, steps } = compareStreams(endless, toBe)
    expect(problems).toEqual([expect.stringContaining('no case comes to an end')])
    expect(figuresIn({ figures })['Lead time']).toEqual([undefined, 100, undefined])
    expect(steps).toHaveLength(4)
  })
})

import { describe, expect, it } from 'vitest'
import { atRisk } from '../../../graph/stream/at-risk.ts'
import { step, streamOf, way } from './small-stream.ts'

describe('atRisk', () => {
  const stream = streamOf(
    step('take', { leadMinutes: 10, next: [way('swap', 30), way('mend', 70)] }),
    step('swap', { leadMinutes: 100, next: [way('close')] }),
    step('mend', { leadMinutes: 20, next: [way('mend', 50, true), way('close', 50)] }),
    step('close', { leadMinutes: undefined, next: [] }),
  )
  const of = (...ids: string[]) => atRisk(stream, new Set(ids))

  it('says what part of the expected lead time the steps take', () => {
    const all = 10 + 0.3 * 100 + 0.7 * 2 * 20
    expect(of('swap').shareOfLeadTime).toBeCloseTo(30 / all, 12)
    expect(of('take', 'mend').shareOfLeadTime).toBeCloseTo(38 / all, 12)
    expect(of('close').shareOfLeadTime).toBe(0)
  })

  it('counts every case once, however often it comes by', () => {
    expect(of('mend').shareOfDemand).toBeCloseTo(0.7, 12)
    expect(of('swap', 'mend').shareOfDemand).toBeCloseTo(1, 12)
    expect(of('swap', 'close').shareOfDemand).toBeCloseTo(1, 12)
    expect(of('take').shareOfDemand).toBe(1)
    expect(of('elsewhere')).toEqual({ shareOfLeadTime: 0, shareOfDemand: 0 })
  })

  it('leaves out what can’t be worked out', () => {
    const untimed = streamOf(step('take', { leadMinutes: undefined }))
    expect(atRisk(untimed, new Set(['take']))).toEqual({ shareOfLeadTime: undefined, shareOfDemand: 1 })
    const endless = streamOf(step('take', { next: [way('take', 100)] }))
    expect(atRisk(endless, new Set(['take']))).toEqual({ shareOfLeadTime: undefined, shareOfDemand: undefined })
  })
})

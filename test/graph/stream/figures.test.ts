import { describe, expect, it } from 'vitest'
import { workingCalendar } from '../../../graph/catalogue/duration.ts'
import { figuresOf, figureText } from '../../../graph/stream/figures.ts'
import type { Figure } from '../../../graph/stream/figures.ts'
import { measure } from '../../../graph/stream/measures.ts'
import { step, streamOf, way } from './small-stream.ts'

function figuresIn(...steps: Parameters<typeof streamOf>): Record<string, Figure> {
  const { measures } = measure(streamOf(...steps))
  if (measures === undefined) throw new Error('The stream can’t be measured.')
  return Object.fromEntries(figuresOf(measures).map((figure) => [figure.name, figure]))
}

describe('figuresOf', () => {
  it('reads out what was measured', () => {
    const figures = figuresIn(
      step('take', { processMinutes: 10, leadMinutes: 30, completeAndAccurate: 80 }),
      step('mend', { performedBy: ['team/b'], leadMinutes: 70, next: [way('take', 20, true), way('close', 80)] }),
      step('close', { completeAndAccurate: 50 }),
    )
    const values = Object.fromEntries(Object.entries(figures).map(([name, { value }]) => [name, value]))
    expect(values).toMatchObject({
      'Lead time once through': 110,
      'Longest wait': 65,
      Repetitions: 0.25,
      'Hand-offs between practices': 0,
      'Hand-offs between people': 2,
    })
    expect(values['Lead time']).toBeCloseTo(110 + 0.25 * 100, 9)
    expect(values['Rolled %C&A']).toBeCloseTo(36, 9)
    expect(figures['Longest wait']?.step).toBe('mend')
    for (const { formula } of Object.values(figures)) expect(formula).toMatch(/^\S.*\.$/)
  })

  it('says what a figure leaves out, and only there', () => {
    const figures = figuresIn(
      step('take', { leadMinutes: undefined }),
      step('mend', { completeAndAccurate: undefined, optional: true }),
      step('close', { practices: [], performedBy: [] }),
    )
    const optional =
      '1 of 3 steps is optional, but no share says how many cases pass it by; it is counted as though none did.'
    expect(figures['Lead time']?.remarks).toEqual(['1 of 3 steps has no lead time.', optional])
    expect(figures['Process time']?.remarks).toEqual([optional])
    expect(figures['Rolled %C&A']?.remarks).toEqual(['1 of 3 steps has no %C&A.'])
    expect(figures['Hand-offs between practices']?.remarks).toEqual(['1 of 3 steps is worked by no practice.'])
    expect(figures['Hand-offs between people']?.remarks).toEqual(['1 of 3 steps names nobody who does it.'])
  })

  it('has no value where nothing is recorded, and never 0', () => {
    const blank = { processMinutes: undefined, leadMinutes: undefined, completeAndAccurate: undefined }
    const figures = figuresIn(step('take', blank), step('close', blank))
    for (const name of ['Lead time', 'Process time', 'Wait', 'Activity ratio', 'Rolled %C&A', 'Longest wait']) {
      expect(figures[name]?.value, name).toBeUndefined()
    }
    expect(figures['Lead time']?.remarks).toEqual(['2 of 2 steps have no lead time.'])
  })
})

describe('the total along the critical path', () => {
  const looping = (share: number) =>
    figuresIn(
      step('a', { leadMinutes: 10, next: [way('b', 10), way('end', 90)] }),
      step('b', { leadMinutes: 50, next: [way('a', share, true), way('end', 100 - share)] }),
      step('end', { leadMinutes: 10 }),
    )['Lead time']

  it('has a word where repetitions make it far longer than once through', () => {
    expect(looping(10)?.remarks).toEqual([])
    expect(looping(60)?.value).toBeCloseTo(70 + 60 * 1.5, 9)
    expect(looping(60)?.remarks).toEqual([
      'It is 2.3 times as long as once through: a case that always takes the longest way goes back often.',
    ])
  })

  it('is left out where a case on the longest way would hardly ever end', () => {
    expect(looping(97)?.value).toBeUndefined()
    expect(looping(97)?.remarks[0]).toContain('hardly ever end')
  })
})

describe('figureText', () => {
  it('rounds as people read', () => {
    const text = (unit: Figure['unit'], value: number): string => figureText(unit, value, workingCalendar)
    expect(text('MINUTES', 485)).toBe('1 d 5 min')
    expect(text('PERCENT', 7.298)).toBe('7.3 %')
    expect(text('NUMBER', 0.0869)).toBe('0.09')
    expect(text('NUMBER', -2)).toBe('−2')
    expect(text('NUMBER', -0.001)).toBe('0')
  })
})

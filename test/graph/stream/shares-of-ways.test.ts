import { describe, expect, it } from 'vitest'
import { sharesOfWays } from '../../../graph/stream/shares-of-ways.ts'
import type { Way } from '../../../graph/stream/stream.ts'
import { step, way } from './small-stream.ts'

const sharesOf = (next: Way[] | undefined, following: string | undefined = 'b'): ReturnType<typeof sharesOfWays> =>
  sharesOfWays({ ...step('a', { next }), position: 1 }, following)

describe('sharesOfWays', () => {
  it('leads all cases to the step that follows where no way is written, and ends after the last step', () => {
    expect(sharesOf(undefined)).toMatchObject({ ways: [{ to: 'b', share: 1, rework: false }], ends: 0 })
    expect(sharesOfWays({ ...step('a'), position: 1 }, undefined)).toMatchObject({ ways: [], ends: 1 })
  })

  it('ends the stream where the list of ways is empty', () => {
    expect(sharesOf([])).toMatchObject({ ways: [], ends: 1, equalParts: false })
  })

  it('gives a way without share what the others leave', () => {
    expect(sharesOf([way('c', 8, true), way('b')])).toMatchObject({
      ways: [
        { to: 'c', share: 0.08, rework: true },
        { to: 'b', share: 0.92, rework: false },
      ],
      ends: 0,
      equalParts: false,
    })
  })

  it('gives several ways without share equal parts of it, and says that they are assumed', () => {
    const { ways, equalParts } = sharesOf([way('b', 40), way('c'), way('d')])
    expect(ways.map(({ share }) => share)).toEqual([0.4, 0.3, 0.3])
    expect(equalParts).toBe(true)
  })

  it('ends the stream for what written shares leave of 100', () => {
    const { ends } = sharesOf([way('b', 70), way('c', 20)])
    expect(ends).toBeCloseTo(0.1, 12)
  })

  it('leaves out ways that no case takes', () => {
    expect(sharesOf([way('b', 100), way('c')]).ways.map(({ to }) => to)).toEqual(['b'])
    expect(sharesOf([way('b', 0), way('c', 100)]).ways.map(({ to }) => to)).toEqual(['c'])
  })

  it('takes thirds, rounded to add up to a little more than 100, for all cases', () => {
    const { ways, ends } = sharesOf([way('b', 33.3334), way('c', 33.3334), way('d', 33.3334)])
    expect(ways.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12)
    expect(ends).toBe(0)
  })
})

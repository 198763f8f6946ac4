import { describe, expect, it } from 'vitest'
import { contributionsOf } from '../../../graph/stream/contributions.ts'
import { practiceMatrix } from '../../../graph/stream/practice-matrix.ts'
import { step, streamOf, way } from './small-stream.ts'

const practice = (id: string, ...activities: string[]) => ({ id, name: id.toUpperCase(), activities })

const stream = streamOf(
  step('take', { practices: [practice('desk', 'log it')], leadMinutes: 10, next: [way('mend', 50), way('close', 50)] }),
  step('mend', {
    ...{ activity: 'activity/build', leadMinutes: 60, next: [way('close')] },
    practices: [practice('change'), practice('desk')],
  }),
  step('close', { practices: [practice('desk')], leadMinutes: undefined }),
)

describe('contributionsOf', () => {
  it('says for each practice its steps, with whom, and its share of the expected lead time', () => {
    expect(contributionsOf(stream)).toEqual([
      {
        ...{ practice: 'desk', leadMinutes: 40, share: 1, shareAlone: 0.25 },
        steps: [
          { step: 'take', activity: 'activity/engage', activities: ['log it'], with: [] },
          { step: 'mend', activity: 'activity/build', activities: [], with: ['change'] },
          { step: 'close', activity: 'activity/engage', activities: [], with: [] },
        ],
      },
      {
        ...{ practice: 'change', leadMinutes: 30, share: 0.75, shareAlone: 0 },
        steps: [{ step: 'mend', activity: 'activity/build', activities: [], with: ['desk'] }],
      },
    ])
  })

  it('names the steps also where no time is known, or where nothing can be worked out', () => {
    const untimed = streamOf(step('take', { leadMinutes: undefined }))
    expect(contributionsOf(untimed)).toMatchObject([{ practice: 'practice/service-desk', share: undefined }])
    const endless = streamOf(step('take', { next: [way('take', 100, true)] }))
    expect(contributionsOf(endless)[0]?.steps).toHaveLength(1)
  })
})

describe('practiceMatrix', () => {
  const other = { ...streamOf(step('look', { practices: [practice('desk')] })), id: 'value-stream/other' }

  it('has a cell wherever a practice works a stream', () => {
    const rows = practiceMatrix([stream, other], 'VALUE_STREAM')
    expect(rows.get('change')).toEqual([{ column: 'value-stream/small', steps: ['mend'], alone: 0, share: 0.75 }])
    expect(rows.get('desk')?.map(({ column, alone, share }) => [column, alone, share])).toEqual([
      ['value-stream/small', 2, 1],
      ['value-stream/other', 1, 1],
    ])
  })

  it('counts the steps of all streams by activity, without adding up their times', () => {
    const rows = practiceMatrix([stream, other], 'ACTIVITY')
    expect(rows.get('desk')).toEqual([
      { column: 'activity/engage', steps: ['take', 'close', 'look'], alone: 3, share: undefined },
      { column: 'activity/build', steps: ['mend'], alone: 0, share: undefined },
    ])
  })
})

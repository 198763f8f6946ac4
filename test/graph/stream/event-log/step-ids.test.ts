import { describe, expect, it } from 'vitest'
import { stepIds } from '../../../../graph/stream/event-log/step-ids.ts'

describe('stepIds', () => {
  it('makes kebab-case, without accents, and never twice the same', () => {
    expect(stepIds(['Prüfen (2. Mal)', 'prufen 2 mal', '???', 'Close!'])).toEqual([
      'prufen-2-mal',
      'prufen-2-mal-2',
      'step-3',
      'close',
    ])
  })

  it('counts on from the second of the same name, past ids that are taken', () => {
    expect(stepIds(['Work', 'Work 2', 'work', '-- Work --'])).toEqual(['work', 'work-2', 'work-3', 'work-4'])
  })
})

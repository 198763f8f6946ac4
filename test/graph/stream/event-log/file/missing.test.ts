import { describe, expect, it } from 'vitest'
import { MissingValues } from '../../../../../graph/stream/event-log/file/missing.ts'

describe('MissingValues', () => {
  it.each(['?', '???', '-', '—', 'null', '(NULL)', 'None', '\\N', 'n/a', '#N/A', 'NaN', 'NaT', '(empty)', 'Blank'])(
    'takes "%s" for missing, whatever space is around it, and remembers it',
    (standIn) => {
      const missing = new MissingValues()
      expect([standIn, ` ${standIn}\t`].map((value) => missing.read(value))).toEqual(['', ''])
      expect([...missing.found]).toEqual([[standIn, 2]])
    },
  )

  it('takes all else as it is, without space around it, and remembers nothing', () => {
    const missing = new MissingValues()
    const rule = '-'.repeat(40)
    const values = [undefined, ' ', ' Open? ', '- none -', 'Nullify', 'No name', rule]
    expect(values.map((value) => missing.read(value))).toEqual([
      '',
      '',
      'Open?',
      '- none -',
      'Nullify',
      'No name',
      rule,
    ])
    expect(missing.found.size).toBe(0)
  })
})

import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { csv } from '../../cli/text/csv.ts'
import { numbers, table } from '../../cli/text/table.ts'
import { hanging, indent, wrap } from '../../cli/text/wrap.ts'

describe('table', () => {
  it('puts words on the left and numbers on the right, and wraps titles of numbers', () => {
    const rows = [
      ['Capture', '10 min', '1'],
      ['Find', '1 d 4 h', '12'],
    ]
    expect(table([{ title: 'Step' }, ...numbers('Lead time', 'n')], rows, 40).split('\n')).toEqual([
      'Step        Lead   n',
      '            time',
      '───────  ───────  ──',
      'Capture   10 min   1',
      'Find     1 d 4 h  12',
    ])
  })

  it('wraps words where it would be too wide, but neither numbers nor what must stay whole', () => {
    const columns = [{ title: 'Id', whole: true } as const, { title: 'Name' }, ...numbers('Wait')]
    const printed = table(columns, [['resolve-user-incident', 'Resolve a user’s incident', '2 d 4 h 7 min']], 50)
    expect(printed.split('\n').slice(2)).toEqual([
      'resolve-user-incident  Resolve a     2 d 4 h 7 min',
      '                       user’s',
      '                       incident',
    ])
  })

  it('gives room to the column with most text', () => {
    const printed = table([{ title: 'A' }, { title: 'B' }], [['some few words', 'many more words '.repeat(9)]], 60)
    expect(printed.split('\n')[1]).toMatch(/^─{5,14} {2}─{44,53}$/)
    expect(Math.max(...printed.split('\n').map((line) => line.length))).toBeLessThanOrEqual(60)
  })

  it('prints nothing without rows', () => {
    expect(table([{ title: 'A' }], [], 60)).toBe('')
  })
})

describe('wrap', () => {
  it('keeps paragraphs, points of a list, and percent signs with their numbers', () => {
    expect(wrap('one two\nthree\n\n- four\n- five 12 %', 9)).toEqual(['one two', 'three', '- four', '- five', '12 %'])
  })

  it('breaks a word that is wider than a line', () => {
    expect(wrap('a 1234567890', 4)).toEqual(['a', '1234', '5678', '90'])
  })

  it('hangs and indents', () => {
    expect(hanging('- ', 'one two three', 9)).toBe('- one two\n  three')
    expect(indent('one\n\ntwo')).toBe('  one\n\n  two')
  })
})

describe('csv', () => {
  it('is read again as it was', () => {
    const rows = [
      ['id', 'says "so"', 'a, b'],
      ['two\nlines', '', ' 3 '],
    ]
    expect(csv(rows)).toBe('id,"says ""so""","a, b"\n"two\nlines",, 3 ')
    expect(parse(csv(rows))).toEqual(rows)
  })
})

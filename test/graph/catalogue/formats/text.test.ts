import { describe, expect, it } from 'vitest'
import { formatSums, formatText } from '../../../../graph/catalogue/formats/text.ts'
import { findings } from './findings.ts'

describe('findings as text', () => {
  it('are a line each, which editors can follow, and the hint below', () => {
    expect(formatText(findings, '/work')).toBe(
      [
        'catalogue/teams/a b.yaml:2:7  error  wrong-type  Problem 2.',
        '    Write it.',
        'catalogue/teams/a b.yaml:3:7  warning  missing-owner  Problem 3.',
        'catalogue/teams/a b.yaml:4:7  info  overdue-review  Problem 4.',
      ].join('\n'),
    )
  })

  it('name files as is shortest from where one stands', () => {
    const from = (folder: string) => formatText(findings.slice(1, 2), folder).split(':')[0]
    expect(from('/work/catalogue/teams')).toBe('a b.yaml')
    expect(from('/work/catalogue/roles')).toBe('../teams/a b.yaml')
    expect(from('/home/somebody/with/a/long/way/to/go')).toBe('/work/catalogue/teams/a b.yaml')
  })

  it('are nothing when there are none', () => {
    expect(formatText([])).toBe('')
  })
})

describe('the sums of findings', () => {
  it('are said from worst to least, in one or many', () => {
    expect(formatSums(findings)).toBe('1 error, 1 warning, 1 remark')
    expect(formatSums([...findings.slice(1), ...findings.slice(1)])).toBe('2 warnings, 2 remarks')
  })

  it('are none', () => {
    expect(formatSums([])).toBe('no findings')
  })
})

import { describe, expect, it } from 'vitest'
import { formatByOwner, formatSums, formatText } from '../../../../graph/catalogue/formats/text.ts'
import { findings } from './findings.ts'

describe('findings as text', () => {
  it('are a line each, which editors can follow, and the hint below', () => {
    expect(formatText(findings, '/srv')).toBe(
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
    expect(from('/srv/catalogue/teams')).toBe('a b.yaml')
    expect(from('/srv/catalogue/roles')).toBe('../teams/a b.yaml')
    expect(from('/home/somebody/with/a/long/way/to/go')).toBe('/srv/catalogue/teams/a b.yaml')
  })

  it('are nothing when there are none', () => {
    expect(formatText([])).toBe('')
  })
})

describe('findings by owner', () => {
  it('stand below who can mend them, most first and nobody’s last', () => {
    const [a, b, c] = findings
    const owned = [a, b, c].flatMap((each) => (each === undefined ? [] : [each, { ...each, owner: 'team/b' }]))
    const text = formatByOwner([...owned, ...owned.map(({ owner: _, ...each }) => each)], '/srv')
    expect(text.split('\n').filter((line) => /^\S+: /.test(line))).toStrictEqual([
      'team/b: 1 error, 1 warning, 1 remark',
      'nobody: 3 errors, 3 warnings, 3 remarks',
    ])
    expect(text).toContain(`team/b: 1 error, 1 warning, 1 remark\n\n${formatText(findings, '/srv')}\n\nnobody`)
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

describe('characters that can’t be seen', () => {
  it('are escaped in paths, messages and hints, so that a finding stays one line', () => {
    const place = { layer: 'own', path: '/srv/a\nb.yaml', file: 'a\nb.yaml', line: 1, column: 2 }
    const finding = { rule: 'r', severity: 'error', message: 'No \u001b[31m\u202e.', hint: 'A\t\u0085\u2028B' } as const
    expect(formatText([{ ...finding, place }], '/srv')).toBe(
      'a\\nb.yaml:1:2  error  r  No \\u001b[31m\\u202e.\n    A\\t\\u0085\\u2028B',
    )
  })
})

import { expect, it } from 'vitest'
import { formatGithub } from '../../../../graph/catalogue/formats/github.ts'
import { findings } from './findings.ts'

const [error, warning, info] = findings

it('findings are workflow commands with paths from the repository’s root, worst first', () => {
  expect(
    formatGithub(
      [info, warning, error].flatMap((each) => each ?? []),
      '/srv',
    ),
  ).toBe(
    [
      '::error file=catalogue/teams/a b.yaml,line=2,col=7,title=wrong-type::Problem 2. Write it.',
      '::warning file=catalogue/teams/a b.yaml,line=3,col=7,title=missing-owner::Problem 3.',
      '::notice file=catalogue/teams/a b.yaml,line=4,col=7,title=overdue-review::Problem 4.',
    ].join('\n'),
  )
})

it('files elsewhere are named whole, and who can mend it stands in the title', () => {
  expect(formatGithub(warning === undefined ? [] : [{ ...warning, owner: 'team/a' }], '/home/x')).toBe(
    '::warning file=/srv/catalogue/teams/a b.yaml,line=3,col=7,title=missing-owner (team/a)::Problem 3.',
  )
})

it('what would end a command is escaped', () => {
  const place = { layer: 'own', path: '/srv/a,b:c.yaml', file: 'a,b:c.yaml', line: 1, column: 2 }
  expect(formatGithub([{ rule: 'r', severity: 'error', message: '100 %\r\n::error::No.', place }], '/srv')).toBe(
    '::error file=a%2Cb%3Ac.yaml,line=1,col=2,title=r::100 %25%0D%0A::error::No.',
  )
})

import { expect, it } from 'vitest'
import { compareWithBaseline, readBaseline, writeBaseline } from '../../../../graph/catalogue/baseline.ts'
import { formatJson } from '../../../../graph/catalogue/formats/json.ts'
import { findings } from './findings.ts'

it('findings as JSON are one object, each flat, with what it has', () => {
  const fingerprint: unknown = expect.stringMatching(/^[0-9a-f]{16}$/)
  const where = { file: '/srv/catalogue/teams/a b.yaml', column: 7, layer: 'own', fingerprint }
  expect(JSON.parse(formatJson(findings))).toStrictEqual({
    findings: [
      {
        ...where,
        line: 2,
        severity: 'error',
        rule: 'wrong-type',
        message: 'Problem 2.',
        hint: 'Write it.',
        item: 'team/a',
      },
      { ...where, line: 3, severity: 'warning', rule: 'missing-owner', message: 'Problem 3.' },
      { ...where, line: 4, severity: 'info', rule: 'overdue-review', message: 'Problem 4.' },
    ],
  })
  expect(JSON.parse(formatJson([]))).toStrictEqual({ findings: [] })
})

it('beside a baseline they say what is known, and what is gone', () => {
  const [, warning, info] = findings
  if (warning === undefined || info === undefined) throw new Error('Both are there.')
  const compared = compareWithBaseline([warning], readBaseline(writeBaseline([warning, info])))
  expect(JSON.parse(formatJson([warning], compared))).toMatchObject({
    findings: [{ rule: 'missing-owner', known: true }],
    gone: [{ rule: 'overdue-review', about: 'teams/a b.yaml' }],
  })
})

it('who can mend a finding is named', () => {
  const owned = findings.map((each) => ({ ...each, owner: 'team/a' }))
  expect(JSON.parse(formatJson(owned))).toMatchObject({ findings: [{ owner: 'team/a' }, {}, {}] })
})

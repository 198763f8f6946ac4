import { expect, it } from 'vitest'
import { formatJson } from '../../../../graph/catalogue/formats/json.ts'
import { findings } from './findings.ts'

it('findings as JSON are one object, each flat, with what it has', () => {
  const where = { file: '/srv/catalogue/teams/a b.yaml', column: 7, layer: 'own' }
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

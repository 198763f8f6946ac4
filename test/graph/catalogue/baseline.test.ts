import { describe, expect, it } from 'vitest'
import { BaselineError, compareWithBaseline, readBaseline, writeBaseline } from '../../../graph/catalogue/baseline.ts'
import type { Finding } from '../../../graph/catalogue/finding.ts'
import { fingerprintOf } from '../../../graph/catalogue/fingerprint.ts'
import { findings } from './formats/findings.ts'

const [error, warning, info] = findings as readonly [Finding, Finding, Finding]
const moved = (finding: Finding): Finding => ({ ...finding, place: { ...finding.place, line: 99, column: 1 } })
const written = (...some: readonly Finding[]) => readBaseline(writeBaseline(some))

describe('a fingerprint', () => {
  it('stays while lines move, also those that a message names', () => {
    expect(fingerprintOf(moved(warning))).toBe(fingerprintOf(warning))
    const twice = (line: number): Finding => ({ ...warning, message: `Twice, also in line ${String(line)}.` })
    expect(fingerprintOf(twice(3))).toBe(fingerprintOf(twice(14)))
  })

  it('of a finding about an item stays while its file moves; without one the file counts', () => {
    const elsewhere = (finding: Finding): Finding => ({ ...finding, place: { ...finding.place, file: 'other.yaml' } })
    expect(fingerprintOf(elsewhere(error))).toBe(fingerprintOf(error))
    expect(fingerprintOf(elsewhere(warning))).not.toBe(fingerprintOf(warning))
  })

  it('differs with rule, item and message', () => {
    const others: readonly Partial<Finding>[] = [{ rule: 'other' }, { item: 'team/b' }, { message: 'Other.' }]
    for (const other of others) expect(fingerprintOf({ ...warning, ...other })).not.toBe(fingerprintOf(warning))
  })
})

describe('a baseline', () => {
  it('is JSON for people too, sorted, whatever the order of findings, without errors', () => {
    const text = writeBaseline([info, error, warning, moved(warning)])
    expect(text).toBe(writeBaseline([warning, moved(warning), info]))
    expect(JSON.parse(text)).toStrictEqual({
      version: 1,
      findings: [
        {
          fingerprint: fingerprintOf(warning),
          rule: 'missing-owner',
          about: 'teams/a b.yaml',
          message: 'Problem 3.',
          times: 2,
        },
        {
          fingerprint: fingerprintOf(info),
          rule: 'overdue-review',
          about: 'teams/a b.yaml',
          message: 'Problem 4.',
        },
      ],
    })
  })

  it('tells what is known, wherever it moved, what is new and what is gone', () => {
    const compared = compareWithBaseline([moved(info), error], written(info, warning))
    expect(compared.known).toStrictEqual([moved(info)])
    expect(compared.fresh).toStrictEqual([error])
    expect(compared.gone.map(({ rule }) => rule)).toStrictEqual(['missing-owner'])
  })

  it('knows a finding as often as it was accepted', () => {
    const twice = [warning, moved(warning)]
    expect(compareWithBaseline(twice, written(...twice))).toMatchObject({ fresh: [], gone: [] })
    expect(compareWithBaseline(twice, written(warning))).toMatchObject({ known: [warning], fresh: [moved(warning)] })
  })

  it('never accepts an error, not even one that was a warning', () => {
    const raised: Finding = { ...warning, severity: 'error' }
    expect(compareWithBaseline([raised], written(warning))).toMatchObject({ fresh: [raised], known: [], gone: [] })
  })

  it.each(['', '[]', '{"version": 2, "findings": []}', '{"version": 1, "findings": [{"rule": "a"}]}'])(
    'can’t be read from %s',
    (text) => {
      expect(() => readBaseline(text)).toThrow(BaselineError)
    },
  )
})

import { describe, expect, it } from 'vitest'
import { compareWithBaseline, readBaseline, writeBaseline } from '../../../../graph/catalogue/baseline.ts'
import type { Finding } from '../../../../graph/catalogue/finding.ts'
import { fingerprintOf } from '../../../../graph/catalogue/fingerprint.ts'
import { formatSarif } from '../../../../graph/catalogue/formats/sarif.ts'
import { readingRules } from '../../../../graph/catalogue/reading-rules.ts'
import { allRules } from '../../../../graph/catalogue/rule.ts'
import { findings } from './findings.ts'

interface Log {
  readonly $schema: string
  readonly version: string
  readonly runs: readonly [
    {
      readonly tool: {
        readonly driver: {
          readonly name: string
          readonly rules: readonly { id: string; shortDescription: { text: string } }[]
        }
      }
      readonly results: readonly Result[]
    },
  ]
}
interface Result {
  readonly ruleId: string
  readonly ruleIndex: number
}

const rules = await allRules()
const log = JSON.parse(formatSarif(findings, { rules, root: '/srv' })) as Log
const [{ tool, results }] = log.runs

describe('findings as SARIF', () => {
  it('are a log of version 2.1.0 with one run', () => {
    expect(log).toMatchObject({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0' })
    expect(log.runs).toHaveLength(1)
    expect(tool.driver.name).toBe('tributary')
  })

  it('are results with level, message and place', () => {
    const at = (startLine: number) => [
      {
        physicalLocation: {
          artifactLocation: { uri: 'catalogue/teams/a%20b.yaml', uriBaseId: '%SRCROOT%' },
          region: { startLine, startColumn: 7 },
        },
      },
    ]
    expect(results).toMatchObject([
      { ruleId: 'wrong-type', level: 'error', message: { text: 'Problem 2. Write it.' }, locations: at(2) },
      { ruleId: 'missing-owner', level: 'warning', message: { text: 'Problem 3.' }, locations: at(3) },
      { ruleId: 'overdue-review', level: 'note', message: { text: 'Problem 4.' }, locations: at(4) },
    ])
  })

  it('name every rule, each once, with what it looks for', () => {
    const ids = tool.driver.rules.map((rule) => rule.id)
    expect(ids).toStrictEqual([...rules.map((rule) => rule.name), 'wrong-type'])
    for (const { ruleId, ruleIndex } of results) expect(ids[ruleIndex]).toBe(ruleId)
    for (const { id, shortDescription } of tool.driver.rules) {
      const known = rules.find((rule) => rule.name === id)?.description
      expect(shortDescription.text).toBe(known ?? readingRules['wrong-type'])
    }
  })

  it('name files from the root of the sources, and others whole', () => {
    expect(log.runs[0]).toMatchObject({ originalUriBaseIds: { '%SRCROOT%': { uri: 'file:///srv/' } } })
    const elsewhere = JSON.parse(formatSarif(findings, { rules, root: '/srv/other' })) as Log
    expect(elsewhere.runs[0].results[0]).toMatchObject({
      locations: [{ physicalLocation: { artifactLocation: { uri: 'file:///srv/catalogue/teams/a%20b.yaml' } } }],
    })
  })

  it('have fingerprints without lines, who can mend them, and say what a baseline knows', () => {
    const [, warning] = findings
    if (warning === undefined) throw new Error('It is there.')
    const owned = { ...warning, owner: 'team/a', item: 'team/b' }
    const moved = { ...owned, place: { ...owned.place, line: 99 } }
    const resultOf = (finding: Finding, known: readonly Finding[]) => {
      const compared = compareWithBaseline([finding], readBaseline(writeBaseline(known)))
      return (JSON.parse(formatSarif([finding], { rules, root: '/srv', compared })) as Log).runs[0].results[0]
    }
    const prints = { 'tributary/v1': fingerprintOf(owned) }
    const properties = { item: 'team/b', owner: 'team/a' }
    expect(resultOf(moved, [owned])).toMatchObject({
      partialFingerprints: prints,
      properties,
      baselineState: 'unchanged',
    })
    expect(resultOf(owned, [])).toMatchObject({ partialFingerprints: prints, baselineState: 'new' })
  })

  it('are an empty run when there are none', () => {
    const empty = JSON.parse(formatSarif([], { rules, root: '/srv' })) as Log
    expect(empty.runs[0].results).toStrictEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { formatSarif } from '../../../../graph/catalogue/formats/sarif.ts'
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
const log = JSON.parse(formatSarif(findings, rules)) as Log
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
          artifactLocation: { uri: 'file:///srv/catalogue/teams/a%20b.yaml' },
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
      expect(shortDescription.text).toBe(known ?? `Reading catalogue files: ${id}.`)
    }
  })

  it('are an empty run when there are none', () => {
    const empty = JSON.parse(formatSarif([], rules)) as Log
    expect(empty.runs[0].results).toStrictEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import type { Finding } from '../../../../graph/catalogue/finding.ts'
import { formatJson } from '../../../../graph/catalogue/formats/json.ts'
import { formatSarif } from '../../../../graph/catalogue/formats/sarif.ts'
import { formatFixed, formatText } from '../../../../graph/catalogue/formats/text.ts'

const place = { layer: 'own', path: '/c/teams/a.yaml', file: 'teams/a.yaml', line: 3, column: 11 }
const finding: Finding = {
  ...{ rule: 'wrong-type', severity: 'error', message: 'No date.', hint: 'Write a date.', place },
  fix: { does: 'Write 2027-06-03.', edits: [{ place, was: '2027-6-3', text: '2027-06-03' }] },
}
const guess: Finding = { ...finding, rule: 'unknown-reference', fix: { does: 'Write x.', edits: [], isGuess: true } }
const renamed: Finding = {
  ...finding,
  rule: 'file-name',
  fix: { does: 'Name it a.yaml.', edits: [], renames: [{ place, to: 'b.yaml' }] },
}

describe('what mends a finding', () => {
  it('is told in text: what is certain, and what is likely', () => {
    expect(formatText([finding, guess], '/c')).toBe(
      [
        'teams/a.yaml:3:11  error  wrong-type  No date.\n    Write a date. (--fix does it.)',
        'teams/a.yaml:3:11  error  unknown-reference  No date.\n    Write a date. (Likely: --fix unknown-reference writes it.)',
      ].join('\n'),
    )
    expect(formatFixed([finding, renamed], '/c')).toBe(
      'teams/a.yaml:3:11  wrong-type  2027-6-3 → 2027-06-03\nteams/a.yaml:3:11  file-name  → b.yaml',
    )
  })

  it('is in JSON, place by place, and so is what was mended', () => {
    const edits = [{ file: '/c/teams/a.yaml', line: 3, column: 11, was: '2027-6-3', text: '2027-06-03' }]
    expect(JSON.parse(formatJson([guess], undefined, [finding, renamed]))).toMatchObject({
      findings: [{ fix: { does: 'Write x.', isGuess: true, edits: [] } }],
      fixed: [
        { rule: 'wrong-type', does: 'Write 2027-06-03.', edits },
        { rule: 'file-name', renames: [{ file: '/c/teams/a.yaml', to: 'b.yaml' }] },
      ],
    })
  })

  it('is in SARIF where it is a matter of text', () => {
    const log = JSON.parse(formatSarif([finding, renamed], { rules: [], root: '/c' })) as {
      runs: { results: { fixes?: unknown }[] }[]
    }
    expect(log.runs[0]?.results.map(({ fixes }) => fixes)).toStrictEqual([
      [
        {
          description: { text: 'Write 2027-06-03.' },
          artifactChanges: [
            {
              artifactLocation: { uri: 'teams/a.yaml', uriBaseId: '%SRCROOT%' },
              replacements: [
                {
                  deletedRegion: { startLine: 3, startColumn: 11, endLine: 3, endColumn: 19 },
                  insertedContent: { text: '2027-06-03' },
                },
              ],
            },
          ],
        },
      ],
      undefined,
    ])
  })
})

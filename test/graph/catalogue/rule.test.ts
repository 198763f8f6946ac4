import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { allRules } from '../../../graph/catalogue/rule.ts'
import { severities } from '../../../graph/catalogue/finding.ts'

const folder = join(import.meta.dirname, '../../../graph/catalogue/rules')
const rules = await allRules()

describe('the rules', () => {
  it('are the files of their folder, each named as its rule, sorted', () => {
    expect(rules.map((rule) => `${rule.name}.ts`)).toStrictEqual(readdirSync(folder).sort())
    expect(rules.length).toBeGreaterThanOrEqual(17)
  })

  it.each(rules.map((rule) => [rule.name, rule] as const))(
    '%s says what it looks for and how much that matters',
    (name, rule) => {
      expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/)
      expect(rule.description).toMatch(/^[A-Z].*\.$/)
      expect(severities).toContain(rule.severity)
    },
  )

  it.each(rules.map((rule) => rule.name))('%s has a test', (name) => {
    expect(existsSync(join(import.meta.dirname, 'rules', `${name}.test.ts`))).toBe(true)
  })
})

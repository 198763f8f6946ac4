import { utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readCatalogue } from '../../../graph/catalogue/read-catalogue.ts'
import { findingsOf, findingsIn, today } from './findings-of.ts'
import { catalogueWith } from './catalogue-folder.ts'
import type { Files } from './catalogue-folder.ts'
import { layered } from './layered.ts'

/** A rule that finds every team whose name doesn't begin with a letter. */
const teamNames = (letter: string) => `export const rule = {
  name: 'team-names',
  description: 'Teams have names that begin with ${letter}.',
  severity: 'warning',
  *check({ items }) {
    for (const item of items.values()) {
      const name = item.values.get('name')
      if (item.kind.name === 'Team' && !name.value.startsWith('${letter}'))
        yield { message: name.value + ' does not.', hint: 'Rename it.', place: name.place, item: item.id }
    }
  },
}
`
const config = (more = '') => ({ 'tributary.config.yaml': `name: own\nplugins: [plugins/rule.js]\n${more}` })
const desk: Files = { 'teams/desk.yaml': 'name: Desk\n' }
const withRule = (code: string, more = ''): Files => ({ ...config(more), ...desk, 'plugins/rule.js': code })

describe('a rule of one’s own', () => {
  const finding = 'teams/desk.yaml:1:1  warning  team-names  Desk does not. → Rename it.'

  it('is found by what the configuration names', async () => {
    expect(await findingsOf(withRule(teamNames('T')))).toStrictEqual([finding])
    expect(await findingsOf(withRule(teamNames('D')))).toStrictEqual([])
    expect(await findingsOf({ ...desk, 'plugins/rule.js': teamNames('T') })).toStrictEqual([])
  })

  it('has its severity from the configuration, as any', async () => {
    expect(await findingsOf(withRule(teamNames('T'), 'rules: {team-names: error}\n'))).toStrictEqual([
      finding.replace('warning', 'error'),
    ])
    expect(await findingsOf(withRule(teamNames('T'), 'rules: {team-names: off}\n'))).toStrictEqual([])
  })

  it('holds for catalogues that extend its own', async () => {
    const folder = layered(
      { 'plugins/rule.js': teamNames('T'), 'tributary.config.yaml': 'name: below\nplugins: [plugins/rule.js]\n' },
      desk,
      'name: own\nextends: [../below]\nrules: {team-names: info}\n',
    )
    expect(await findingsIn(folder)).toStrictEqual([finding.replace('warning', 'info')])
  })

  it('may be one of several, and is among the rules of the reading', async () => {
    const several = teamNames('T').replace('export const rule = {', 'export const rules = [{').replace(/}\n$/, '}]\n')
    const { rules } = await readCatalogue(catalogueWith(withRule(several)), { today })
    expect(rules.at(-1)).toMatchObject({ name: 'team-names', severity: 'warning' })
  })

  it('is loaded again when its file has changed', async () => {
    const folder = catalogueWith(withRule(teamNames('T')))
    expect(await findingsIn(folder)).toStrictEqual([finding])
    const file = join(folder, 'plugins/rule.js')
    writeFileSync(file, teamNames('D'))
    utimesSync(file, new Date(), new Date(Date.now() + 5000))
    expect(await findingsIn(folder)).toStrictEqual([])
  })
})

describe('a plug-in that can’t be used is an error where it is named', () => {
  const at = 'tributary.config.yaml:2:11  error  plugin '
  const see = 'See how Tributary’s own rules are written: graph/catalogue/rules/missing-owner.ts.'
  it.each([
    ['export const rule = {', 'plugins/rule.js can’t be loaded: '.replace('’', "'")],
    ['throw new Error("no\\nway")', "plugins/rule.js can't be loaded: no"],
    ['export const other = 1', `plugins/rule.js exports no rule. → Export one as "rule", several as "rules". ${see}`],
    [
      'export const rule = { name: "Loud", description: "", severity: "warning", check() {} }',
      `plugins/rule.js exports a rule that can't be used. A rule has a name in kebab-case, a description, a severity and a function "check". → ${see}`,
    ],
    ['export const rule = null', `plugins/rule.js exports a rule that can't be used. A rule has`],
    [
      teamNames('D').replace('team-names', 'no-cycles'),
      `plugins/rule.js exports a rule that can't be used. There is a rule "no-cycles" already. → ${see}`,
    ],
    [
      teamNames('D').replace('*check({ items }) {', '*check() { throw new Error("oh")'),
      'The rule "team-names" failed: oh',
    ],
  ])('%s', async (code, said) => {
    const [finding, ...others] = await findingsOf(withRule(code))
    expect(finding?.startsWith(`${at} ${said}`), finding).toBe(true)
    expect(others).toStrictEqual([])
  })

  it('as it isn’t there', async () => {
    expect(await findingsOf({ ...config(), ...desk })).toStrictEqual([
      `${at} There is no file "plugins/rule.js". → Plug-ins are named from this folder.`,
    ])
  })
})

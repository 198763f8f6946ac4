import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { configSchema } from '../../../graph/catalogue/config-schema.ts'
import { audienceSettings } from '../../../graph/catalogue/read-audiences.ts'
import { calendarSettings, configSettings, siteSettings } from '../../../graph/catalogue/config-settings.ts'
import { allRules } from '../../../graph/catalogue/rule.ts'
import type { JsonSchema } from '../../../graph/model/json-schema.ts'
import { readModel } from '../../../graph/model/read-model.ts'

const rules = await allRules()
const schema = configSchema({ rules, model: readModel(), layers: ['itil4'], ids: ['team/a'] })
const part = (of: JsonSchema | undefined, ...path: readonly string[]): JsonSchema | undefined =>
  path.reduce<JsonSchema | undefined>((at, name) => at?.[name] as JsonSchema | undefined, of)
const names = (...path: readonly string[]) => Object.keys(part(schema, ...path, 'properties') ?? {}).sort()
const sorted = (settings: readonly { readonly name: string }[]) => settings.map(({ name }) => name).sort()

const validate = new Ajv2020({ strict: false, formats: { uri: true } }).compile(schema)

describe('the schema of the configuration', () => {
  it('has every setting, each described, and no others', () => {
    expect(names()).toStrictEqual([...sorted(configSettings), 'audiences', 'calendar', 'rules', 'site'].sort())
    expect(names('properties', 'site')).toStrictEqual(sorted(siteSettings))
    expect(names('properties', 'calendar')).toStrictEqual(sorted(calendarSettings))
    const audience = ['properties', 'audiences', 'additionalProperties']
    expect(names(...audience)).toStrictEqual([...sorted(audienceSettings), 'fields'].sort())
    for (const at of [[], ['properties', 'site'], ['properties', 'calendar'], audience]) {
      for (const [name, setting] of Object.entries(part(schema, ...at, 'properties') ?? {})) {
        expect((setting as JsonSchema)['description'], name).toMatch(/\.$/)
      }
    }
  })

  it('has every rule with what it looks for and its own severity', () => {
    for (const { name, description, severity } of rules) {
      expect(part(schema, 'properties', 'rules', 'properties', name)).toMatchObject({ description, default: severity })
    }
    expect(names('properties', 'rules')).toStrictEqual(sorted(rules))
  })

  it.each(['catalogues/example', 'catalogues/itil4'])('takes the configuration of %s', (folder) => {
    const config: unknown = parse(readFileSync(`${folder}/tributary.config.yaml`, 'utf8'))
    expect(validate(config), JSON.stringify(validate.errors)).toBe(true)
  })

  it('takes layers and items that it doesn’t know, and refuses settings, rules and severities that there aren’t', () => {
    const takes = (config: object) => validate(config)
    expect(takes({ extends: ['../group', 'itil4'], without: ['practice/x'] })).toBe(true)
    expect(takes({ audiences: { all: { kinds: ['team'], fields: { item: 'all', team: ['all', 'body'] } } } })).toBe(
      true,
    )
    expect(takes({ titel: 'X' })).toBe(false)
    expect(takes({ rules: { 'no-such-rule': 'off' } })).toBe(false)
    expect(takes({ rules: { 'missing-owner': 'loud' } })).toBe(false)
    expect(takes({ site: { locale: 'fr' } })).toBe(false)
    expect(takes({ audiences: { all: { fields: { team: ['no-such-field'] } } } })).toBe(false)
  })
})

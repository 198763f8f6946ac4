import type { JsonSchema } from '../model/json-schema.ts'
import { attributeSchema } from '../model/json-schema.ts'
import type { Attribute, Kind, Model } from '../model/model.ts'
import { writable } from './catalogue.ts'
import { severities } from './finding.ts'
import { siteLocales } from './layer.ts'
import { allFields, audienceSettings } from './read-audiences.ts'
import { calendarSettings, configSettings, siteSettings } from './config-settings.ts'
import type { Rule } from './rule.ts'

/** What a configuration can name. */
export interface Nameable {
  readonly rules: readonly Rule[]
  readonly model: Model
  /** Names of the built-in layers. */
  readonly layers: readonly string[]
  /** Ids of items that there are. */
  readonly ids: readonly string[]
}

/**
 * The JSON Schema of `tributary.config.yaml`, so that an editor completes and checks it as one types: settings with their
 * descriptions, rules with what they look for and their severities, kinds, and ids of items that there are.
 */
export function configSchema({ rules, model, layers, ids }: Nameable): JsonSchema {
  const base = settings(configSettings, model)
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'tributary.config.yaml',
    description: 'What makes a folder a catalogue of Tributary: its name, the layers below it, and settings.',
    type: 'object',
    properties: {
      ...base,
      extends: { ...base['extends'], items: known(layers) },
      without: { ...base['without'], items: known(ids) },
      rules: object('Severities of rules where they differ from their own.', rulesOf(rules)),
      calendar: object('How long a working day and week are in durations.', settings(calendarSettings, model)),
      site: object('Settings of the site.', siteOf(model)),
      audiences: {
        description: 'What is published to whom, by name: a part of the catalogue for each.',
        type: 'object',
        propertyNames: { pattern: '^[a-z][a-z0-9-]*$' },
        additionalProperties: audienceOf(model, ids),
      },
    },
    additionalProperties: false,
  }
}

type Properties = Readonly<Record<string, JsonSchema>>

const object = (description: string, properties: Properties): JsonSchema => ({
  description,
  type: 'object',
  properties,
  additionalProperties: false,
})

const settings = (of: readonly Attribute[], model: Model): Properties =>
  Object.fromEntries(of.map((each) => [each.name, { description: each.description, ...attributeSchema(model, each) }]))

/** These words are completed, and others allowed: folders, items that aren't written yet. */
const known = (words: readonly string[]): JsonSchema =>
  words.length === 0 ? { type: 'string' } : { anyOf: [{ enum: words }, { type: 'string' }] }

function rulesOf(rules: readonly Rule[]): Properties {
  return Object.fromEntries(
    rules.map(({ name, description, severity }) => [
      name,
      { description, default: severity, oneOf: [...severities, 'off'].map((word) => severityWord(word)) },
    ]),
  )
}

const severityWord = (word: string): JsonSchema => ({ const: word, description: severityWords[word] ?? '' })
const severityWords: Readonly<Record<string, string>> = {
  error: 'What breaks the rule isn’t loaded.',
  warning: 'It is reported, and with --strict it fails.',
  info: 'It is told as a remark.',
  off: 'The rule isn’t asked.',
}

function siteOf(model: Model): Properties {
  const plain = settings(siteSettings, model)
  const address = { type: 'string', format: 'uri' }
  return {
    ...plain,
    locale: { description: plain['locale']?.['description'], enum: siteLocales },
    languages: { description: plain['languages']?.['description'], type: 'object', additionalProperties: address },
  }
}

function audienceOf(model: Model, ids: readonly string[]): JsonSchema {
  const plain = settings(audienceSettings, model)
  const kinds = [...model.kinds.values()]
  const fields = (of: Pick<Kind, 'attributes' | 'relations'>): JsonSchema => {
    const names = [...writable(of.attributes).map(({ name }) => name), ...of.relations.map(({ field }) => field)]
    return { anyOf: [{ const: allFields }, { type: 'array', items: { enum: [allFields, ...names] } }] }
  }
  const types = [
    ...kinds.map((kind) => [kind.idPrefix, kind] as const),
    ...[...model.interfaces.values()].map((each) => [each.name.toLowerCase(), each] as const),
  ]
  const ofItems = (name: string): JsonSchema => ({ ...plain[name], items: known(ids) })
  return object('What this audience is told.', {
    ...plain,
    kinds: { ...plain['kinds'], items: { enum: kinds.map(({ idPrefix }) => idPrefix) } },
    items: ofItems('items'),
    without: ofItems('without'),
    mayMention: ofItems('mayMention'),
    fields: {
      description: 'Fields that are published of each kind; "all": every field but the text.',
      anyOf: [
        { const: allFields },
        {
          type: 'object',
          properties: Object.fromEntries(types.map(([name, type]) => [name, fields(type)])),
          additionalProperties: false,
        },
      ],
    },
  })
}

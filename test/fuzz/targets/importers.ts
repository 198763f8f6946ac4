import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { importArchimate } from '../../../exchange/import/archimate/import-archimate.ts'
import { readMapping } from '../../../exchange/import/archimate/read-mapping.ts'
import { importBackstage } from '../../../exchange/import/backstage/backstage.ts'
import { importJson } from '../../../exchange/import/json/json.ts'
import { describeLog } from '../../../graph/stream/event-log/describe-log.ts'
import { importLog } from '../../../graph/stream/event-log/import-log.ts'
import { LogError } from '../../../graph/stream/event-log/log-event.ts'
import { modelXml } from '../../exchange/import/archimate/model-file.ts'
import { sampleLines, shapes } from '../../graph/stream/event-log/sample-logs.ts'
import { bytesOf, expectRefusal } from '../target.ts'
import type { OpenTarget } from '../target.ts'
import { yamlWords } from './catalogue.ts'
import { planOf } from './plan-of.ts'

const xmlWords = [
  '<',
  '>',
  '</',
  '/>',
  '<![CDATA[',
  ']]>',
  '<!--',
  '-->',
  '<?xml version="1.0"?>',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  '&b;',
  '&#0;',
  '&amp;',
  'xmlns="',
  'xsi:type="',
]

/** A model in the ArchiMate exchange format. */
export const archimate: OpenTarget = async (folder) => {
  const plan = await planOf(folder)
  return {
    seeds: bytesOf(
      modelXml({
        elements: {
          e0: ['ApplicationComponent', 'CRM'],
          e1: ['BusinessActor', 'Desk'],
          e2: ['AndJunction', ''],
          e3: ['Grouping', 'Sales'],
        },
        relationships: { r0: ['Serving', 'e0', 'e2'], r1: ['Serving', 'e2', 'e1'], r2: ['Composition', 'e3', 'e0'] },
        properties: { p0: 'Version' },
        views: { v0: ['Overview', 'e0', 'e1'] },
      }),
    ),
    words: [
      ...xmlWords,
      'identifier="e0"',
      'source="e1"',
      'target="e0"',
      'Realization',
      'OrJunction',
      'BusinessService',
      'propertyDefinitionRef="p0"',
    ],
    attempt: (input) => plan('model.xml', (file, known) => importArchimate(input, { file }, known)),
  }
}

/** A mapping of an ArchiMate model. */
export const archimateMapping: OpenTarget = async (folder) => {
  const plan = await planOf(folder)
  return {
    seeds: bytesOf(
      'types:\n  BusinessActor:\n    - { kind: supplier, when: { property: External, is: "true" } }\n    - { kind: team }\n  Capability: { kind: practice, fields: { group: GENERAL_MANAGEMENT } }\n  Plateau: tag\nproperties: { Vendor: maker, Internal remark: none }\nviews: tags\nfolders: none\n',
    ),
    words: [...yamlWords, 'types:\n', 'kind: ', 'when: ', 'tag', 'none', 'BusinessActor'],
    attempt: (input) =>
      plan('m.yaml', (file, { model, ...known }) => {
        const mapping = readMapping(Buffer.from(input).toString(), file, model)
        return importArchimate(
          Buffer.from(modelXml({ elements: { e0: ['BusinessActor', 'Desk'], e1: ['Capability', 'Help'] } })),
          { file, mapping },
          { model, ...known },
        )
      }),
  }
}

/** A file of a Backstage catalog. */
export const backstage: OpenTarget = async (folder) => {
  const plan = await planOf(folder)
  const path = join(folder, 'catalog-info.yaml')
  return {
    seeds: bytesOf(
      'apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: shop\n  title: Shop\n  tags: [a]\n  links: [{ url: https://example.org/, title: T }]\nspec:\n  type: service\n  owner: group:default/web\n  system: sales\n  dependsOn: [resource:db]\n  providesApis: [shop-api]\n---\nkind: Group\nmetadata: { name: web }\nspec: { type: team, parent: it, children: [] }\n---\nkind: API\nmetadata: { name: shop-api }\nspec: { owner: web }\n---\nkind: Location\nmetadata: { name: l }\nspec: { targets: [./*.yaml] }\n',
    ),
    words: [
      ...yamlWords,
      'kind: Resource\n',
      'kind: System\n',
      'kind: Domain\n',
      'metadata:\n',
      'spec:\n',
      'subcomponentOf: ',
      'default/',
      'component:',
    ],
    attempt(input) {
      writeFileSync(path, input)
      return plan('catalog-info.yaml', (_file, known) => importBackstage(path, known))
    },
  }
}

/** What `tributary export json` writes. */
export const exported: OpenTarget = async (folder) => {
  const plan = await planOf(folder)
  const path = join(folder, 'catalogue.json')
  return {
    seeds: bytesOf(
      '{"format":"tributary-catalogue/1","calendar":{"hoursPerDay":8,"daysPerWeek":5},"items":[{"id":"team/a","kind":"Team","fields":{"name":"A"},"relations":{"owner":{"team/b":{}}},"sources":[{"layer":"own","file":"teams/a.yaml","line":1}]},{"id":"value-stream/s","kind":"ValueStream","fields":{"name":"S"},"relations":{"steps":{"step/s/one":{}}}},{"id":"step/s/one","kind":"Step","fields":{"name":"One","position":0},"relations":{"next":{"step/s/one":{"share":5}}}}]}',
    ),
    words: [
      '"id":',
      '"kind":',
      '"fields":',
      '"relations":',
      '"sources":',
      '"__proto__":',
      'null',
      '1e999',
      '-0',
      '[',
      ']',
      '{',
      '}',
      '"constructor"',
    ],
    attempt(input) {
      writeFileSync(path, input)
      return plan('catalogue.json', (_file, known) => importJson(path, known))
    },
  }
}

/** A log of events: CSV or XES, packed or not. */
export const log: OpenTarget = (folder) => {
  const path = join(folder, 'log.csv')
  const lines = sampleLines(4)
  const seeds = bytesOf(...Object.values(shapes).map((shape) => shape(lines)))
  return {
    seeds: [...seeds, gzipSync(seeds[0] ?? '')],
    words: [
      ',',
      ';',
      '\t',
      '"',
      '\r\n',
      '?',
      'NULL',
      'case',
      'activity',
      'timestamp',
      '2027-01-31T10:00:00Z',
      '31.01.2027 10:00',
      '<event>',
      '<trace>',
      '<date key="time:timestamp" value="',
      '<string key="concept:name" value="',
      '\uFEFF',
      '\u0000',
    ],
    async attempt(input) {
      rmSync(path, { force: true })
      writeFileSync(path, input)
      try {
        describeLog(await importLog(path))
      } catch (error) {
        expectRefusal(error, LogError, path)
      }
    },
  }
}

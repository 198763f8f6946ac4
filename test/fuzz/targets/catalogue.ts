import assert from 'node:assert/strict'
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { BaselineError, readBaseline } from '../../../graph/catalogue/baseline.ts'
import { builtInFolder } from '../../../graph/catalogue/built-in-layers.ts'
import { FormerIds } from '../../../graph/catalogue/former-ids.ts'
import { readCatalogue } from '../../../graph/catalogue/read-catalogue.ts'
import { readConfig } from '../../../graph/catalogue/read-config.ts'
import { readItem } from '../../../graph/catalogue/read-item.ts'
import { Report } from '../../../graph/catalogue/report.ts'
import { readScenario } from '../../../graph/impact/scenario/read-scenario.ts'
import { kindOf } from '../../../graph/model/model.ts'
import { ModelError } from '../../../graph/model/model-error.ts'
import { readModel } from '../../../graph/model/read-model.ts'
import { smallCatalogue } from '../../graph/catalogue/small-catalogue.ts'
import { bytesOf } from '../target.ts'
import type { OpenTarget } from '../target.ts'
import { expectUsable } from './findings.ts'

/** What YAML and Markdown are made of, and fields of streams. */
export const yamlWords = [
  ...[
    '---\n',
    '...\n',
    '? ',
    ': ',
    '- ',
    '|\n',
    '>-\n',
    '&a ',
    '*a',
    '<<: *a\n',
    '!!binary ',
    '!!set ',
    '!x ',
    '%YAML 1.1\n',
  ],
  ...[
    '{}',
    '[]',
    '{',
    '[',
    '"',
    "'",
    '# ',
    '~',
    '\uFEFF',
    '\u0000',
    '\u2028',
    '\r\n',
    '__proto__: ',
    '0x1F',
    '.inf',
    '2026-02-30',
  ],
  ...['name: ', 'steps:\n', 'id: ', 'to: ', 'owner: ', 'next: [', 'share: ', '5 min', 'P1D', 'team/', 'body: '],
]

const example = builtInFolder('example')
const exampleFiles = (...patterns: readonly string[]): Buffer[] =>
  globSync(patterns, { cwd: example })
    .sort()
    .map((path) => readFileSync(join(example, path)))

/** One item's file, as YAML and as Markdown. */
export const item: OpenTarget = (folder) => {
  const model = readModel()
  const kind = kindOf(model, 'ValueStream')
  return {
    seeds: exampleFiles('value-streams/*-as-is.md', 'value-streams/onboard-supplier.md', 'applications/ticketing.*'),
    words: yamlWords,
    attempt(input) {
      for (const ending of ['.yaml', '.md']) {
        const path = join(folder, `a${ending}`)
        writeFileSync(path, input)
        const report = new Report()
        readItem(
          { kind, place: { layer: 'own', path, file: `value-streams/a${ending}`, line: 1, column: 1 } },
          model,
          report,
        )
        expectUsable(report.findings, Buffer.from(input).toString())
      }
    },
  }
}

/** A small catalogue, one of whose files may hold anything: layers, references and rules. */
export const catalogue: OpenTarget = (folder) => {
  const file = 'value-streams/resolve.yaml'
  for (const [path, text] of Object.entries({ 'tributary.config.yaml': 'name: own\n', ...smallCatalogue })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return {
    seeds: bytesOf(...Object.values(smallCatalogue).map(String)),
    words: [...yamlWords, ...Object.keys(smallCatalogue).map((path) => path.replace(/\.yaml$/, ''))],
    async attempt(input) {
      writeFileSync(join(folder, file), input)
      const { catalogue: read, findings } = await readCatalogue(folder, { today: '2027-01-01' })
      expectUsable(findings, Buffer.from(input).toString())
      assert.equal(
        read === undefined,
        findings.some(({ severity }) => severity === 'error'),
      )
    },
  }
}

/** `tributary.config.yaml`. */
export const configuration: OpenTarget = (folder) => {
  const model = readModel()
  return {
    seeds: [
      readFileSync(join(example, 'tributary.config.yaml')),
      ...bytesOf(
        'name: own\nextends: [itil4, ../a]\nwithout: [practice/a]\nrules: { missing-owner: off }\ncalendar: { hoursPerDay: 7.5, daysPerWeek: 5 }\n',
        'name: own\naudiences:\n  public:\n    kinds: [practice]\n    fields: { application: [name] }\n    without: [{ tag: internal }]\n',
      ),
    ],
    words: [
      ...yamlWords,
      'audiences:\n',
      'extends:\n',
      'site:\n',
      'rules:\n',
      'languages:\n',
      'plugins: [',
      'ignore: [',
    ],
    attempt(input) {
      writeFileSync(join(folder, 'tributary.config.yaml'), input)
      const report = new Report()
      readConfig(folder, model, report)
      expectUsable(report.findings, Buffer.from(input).toString())
    },
  }
}

/** A file of a catalogue's own `model` folder, beside the product's. */
export const model: OpenTarget = () => ({
  seeds: [
    ...bytesOf(
      'extend type Application {\n  """How old."""\n  age: Int!\n}\n',
      '"""A machine."""\ntype Asset implements Item @kind(folder: "assets") {\n  """Where."""\n  place: String @search(weight: 2)\n  """Who."""\n  holders: [Team!] @relation(type: "HELD_BY", inverse: "holds", verbs: ["is held by", "holds"], edge: "Need", impact: NEEDS)\n}\nextend enum PracticeGroup {\n  """Ours."""\n  OURS\n}\n',
    ),
  ],
  words: [
    'type ',
    'extend ',
    'interface ',
    'enum ',
    'union ',
    'input ',
    'scalar ',
    'directive @a on FIELD',
    '"""',
    '!',
    '[',
    ']',
    'implements ',
    '@kind(folder: ""',
    '@relation(type: "',
    'Item',
    'Need',
    'Application',
    '__proto__',
    'query {',
    '{',
    '}',
  ],
  attempt(input) {
    try {
      readModel([{ path: 'model/own.graphql', text: Buffer.from(input).toString() }])
    } catch (error) {
      if (!(error instanceof ModelError)) throw error
      for (const { file, line, message } of error.problems) {
        assert.ok(file !== '' && line >= 1 && message.trim() !== '', `"${message}" at ${file}:${line}`)
      }
    }
  },
})

/** A scenario's file. */
export const scenario: OpenTarget = (folder) => {
  const model = readModel()
  return {
    seeds: exampleFiles('scenarios/*.yaml'),
    words: [
      ...yamlWords,
      'changes:\n',
      'fail:\n',
      'expect:\n',
      'replace: ',
      'with: ',
      'relate: ',
      'unrelate: ',
      'remove: ',
      'DOWN',
      'DEGRADED',
    ],
    attempt(input) {
      const path = join(folder, 'a.yaml')
      writeFileSync(path, input)
      const report = new Report()
      readScenario(path, model, new FormerIds(), report)
      expectUsable(report.findings, Buffer.from(input).toString())
    },
  }
}

/** A list of accepted findings. */
export const baseline: OpenTarget = () => ({
  seeds: bytesOf(
    '{"version":1,"findings":[{"fingerprint":"a","rule":"missing-owner","about":"team/a","message":"It has none","times":2}]}\n',
  ),
  words: ['{', '}', '[', ']', '"version":', '"findings":', '"times":', 'null', '1e999', '\\u0000'],
  attempt(input) {
    try {
      readBaseline(Buffer.from(input).toString())
    } catch (error) {
      if (!(error instanceof BaselineError)) throw error
      assert.ok(error.message.trim() !== '')
    }
  },
})

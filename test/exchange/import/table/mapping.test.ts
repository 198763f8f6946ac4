import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { mappingJsonSchema } from '../../../../exchange/import/table/mapping/mapping-schema.ts'
import { imported } from './tables.ts'

const problems = async (mapping: string, text = 'Name,Ends On\na,2027-01-01\n'): Promise<string[]> =>
  imported({ 's.csv': text }, mapping).then(
    () => [],
    (error: unknown) => (error as Error).message.split('\n'),
  )

describe('a mapping', () => {
  it('tells all that is wrong with its shape, each with its line and what to do', async () => {
    expect(
      await problems(`sytem: x
items:
  - kind: service
    id: '{Name}'
    fields:
      name: { colum: Name }
      summary: { column: 3 }
      tags: [{ split: 2, column: Name }]
      body: 5
  - id: x
    when: { Name: { nott: 1 } }
    repeated: twice
`),
    ).toEqual([
      'm.yaml:1  There is no key "sytem" here. Did you mean "system", "items", or "same"?',
      'm.yaml:6  There is no key "colum" here. Did you mean "column"?',
      'm.yaml:7  "column" takes text or a list. Put it into quotes.',
      'm.yaml:8  "split" takes text or a list. Put it into quotes.',
      'm.yaml:9  "body" takes text or a mapping or a list. Put it into quotes.',
      'm.yaml:10  "kind" is missing.',
      'm.yaml:11  There is no key "nott" here. Did you mean "not"?',
      'm.yaml:12  "repeated" is one of merge, number.',
    ])
  })

  it('tells all that doesn’t fit the model and the columns', async () => {
    expect(
      await problems(`items:
  - kind: servise
  - kind: step
  - kind: contract
    id: '{Nme}'
    fields:
      nam: Name
      id: Name
      form: { column: Name, words: { a: CONTRAKT } }
      end: { column: Ends on, split: ',', match: '(' }
      suppliers: { column: Name, item: team }
      parent: { column: Name, by: numbr }
      value: { text: '{Name', is: 1 }
      links: { parts: { titel: Name } }
`),
    ).toEqual([
      'm.yaml:2  There is no kind "servise". Did you mean "service"?',
      "m.yaml:3  Items of Step are written inside others: they can't be imported from a table.",
      'm.yaml:5  s.csv has no column "Nme". Did you mean "Name"?',
      'm.yaml:7  Contract has no field "nam". Did you mean "name"?',
      'm.yaml:8  "id" is set by Tributary: leave it out.',
      'm.yaml:9  "form" has no value "CONTRAKT". It is one of CONTRACT, FRAMEWORK, CALL_OFF, SUBSCRIPTION, SUPPORT, TRAINING.',
      expect.stringMatching(/^m\.yaml:10 {2}This is no regular expression/),
      'm.yaml:11  "suppliers" doesn\'t lead to team. It leads to supplier.',
      'm.yaml:12  Contract has no field "numbr" to look up by. Did you mean "number" or "name"?',
      'm.yaml:13  Say one of: column, text or is.',
      'm.yaml:14  "links" has no "titel". Did you mean "title"?',
      'm.yaml:14  "links" needs "title".',
      'm.yaml:14  "links" needs "url".',
    ])
  })

  it('is YAML', async () => {
    expect(await problems('items: [')).toEqual([expect.stringMatching(/^m\.yaml:1 {2}/)])
    expect(await problems('- a')).not.toEqual([])
    expect(await problems('')).not.toEqual([])
  })

  it('has a JSON Schema that takes what is right and refuses what isn’t', () => {
    const valid = new Ajv2020({ strict: false }).compile(mappingJsonSchema())
    expect(
      valid(
        parse(
          'system: x\nitems: [{ kind: service, id: "{a}", fields: { tags: [a, { column: b, split: [";", "|"] }] } }]',
        ),
      ),
    ).toBe(true)
    expect(valid(parse('sources: [{ file: a.csv, rows: x, items: [{ kind: team, each: a }] }]'))).toBe(true)
    expect(valid(parse('items: [{ kind: service, fields: { tags: { colum: a } } }]'))).toBe(false)
  })
})

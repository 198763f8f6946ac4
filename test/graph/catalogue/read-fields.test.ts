import { describe, expect, it } from 'vitest'
import { findingsOf, foundBy, readFiles } from './findings-of.ts'

const team = (...lines: readonly string[]): Promise<string[]> =>
  findingsOf({ 'teams/a.yaml': ['name: A', ...lines].join('\n') })
const application = (...lines: readonly string[]): Promise<string[]> =>
  foundBy('wrong-type', { 'applications/a.yaml': ['name: A', ...lines].join('\n') })

describe('unknown fields', () => {
  it('are reported with what was probably meant', async () => {
    expect(await team('sumary: B')).toStrictEqual([
      'teams/a.yaml:2:1  error  unknown-field  Team has no field "sumary". → Did you mean "summary"?',
    ])
  })

  it('are reported with all that there are where nothing is near', async () => {
    expect(await team('headcount: 7')).toStrictEqual([
      'teams/a.yaml:2:1  error  unknown-field  Team has no field "headcount". → It has name, aliases, summary, body, tags, links, formerIds, reviewBy, contact, owner, contributors, needs, principles, partOf, roles, skills, metrics.',
    ])
  })

  it('are reported in values with parts', async () => {
    expect(await team('links:', '  - title: T', '    url: https://example.org', '    uri: x')).toStrictEqual([
      'teams/a.yaml:5:5  error  unknown-field  "links" has no field "uri". → Did you mean "url"?',
    ])
  })

  it('are reported in relations', async () => {
    expect(await team('needs:', '  - to: team/a', '    critcality: ESSENTIAL')).toStrictEqual([
      'teams/a.yaml:4:5  error  unknown-field  A relation in "needs" has no field "critcality". → Did you mean "criticality"?',
    ])
  })

  it('are reported when they have the names of what every object has', async () => {
    const hasnt = (name: string) => expect.stringContaining(`Team has no field "${name}".`) as string
    expect(await team('__proto__: x', 'constructor: y', 'hasOwnProperty: z')).toStrictEqual([
      hasnt('__proto__'),
      hasnt('constructor'),
      hasnt('hasOwnProperty'),
    ])
  })
})

describe('values of the wrong shape', () => {
  it('a list where a single value belongs', async () => {
    expect(await team('summary: [B, C]')).toStrictEqual([
      'teams/a.yaml:2:10  error  wrong-type  "summary" takes a single value, not a list.',
    ])
  })

  it('a mapping where a single value belongs', async () => {
    expect(await team('summary:', '  text: B')).toStrictEqual([
      'teams/a.yaml:3:3  error  wrong-type  "summary" takes a single value, not a mapping.',
    ])
  })

  it('a single value where a list belongs', async () => {
    expect(await team('aliases: B')).toStrictEqual([
      'teams/a.yaml:2:10  error  wrong-type  "aliases" takes a list, not "B". → Write each entry on a line of its own, behind a hyphen.',
    ])
  })

  it('a list in a list, and each entry that doesn’t fit', async () => {
    expect(await team('aliases:', '  - B', '  - [C]', '  - d: e')).toStrictEqual([
      'teams/a.yaml:4:5  error  wrong-type  "aliases" takes a list of single values, not a list.',
      'teams/a.yaml:5:5  error  wrong-type  "aliases" takes a list of single values, not a mapping.',
    ])
  })

  it('an empty entry of a list', async () => {
    expect(await team('aliases:', '  - B', '  -', '  - ~')).toStrictEqual([
      'teams/a.yaml:4:4  error  wrong-type  An entry of "aliases" is empty. → Write something behind its hyphen, or take it out.',
      'teams/a.yaml:5:5  error  wrong-type  An entry of "aliases" is empty. → Write something behind its hyphen, or take it out.',
    ])
  })

  it('empty text', async () => {
    expect(await team('summary: ""')).toStrictEqual([
      'teams/a.yaml:2:10  error  wrong-type  "summary" takes some text, not "".',
    ])
  })

  it('long text is cut in the message', async () => {
    const [found] = await team(`aliases: ${'x'.repeat(100)}`)
    expect(found).toContain(`not "${'x'.repeat(57)}…".`)
  })
})

describe('scalars', () => {
  it('are reported with what is expected and what to write', async () => {
    expect(await team('reviewBy: 2026-02-30')).toStrictEqual([
      'teams/a.yaml:2:11  error  wrong-type  "reviewBy" takes a date, not "2026-02-30". → There is no 2026-02-30 in the calendar.',
    ])
  })

  it('are text as it is written where text belongs', async () => {
    const { catalogue } = await readFiles({
      'applications/a.yaml': 'name: 2048\nversion: 1.10\naliases: [0x1F, yes, 1_000]\n',
    })
    expect(catalogue?.items.get('application/a')?.values).toMatchObject({
      name: '2048',
      version: '1.10',
      aliases: ['0x1F', 'yes', '1_000'],
    })
  })
})

describe('words of enums', () => {
  it('take the model’s words', async () => {
    expect(await application('lifecycle: PLANNED')).toStrictEqual([])
  })

  it.each([
    ['live', '→ Did you mean "LIVE"?'],
    ['Sunseting', '→ Did you mean "SUNSETTING"?'],
    ['gone', '→ It is one of PLANNED, LIVE, SUNSETTING, RETIRED.'],
    ['"on"', '→ It is one of PLANNED, LIVE, SUNSETTING, RETIRED.'],
  ])('%s is none', async (word, hint) => {
    expect(await application(`lifecycle: ${word}`)).toStrictEqual([
      `applications/a.yaml:2:12  error  wrong-type  "lifecycle" has no value "${word.replaceAll('"', '')}". ${hint}`,
    ])
  })

  it('are recognised when they are written as people write', async () => {
    expect(await foundBy('wrong-type', { 'practices/a.yaml': 'name: A\ngroup: service management\n' })).toStrictEqual([
      'practices/a.yaml:2:8  error  wrong-type  "group" has no value "service management". → Did you mean "SERVICE_MANAGEMENT", "GENERAL_MANAGEMENT", or "TECHNICAL_MANAGEMENT"?',
    ])
  })
})

describe('values with parts', () => {
  const contract = (value: string) =>
    findingsOf({
      'contracts/a.yaml': `name: A\nowner: supplier/s\nsuppliers: [s]\nvalue: ${value}\n`,
      'suppliers/s.yaml': 'name: S\n',
    })

  it('are read part by part', async () => {
    expect(await contract('{amount: 12.5, currency: EUR}')).toStrictEqual([])
  })

  it('have all the parts that they need', async () => {
    expect(await contract('{amount: 12.5}')).toStrictEqual([
      'contracts/a.yaml:4:8  error  required  "value" needs "currency". → Of which currency, in three letters (ISO 4217): EUR.',
    ])
  })

  it('need more than a part’s name', async () => {
    expect(await contract('{amount: 12.5, currency: }')).toStrictEqual([
      'contracts/a.yaml:4:8  error  required  "value" needs "currency". → Of which currency, in three letters (ISO 4217): EUR.',
    ])
  })

  it('report a part that doesn’t fit, once', async () => {
    expect(await contract('{amount: much, currency: EUR}')).toStrictEqual([
      'contracts/a.yaml:4:17  error  wrong-type  "amount" takes a number, not "much".',
    ])
  })

  it('are mappings', async () => {
    expect(await contract('12.5 EUR')).toStrictEqual([
      'contracts/a.yaml:4:8  error  wrong-type  "value" takes a mapping with amount, currency, not "12.5 EUR".',
    ])
    expect(await contract('[12.5, EUR]')).toStrictEqual([
      'contracts/a.yaml:4:8  error  wrong-type  "value" takes a mapping with amount, currency, not a list.',
    ])
  })
})

describe('anchors and aliases', () => {
  it('stand for what they mark', async () => {
    const { catalogue } = await readFiles({
      'teams/a.yaml': 'name: &a A\nsummary: *a\nlinks:\n  - &link {title: T, url: "https://example.org"}\n  - *link\n',
    })
    const link = { title: 'T', url: 'https://example.org' }
    expect(catalogue?.items.get('team/a')?.values).toStrictEqual({ name: 'A', summary: 'A', links: [link, link] })
  })

  it('are reported when they stand for nothing', async () => {
    expect(await team('summary: *important*')).toStrictEqual([
      'teams/a.yaml:2:10  error  yaml-syntax  No value is marked with "&important*". → Put text that begins with * into quotes.',
    ])
    expect(await team('aliases: [*b, c]', 'owner: *d')).toStrictEqual([
      'teams/a.yaml:2:11  error  yaml-syntax  No value is marked with "&b". → Put text that begins with * into quotes.',
      'teams/a.yaml:3:8  error  yaml-syntax  No value is marked with "&d". → Put text that begins with * into quotes.',
    ])
  })

  it('may be used a hundred times, and no more', async () => {
    const aliases = (count: number) => `aliases: [&b B${', *b'.repeat(count)}]`
    const { catalogue } = await readFiles({ 'teams/a.yaml': `name: A\n${aliases(100)}` })
    expect(catalogue?.items.get('team/a')?.values.aliases).toStrictEqual(Array(101).fill('B'))
    expect(await team(aliases(500))).toStrictEqual([
      'teams/a.yaml:2:417  error  aliases  This file uses more than 100 aliases. → Write the values out.',
    ])
  })

  it('may contain themselves, which is reported as what doesn’t fit', async () => {
    expect(await team('aliases: &b [c, *b]')).toStrictEqual([
      'teams/a.yaml:2:13  error  wrong-type  "aliases" takes a list of single values, not a list.',
    ])
  })

  it('don’t multiply: a billion laughs end at once, with one error', async () => {
    const levels = 'abcdefghij'.split('').map(
      (name, i, all) =>
        `${name}: &${name} [${Array(10)
          .fill(i === 0 ? 'lol' : `*${all[i - 1] ?? ''}`)
          .join(', ')}]`,
    )
    const start = performance.now()
    const found = await findingsOf({
      'teams/a.yaml': `name: A\n${levels.join('\n')}\naliases: [${Array(101).fill('*j').join(', ')}]\n`,
    })
    expect(performance.now() - start).toBeLessThan(1000)
    expect(found.filter((each) => each.includes('  aliases  '))).toStrictEqual([
      'teams/a.yaml:12:411  error  aliases  This file uses more than 100 aliases. → Write the values out.',
    ])
  })
})

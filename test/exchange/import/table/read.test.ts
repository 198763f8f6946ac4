import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import writeExcel from 'write-excel-file/node'
import { ImportError } from '../../../../exchange/import/imported.ts'
import { fieldsOf, imported, leftOutOf } from './tables.ts'

const services = 'items: [{ kind: service, id: "{Name}", fields: { name: Name, summary: Note } }]'
const summaries = async (
  files: Record<string, string | Buffer>,
  mapping = services,
): Promise<[string, string, unknown][]> =>
  (await imported(files, mapping)).items.map(({ id, record, fields }) => [id, record, fields['summary']])

describe('CSV', () => {
  it('is found out: delimiter, encoding, line breaks, title rows above the headings; rows have their own lines', async () => {
    const text = 'Register of services;;\r\n;;\r\nName ;Note;Cost\r\n"Pay\r\nroll";"a ""b""";1\r\n\r\nMail;é;2\r\n'
    const expected = [
      ['service/pay-roll', 's.csv:4', 'a "b"'],
      ['service/mail', 's.csv:7', 'é'],
    ]
    const mapping = services
    expect(await summaries({ 's.csv': text }, mapping)).toEqual(expected)
    expect(await summaries({ 's.csv': `\ufeff${text}` }, mapping)).toEqual(expected)
    expect(await summaries({ 's.csv': Buffer.from(text, 'latin1') }, mapping)).toEqual(expected)
    expect(await summaries({ 's.csv': Buffer.from(`\ufeff${text}`, 'utf16le') }, mapping)).toEqual(expected)
    expect(await summaries({ 's.csv': gzipSync(text) }, mapping)).toEqual(expected)
    expect(await summaries({ 's.csv': text.replaceAll(';', '\t') }, mapping)).toEqual(expected)
    expect(await summaries({ 's.csv': text.replaceAll('\r\n', '\r') }, mapping)).toEqual(expected)
  })

  it('leaves out what is no data, and says why', async () => {
    const text = `Name,Note,Team,Cost
Pay,a,x,1
Operations,,,
Mail,b,y,2
Name,Note,Team,Cost
Chat,b,y,2,3
Total,,,5
`
    const found = await imported({ 's.csv': text }, services)
    expect(Object.keys(fieldsOf(found))).toEqual(['service/pay', 'service/mail'])
    expect(leftOutOf(found)).toEqual([
      's.csv:3 (all): Operations: It is a remark or a subheading: only one cell has anything in it.',
      's.csv:5 (all): Name · Note · Team · Cost: It repeats the headings.',
      's.csv:6 (all): Chat · b · y · 2 · 3: It has 5 values, and there are 4 headings: a value has the delimiter in it and no quotes.',
      's.csv:7 (all): Total · 5: It is a row of sums.',
    ])
    expect(found.records).toBe(6)
    expect(found.notes).toEqual(['Columns of s.csv that aren’t mapped: Team, Cost.'])
  })

  it('gives a second column of one name a number, and follows sep= and what the mapping says', async () => {
    const mapping = 'items: [{ kind: service, id: "{Name}", fields: { summary: "Note (2)" } }]'
    expect(await summaries({ 's.csv': 'sep=!\nName!Note!Note\nPay!a!b\n' }, mapping)).toEqual([
      ['service/pay', 's.csv:3', 'b'],
    ])
    expect(
      await summaries({ 's.csv': 'x;y;z\nName!Note!Note\nPay!a!b\n' }, `delimiter: "!"\nheading: 2\n${mapping}`),
    ).toEqual([['service/pay', 's.csv:3', 'b']])
  })

  it('refuses a quote that is never closed, and what it isn’t', async () => {
    await expect(imported({ 's.csv': 'Name,Note\nPay,"a\nMail,b\n' }, services)).rejects.toThrow(
      /s\.csv:\d+ {2}A quote/,
    )
    await expect(imported({ 's.csv': '' }, services)).rejects.toThrow('The file is empty.')
    await expect(imported({ 's.xls': Buffer.from('d0cf11e0a1b11ae1', 'hex') }, services)).rejects.toThrow(
      'Save it as .xlsx',
    )
    await expect(imported({ 's.csv': 'Name\nx' }, `encoding: klingon\n${services}`)).rejects.toThrow(ImportError)
  })
})

describe('Excel', () => {
  const sheet = [
    [{ value: 'Contracts of the council', columnSpan: 4 }, null, null, null],
    [],
    ['Number', 'Unit', 'Ends', 'Worth'].map((value) => ({ value, type: String })),
    [{ value: 17 }, { value: 'Health' }, { value: new Date('2027-06-30'), format: 'dd/mm/yyyy' }, { value: 1234.5 }],
    [{ value: 18 }, null, { value: new Date('2028-01-01'), format: 'dd/mm/yyyy' }, { value: 0.1 + 0.2 }],
  ]
  const mapping = `rows: Live
fill: [Unit]
items:
  - kind: contract
    id: 'K-{Number}'
    fields: { name: Number, tags: Unit, end: Ends, value: { column: Worth, currency: GBP }, suppliers: { is: supplier/acme } }`
  const acme = { id: 'supplier/acme', kind: 'Supplier', name: 'Acme', aliases: [], values: {} }

  it('is read sheet by sheet, with days, numbers and merged cells', async () => {
    const bytes = await writeExcel([
      { sheet: 'About', data: [[{ value: 'Read me' }]] },
      { sheet: 'Live', data: sheet },
    ] as never).toBuffer()
    const { known } = await import('./tables.ts')
    const found = await imported({ 'r.xlsx': bytes }, mapping, known(acme))
    expect(found.items.map(({ id, record, fields }) => ({ id, record, ...fields }))).toEqual([
      {
        id: 'contract/k-17',
        record: 'r.xlsx Live!4',
        name: '17',
        tags: ['Health'],
        end: '2027-06-30',
        value: { amount: 1234.5, currency: 'GBP' },
        suppliers: ['supplier/acme'],
      },
      {
        id: 'contract/k-18',
        record: 'r.xlsx Live!5',
        name: '18',
        tags: ['Health'],
        end: '2028-01-01',
        value: { amount: 0.3, currency: 'GBP' },
        suppliers: ['supplier/acme'],
      },
    ])
    await expect(imported({ 'r.xlsx': bytes }, mapping.replace('Live', 'Life'))).rejects.toThrow(
      'r.xlsx has no sheet "Life". Did you mean "Live"?',
    )
  })

  it('that is none is refused', async () => {
    await expect(imported({ 'r.xlsx': Buffer.from('PK\u0003\u0004 and no more', 'latin1') }, mapping)).rejects.toThrow(
      /r\.xlsx: It can't be read as an Excel file/,
    )
  })
})

describe('documents', () => {
  const nested = `items: [{ kind: service, id: '{name}', fields: { name: name, needs: { column: 'tech.needs[].service', item: service }, tags: key } }]`

  it('have paths, lists and mappings of records, with the line of each', async () => {
    const yaml =
      'tiers: [a]\nservices:\n  pay:\n    name: Pay\n    tech:\n      needs:\n        - service: Mail\n  mail: { name: Mail }\n'
    const found = await imported({ 's.yml': yaml }, `rows: services\n${nested}`)
    expect(found.items.map(({ id, record, fields }) => ({ id, record, ...fields }))).toEqual([
      { id: 'service/pay', record: 's.yml:3', name: 'Pay', tags: ['pay'], needs: ['service/mail'] },
      { id: 'service/mail', record: 's.yml:8', name: 'Mail', tags: ['mail'] },
    ])
  })

  it('are the same in JSON, where strings hold brackets and lists lie in lists', async () => {
    const json = JSON.stringify(
      {
        x: ['}"]', { services: [1] }],
        teams: { a: { services: [{ name: 'Pay "{[' }] }, b: { services: [{ name: 'Mail' }, { name: 'Chat' }] } },
      },
      null,
      1,
    )
    const found = await imported(
      { 's.json': json },
      `rows: teams.*.services\nitems: [{ kind: service, id: '{name}', fields: { tags: outer.key } }]`,
    )
    const lineOf = (text: string): number => json.split('\n').findIndex((line) => line.includes(text))
    expect(found.items.map(({ id, record, fields }) => [id, record, fields['tags']])).toEqual([
      ['service/pay', `s.json:${lineOf('Pay')}`, ['a']],
      ['service/mail', `s.json:${lineOf('Mail')}`, ['b']],
      ['service/chat', `s.json:${lineOf('Chat')}`, ['b']],
    ])
  })

  it('may be one record a line, or one a file', async () => {
    const lines = await imported({ 's.jsonl': '{"name":"Pay"}\n\nnone\n{"name":"Mail"}\n' }, nested)
    expect(lines.items.map(({ record }) => record)).toEqual(['s.jsonl:1', 's.jsonl:4'])
    expect(leftOutOf(lines)).toEqual([expect.stringMatching(/^s\.jsonl:3 \(all\): none: This line is no JSON/)])
    const files = {
      'pay.json': '{"name": "Pay", "history": [{"a": 1}]}',
      'mail.md': '---\nname: Mail\n---\n\nIt *carries* mail.\n',
    }
    const records = await imported(
      files,
      `rows: .\nitems: [{ kind: service, id: '{file}', fields: { name: name, body: body } }]`,
    )
    expect(fieldsOf(records)).toEqual({
      'service/pay': { name: 'Pay' },
      'service/mail': { name: 'Mail', body: 'It *carries* mail.' },
    })
  })

  it('that don’t fit are told with their place', async () => {
    await expect(imported({ 's.yml': 'a: [\n' }, nested)).rejects.toThrow(/s\.yml:\d/)
    await expect(
      imported({ 's.yml': 'services: [{ name: a }]\nteams: [{ name: b }, { name: c }]' }, nested),
    ).rejects.toThrow('rows: teams (it has teams, services)')
    await expect(imported({ 's.json': '{' }, nested)).rejects.toThrow('This is no JSON')
  })

  it('with keys that mean something to JavaScript do no harm', async () => {
    const found = await imported(
      { 's.json': '[{"name": "Pay", "__proto__": {"polluted": true}, "constructor": "x"}]' },
      `items: [{ kind: service, id: '{name}', fields: { tags: [constructor, __proto__.polluted] } }]`,
    )
    expect(fieldsOf(found)).toEqual({ 'service/pay': { name: 'Pay', tags: ['x', 'true'] } })
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })
})

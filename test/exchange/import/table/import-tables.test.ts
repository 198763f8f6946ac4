import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fieldsOf, imported, known, leftOutOf, lostRecords } from './tables.ts'

const contracts = `same: { Acme Ltd: [Acme Trading] }
items:
  - kind: contract
    id: '{Ref}'
    fields:
      name: Title
      number: Ref
      suppliers: { column: Suppliers, split: '|', item: supplier, with: { as: { column: Role, words: { Reseller: RESELLER }, otherwise: null } } }
      parent: { column: Framework, item: contract, by: [number, name] }
      value: { column: Value, currency: GBP }
      start: { column: Start, date: dd/MM/yyyy }
      tags: { column: Tags, split: [';', ','] }
  - kind: supplier
    each: { column: Suppliers, split: '|' }
`
const heading = 'Ref,Title,Suppliers,Framework,Value,Start,Tags,Role\n'
const register = (...rows: readonly string[]) => imported({ 'r.csv': `${heading}${rows.join('\n')}\n` }, contracts)

describe('rows', () => {
  it('tell which of their cells were taken as empty, each once', async () => {
    const csv = 'No,Title,Status,Team\n1,One,??,n/a\n2,Two,live,n/a\n3,Three,?,Ops\n'
    const mapping = `items:
  - kind: service
    id: '{No}'
    fields: { name: Title, tags: [Status, { text: 'is {Status}' }], owner: { column: Team, item: team } }
  - { kind: team, each: Team, fields: { name: '{each}' } }`
    const found = await imported({ 's.csv': csv }, mapping)
    expect(found.notes).toEqual([
      `Taken as empty: Status "??" (s.csv:2), "?" (s.csv:4); Team "n/a" (2 rows, first s.csv:2). Where one says something, say in the mapping what: words: {'??': Unknown}.`,
    ])
    const kept = await imported(
      { 's.csv': csv },
      mapping.replace('[Status,', "[{ column: Status, words: { '??': Unknown } },"),
    )
    expect(fieldsOf(kept)).toMatchObject({ 'service/1': { tags: ['Unknown'] } })
  })

  it('become items with relations, and items of what cells name', async () => {
    const found = await register(
      'F/1,Cloud,Acme Ltd | Bex plc,-,£1m,01/02/2027,"a; b,c",',
      'K 2,Hosting,ACME LTD, f/1 ,"2,000",N/A,,Reseller',
      'K3,Mail,Bex Plc,CLOUD,,,,',
    )
    expect(fieldsOf(found)).toEqual({
      'contract/f-1': {
        name: 'Cloud',
        tags: ['a', 'b', 'c'],
        number: 'F/1',
        start: '2027-02-01',
        value: { amount: 1e6, currency: 'GBP' },
        suppliers: ['supplier/acme-ltd', 'supplier/bex-plc'],
      },
      'contract/k-2': {
        name: 'Hosting',
        number: 'K 2',
        value: { amount: 2000, currency: 'GBP' },
        parent: 'contract/f-1',
        suppliers: [{ to: 'supplier/acme-ltd', as: 'RESELLER' }],
      },
      'contract/k3': { name: 'Mail', number: 'K3', parent: 'contract/f-1', suppliers: ['supplier/bex-plc'] },
      'supplier/acme-ltd': { name: 'Acme Ltd' },
      'supplier/bex-plc': { name: 'Bex plc' },
    })
    expect(leftOutOf(found)).toEqual([])
  })

  it('with one id are one item: lists are united, each relation with its record, contradictions are told', async () => {
    const found = await register('K1,Cloud,Acme Ltd,,5,,a,', 'K1,Cloud,Bex,,6,,b,', 'k1,CLOUD,Acme Ltd,,5,,a,')
    const [contract] = found.items
    expect(contract).toMatchObject({ record: 'r.csv:2', merged: ['r.csv:3'] })
    expect(contract?.fields).toMatchObject({
      tags: ['a', 'b'],
      value: { amount: 5 },
      suppliers: ['supplier/acme-ltd', { to: 'supplier/bex', record: 'r.csv:3' }],
    })
    expect(leftOutOf(found)).toEqual([
      'r.csv:3 value: {"amount":6,"currency":"GBP"}: An earlier row says something else of the same item, and the first counts.',
      'r.csv:4 number: k1: An earlier row says something else of the same item, and the first counts.',
      'r.csv:4 (all): contract/k1: It adds nothing to what an earlier row says of the item.',
    ])
    expect(found.notes).toContain('Rows about an item that an earlier row is about too: 2. They were merged.')
  })

  it('have an id of what they say where the first column says nothing', async () => {
    const found = await imported(
      { 'r.csv': 'Id,T,Start\nA,x,2027\n,y,2028\n,,\n' },
      'items: [{ kind: service, id: ["{Id}", "{T} {Start}"], fields: { name: T } }]',
    )
    expect(fieldsOf(found)).toEqual({ 'service/a': { name: 'x' }, 'service/y-2028': { name: 'y' } })
  })

  it('name an item as the catalogue spells it, and always: nobody else may say the name next time', async () => {
    const shop = { id: 'service/shop', kind: 'Service', name: 'shop', aliases: [], values: {} }
    const text = { 'r.csv': 'T\nSHOP\n' }
    const mapping = 'items: [{ kind: service, fields: { name: T } }]'
    expect(fieldsOf(await imported(text, mapping, known(shop)))).toEqual({ 'service/shop': { name: 'SHOP' } })
    const named = { ...shop, name: 'Shop', values: { name: 'Shop' } }
    expect(fieldsOf(await imported(text, mapping, known(named)))).toEqual({ 'service/shop': { name: 'Shop' } })
  })

  it('may be numbered apart instead', async () => {
    const found = await imported(
      { 'r.csv': 'Id,T\nA,x\nA,y\n' },
      'items: [{ kind: service, id: "{Id}", repeated: number, fields: { name: T } }]',
    )
    expect(fieldsOf(found)).toEqual({ 'service/a': { name: 'x' }, 'service/a-2': { name: 'y' } })
  })

  it('name one item by several spellings: one slug is one item, and the mapping’s are too', async () => {
    const found = await register(
      'K1,a,"Bex, Inc.",,,,,',
      'K2,b,BEX  INC,,,,,',
      'K3,c,acme trading,,,,,',
      'K4,d,Acme Ltd,,,,,',
    )
    expect(fieldsOf(found)).toMatchObject({
      'supplier/bex-inc': { name: 'Bex, Inc.', aliases: ['BEX INC'] },
      'supplier/acme-ltd': { name: 'Acme Ltd', aliases: ['acme trading'] },
      'contract/k2': { suppliers: ['supplier/bex-inc'] },
      'contract/k3': { suppliers: ['supplier/acme-ltd'] },
    })
    expect(found.items).toHaveLength(6)
  })

  it('mean the catalogue’s item where it has the name or the alias', async () => {
    const acme = { id: 'supplier/acme-group', kind: 'Supplier', name: 'Acme Group', aliases: ['Acme Ltd'], values: {} }
    const frame = { id: 'contract/frame', kind: 'Contract', name: 'Frame', aliases: [], values: { number: 'RM-7' } }
    const found = await imported({ 'r.csv': `${heading}K1,Cloud,ACME ltd,rm-7,,,,\n` }, contracts, known(acme, frame))
    expect(fieldsOf(found)).toMatchObject({
      'contract/k1': { parent: 'contract/frame', suppliers: ['supplier/acme-group'] },
    })
    expect(found.items.map(({ id }) => id)).toEqual(['contract/k1', 'supplier/acme-group'])
  })

  it('are told where they or parts of them are left out', async () => {
    const found = await register(
      ',No id,Acme,,,,,',
      'K1,T,Acme,K1,lots,03/31/2027,,',
      'K2,Same,Acme,Same,,,,',
      'K3,Same,Acme,Same,,,,',
      'K4,T4,Acme,Nobody,,,,',
    )
    expect(leftOutOf(found)).toEqual([
      'r.csv:2 (all): No id · Acme: It has no "Ref" to make an id of.',
      "r.csv:3 Value: lots: It can't be read as an amount of money.",
      "r.csv:3 Start: 03/31/2027: It can't be read as a day as dd/MM/yyyy.",
      'r.csv:3 Framework: K1: It refers to itself.',
      'r.csv:4 Framework: Same: Several items could be meant.',
      'r.csv:5 Framework: Same: Several items could be meant.',
      'r.csv:6 Framework: Nobody: There is no contract with this number or name.',
    ])
  })

  it('are taken by the entries whose conditions they meet', async () => {
    const mapping = `items:
  - { kind: service, id: '{N}', when: { S: [live, Beta], X: { not: y } } }
  - { kind: product, id: '{N}', when: { S: { match: '^ret' }, X: { empty: true } } }
  - { kind: team, each: T }`
    const found = await imported(
      { 'r.csv': 'N,S,X,T\na,Live,,t1\nb,BETA,y,t2\nc,Retired,-,t3\nd,Draft,z,t4\n' },
      mapping,
    )
    expect(found.items.map(({ id }) => id)).toEqual(['service/a', 'team/t1', 'product/c', 'team/t3'])
    expect(leftOutOf(found)).toEqual([
      'r.csv:3 (all): b · BETA · y · t2: "X" is "y". "S" is "BETA".',
      'r.csv:5 (all): d · Draft · z · t4: "S" is "Draft".',
    ])
  })

  it('of several sources look each other up', async () => {
    const mapping = `sources:
  - { file: s.csv, items: [{ kind: service, id: '{N}', fields: { owner: { column: T, item: team } } }] }
  - { file: t.csv, items: [{ kind: team, id: '{Code}', fields: { name: Name } }] }`
    const found = await imported(
      { 's.csv': 'N,T\na,Team One\nb,t2\n', 't.csv': 'Code,Name\nt1,Team One\nt2,Team Two\n' },
      mapping,
    )
    expect(fieldsOf(found)).toMatchObject({ 'service/a': { owner: 'team/t1' }, 'service/b': { owner: 'team/t2' } })
  })

  it('of documents may hold values with parts and relations that carry something', async () => {
    const mapping = `items:
  - kind: application
    id: '{name}'
    fields:
      links: { each: docs, parts: { title: label, url: href } }
      needs: { each: uses, column: app, item: application, with: { criticality: level, note: 'since {year} in {name}' } }`
    const rows = [
      {
        name: 'Shop',
        docs: [{ label: 'Guide', href: 'https://x.example' }, { label: 'No address' }],
        uses: [{ app: 'Mail', level: 'essential', year: 2020 }, { app: 'Mail' }],
      },
      { name: 'Mail' },
    ]
    const found = await imported({ 'a.json': JSON.stringify(rows) }, mapping)
    expect(fieldsOf(found)).toMatchObject({
      'application/shop': {
        links: [{ title: 'Guide', url: 'https://x.example' }],
        needs: [{ to: 'application/mail', criticality: 'ESSENTIAL', note: 'since 2020 in Shop' }],
      },
    })
    expect(leftOutOf(found)).toEqual([
      expect.stringContaining('a.json#1 app: Mail {"note":"since in Shop"}: The same relation is said before'),
    ])
  })
})

describe('whatever a table holds', () => {
  const cell = fc.oneof(
    fc.constantFrom('', '-', 'Total', 'A', 'a', 'B|A', 'C-1', 'c 1', '01/02/2027', '£5', '__proto__'),
    fc.string({ maxLength: 12 }),
  )
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

  it('every row is in an item or in the report, and no two items have one id', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(cell, { minLength: 8, maxLength: 8 }), { maxLength: 20 }), async (rows) => {
        const text = rows.map((row) => row.map(quoted).join(',')).join('\n')
        const found = await imported({ 'r.csv': `${heading}${text}\n` }, contracts)
        let line = 2
        const records = rows.flatMap((row) => {
          const record = `r.csv:${line}`
          line += 1 + row.join('').replace(/\r\n?/g, '\n').split('\n').length - 1
          return row.some((each) => each.trim() !== '') ? [record] : []
        })
        expect(lostRecords(found, records)).toEqual([])
        expect(found.records).toBe(records.length)
        const ids = found.items.map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
        for (const id of ids) expect(id).toMatch(/^[a-z-]+\/[a-z0-9]+(-[a-z0-9]+)*$/)
      }),
      { numRuns: 150 },
    )
  })
})

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { datePatterns } from '../../../../exchange/import/table/guess/date-patterns.ts'
import { guessMapping } from '../../../../exchange/import/table/guess/guess-mapping.ts'
import { folderWith } from '../../../graph/catalogue/catalogue-folder.ts'
import { fieldsOf, imported, known, leftOutOf, lostRecords } from './tables.ts'

async function guess(files: Readonly<Record<string, string>>, kind?: string): Promise<string> {
  const folder = folderWith({})
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return guessMapping(
    Object.keys(files).map((name) => join(folder, name)),
    { kind },
    known().model,
  )
}

const suppliers = ['Acme Ltd', 'Acme Limited', 'Bex plc', 'Cora GmbH']
const register = [
  'Contracts of the council,,,,,,,,,',
  'Contract ID,Contract Title,Type,Supplier(s),Framework,Start Date,End Date,Total Value,Directorate,Officer notes',
  ...Array.from({ length: 40 }, (_, i) => {
    const day = `${String((i % 28) + 1).padStart(2, '0')}/03/2026`
    return `K-${i},Work ${i},${i === 0 ? 'Framework agreement' : i % 2 ? 'Call-off' : 'Contract'},${suppliers[i % 4] ?? ''}${i % 5 ? '' : ' | Dune Inc'},${i % 2 ? 'K-0' : 'n/a'},${day},${i === 7 ? 'Ongoing' : '2028-01-31'},"£${i},000.00",${i % 2 ? 'Health' : 'Roads'},free text number ${i} that nobody repeats`
  }),
].join('\n')

describe('a guess', () => {
  it.each([
    ['s.yaml', 'a: b: c\n', /^s\.yaml:1 /],
    ['s.yaml', '- *a\n', /^s\.yaml: Unresolved alias/],
    ['s.json', '{', /^s\.json: This is no JSON/],
  ])('refuses a %s that can’t be read: %j', async (name, text, told) => {
    await expect(guess({ [name]: text })).rejects.toThrow(told)
  })

  it('reads a register of contracts, and runs as it is', async () => {
    const text = await guess({ 'contracts.csv': register })
    expect(parse(text)).toEqual({
      system: 'Contracts',
      items: [
        {
          kind: 'contract',
          id: '{Contract ID}',
          fields: {
            name: 'Contract Title',
            number: 'Contract ID',
            suppliers: { column: 'Supplier(s)', split: '|', item: 'supplier' },
            start: { column: 'Start Date', date: 'dd/MM/yyyy' },
            end: { column: 'End Date', words: { Ongoing: null } },
            value: 'Total Value',
            form: {
              column: 'Type',
              words: { 'Framework agreement': 'FRAMEWORK', 'Call-off': 'CALL_OFF', Contract: 'CONTRACT' },
            },
            parent: { column: 'Framework', item: 'contract', by: ['number', 'name', 'id'] },
            body: 'Officer notes',
            owner: { column: 'Directorate', item: 'team' },
          },
        },
        { kind: 'supplier', each: { column: 'Supplier(s)', split: '|' }, fields: { name: '{each}' } },
        { kind: 'team', each: 'Directorate', fields: { name: '{each}' } },
      ],
    })
    expect(text).toContain('#   Acme Ltd: [Acme Limited]')
    const found = await imported({ 'contracts.csv': register }, text)
    expect(leftOutOf(found)).toEqual([])
    expect(found.items.filter(({ kind }) => kind.name === 'Contract')).toHaveLength(40)
    expect(fieldsOf(found)).toMatchObject({
      'contract/k-5': {
        parent: 'contract/k-0',
        suppliers: ['supplier/acme-limited', 'supplier/dune-inc'],
        start: '2026-03-06',
      },
    })
  })

  it('makes frameworks that no row is about', async () => {
    const text = 'Contract No,Title,Supplier,Framework\nK1,One,Acme,G-Cloud 14\nK2,Two,Bex,G-Cloud 14\n'
    const found = await imported({ 'c.csv': text }, await guess({ 'c.csv': text }))
    expect(fieldsOf(found)).toMatchObject({
      'contract/k1': { parent: 'contract/g-cloud-14' },
      'contract/g-cloud-14': {
        form: 'FRAMEWORK',
        suppliers: [
          { to: 'supplier/acme', as: 'PANEL_MEMBER' },
          { to: 'supplier/bex', as: 'PANEL_MEMBER', record: 'c.csv:3' },
        ],
      },
    })
  })

  it('makes those that no row is about where others are rows, and none of "No"', async () => {
    const text = [
      'Contract No,Title,Supplier,Framework,Contact Officer',
      'F1,Panel,Acme;Bex,,Jo',
      'K1,One,Acme,Panel,Jo',
      'K2,Two,Bex,G-Cloud 14,Al',
      'K3,Three,Bex,No,Al',
      ',Four,Bex,G-Cloud 14,Al',
      'K5,Five,,No,Al',
      ...[6, 7, 8, 9, 10, 11].map((n) => `K${n},Work ${n},Acme,Panel,Al`),
    ].join('\n')
    const mapping = await guess({ 'c.csv': text })
    expect(mapping).toContain('1 row names none and is left out')
    const found = await imported({ 'c.csv': text }, mapping)
    expect(fieldsOf(found)).toMatchObject({
      'contract/k1': { parent: 'contract/f1' },
      'contract/k2': { parent: 'contract/g-cloud-14' },
      'contract/four': { parent: 'contract/g-cloud-14' },
      'contract/g-cloud-14': { form: 'FRAMEWORK', suppliers: [{ to: 'supplier/bex', as: 'PANEL_MEMBER' }] },
    })
    expect(found.items.map(({ id }) => id)).not.toContain('contract/no')
    expect(mapping).toContain('# not mapped: Contact Officer')
  })

  it('reads days of a spreadsheet though some cells say otherwise', () => {
    const days = Array.from({ length: 9 }, (_, i) => new Date(Date.UTC(2027, i, 1)))
    expect(datePatterns('End Date', [...days, 'Ongoing', '31/02/2026'])).toEqual({ patterns: [], unclear: false })
    expect(datePatterns('Title', ['Ongoing', 'Rolling']).patterns).toBeUndefined()
  })

  it('finds the list within a document, whatever else stands in it, and all who own an entry', async () => {
    const services = {
      meta: { count: 6 },
      data: {
        services: [
          { slug: 'a', name: 'A', id: 1, agency: 'Roads' },
          { slug: 'b', name: 'B', id: 2, agency: ['Roads', 'Tax'] },
          { slug: 'c', name: 'C', id: 3, agency: 'Tax' },
          { slug: 'd', name: 'D', id: 4, agency: 'Tax' },
          'remark',
          null,
        ],
      },
    }
    const text = { 's.json': JSON.stringify(services) }
    const mapping = await guess(text, 'service')
    expect(parse(mapping)).toMatchObject({ rows: 'data.services' })
    const found = await imported(text, mapping)
    expect(fieldsOf(found)).toMatchObject({
      'service/b': { owner: 'team/roads', contributors: ['team/roads', 'team/tax'] },
    })
    expect(found.items.filter(({ kind }) => kind.name === 'Team')).toHaveLength(2)
    expect(found.records).toBe(6)
    expect(
      lostRecords(
        found,
        [1, 2, 3, 4, 5, 6].map((n) => `s.json#${n}`),
      ),
    ).toEqual([])
  })

  it('finds references across sources, and what a folder of records is', async () => {
    const services =
      'services:\n  - { name: shop, title: Shop, owner: web, depends_on: [mail], level: 1 }\n  - { name: mail, title: Mail, owner: ops, level: 1 }\n'
    const teams = 'teams:\n  - { name: web, email: w@x.example }\n  - { name: ops, email: o@x.example }\n'
    const both = await guess({ 'services.yml': services, 'teams.yml': teams })
    const found = await imported({ 'services.yml': services, 'teams.yml': teams }, both)
    expect(fieldsOf(found)).toEqual({
      'service/shop': { name: 'Shop', owner: 'team/web', needs: ['service/mail'] },
      'service/mail': { name: 'Mail', owner: 'team/ops' },
      'team/web': { name: 'web', contact: 'w@x.example' },
      'team/ops': { name: 'ops', contact: 'o@x.example' },
    })
    expect(both).toContain('# not mapped: level')
    const records = Object.fromEntries(
      Array.from({ length: 5 }, (_, i) => [`s${i}.json`, JSON.stringify({ name: `S ${i}`, events: [{ a: i }] })]),
    )
    expect(parse(await guess(records, 'service'))).toMatchObject({
      rows: '.',
      items: [{ kind: 'service', fields: { name: 'name' } }],
    })
  })

  it('names cells that look like several names where too few do to take them apart', async () => {
    const names = [
      'Dell',
      'Dell / HP',
      'BT plc, Dell',
      'Smith, Jones & Co',
      'Acme, Inc',
      'Cisco',
      'Oracle',
      'Bex',
      'Cora',
    ]
    const csv = `Contract No,Title,Supplier\n${names.map((name, i) => `K${i},Work ${i},"${name}"`).join('\n')}\n`
    const text = await guess({ 'c.csv': csv })
    expect(text).toContain(
      `check: "Dell / HP", "BT plc, Dell" may be several names, and would be one. To take them apart, here and where these items are made: split: [" / ", ", "]`,
    )
    expect(text.match(/may be several/g)).toHaveLength(1)
    const split = text
      .replace(/suppliers: \{ column: Supplier,/, '$& split: [" / ", "plc, "],')
      .replace(/each: Supplier/, 'each: { column: Supplier, split: [" / ", "plc, "] }')
    const { items } = await imported({ 'c.csv': csv }, split)
    expect(items.map(({ id }) => id)).toEqual(expect.arrayContaining(['supplier/hp', 'supplier/dell', 'supplier/bt']))
  })

  it('is none where there are no rows', async () => {
    await expect(guess({ 'c.csv': 'Contract No,Title\n' })).rejects.toThrow(
      'c.csv: There are no rows below the headings "Contract No", "Title". Guess from a file that has some.',
    )
    await expect(guess({ 'c.json': '{ "services": [] }' })).rejects.toThrow(
      'c.json: There are no values in its rows to guess from.',
    )
    await expect(guess({ 'c.csv': 'Contract No,Title\nContract No,Title\n' })).rejects.toThrow(
      'It repeats the headings.',
    )
  })

  it('tells what a kind is that there isn’t', async () => {
    await expect(guess({ 'c.csv': 'a,b\n1,2\n' }, 'contrakt')).rejects.toThrow(
      'There is no kind "contrakt". Did you mean "contract"',
    )
  })
})

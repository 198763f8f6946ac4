import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { csvRow, withoutFormula } from '../../../exchange/csv-row.ts'
import { exportCsv } from '../../../exchange/export/csv.ts'
import type { CsvOptions } from '../../../exchange/export/csv.ts'
import { exportedOf, hostile, hostileFiles, hostileName } from './exported-from.ts'

const exported = await exportedOf(hostileFiles)

/** Rows of a table by the titles of its columns, as a parser reads them. */
function rowsOf(name: string, options?: CsvOptions): Record<string, string>[] {
  const text = textOf(name, options)
  return parse(text, { columns: true, bom: true, recordDelimiter: '\r\n' })
}
const textOf = (name: string, options?: CsvOptions): string =>
  [
    ...(exportCsv(exported, options)
      .find((each) => each.name === name)
      ?.rows() ?? []),
  ].join('')

describe('CSV', () => {
  it('is a table for each kind that has items, and one of relations', () => {
    expect(exportCsv(exported).map(({ name }) => name)).toEqual([
      'teams.csv',
      'suppliers.csv',
      'contracts.csv',
      'relations.csv',
    ])
  })

  it('has the id, fields and targets of an item, values with parts in a column a part', () => {
    expect(rowsOf('contracts.csv')).toMatchObject([
      {
        id: 'contract/c',
        name: 'C',
        start: '2027-01-01',
        'value.amount': '-12.5',
        'value.currency': 'EUR',
        suppliers: 'supplier/s',
        covers: '',
      },
    ])
    expect(rowsOf('teams.csv')).toMatchObject([
      { id: 'team/a', tags: '["plain","semi;colon"]', needs: '' },
      { id: 'team/b', tags: '', needs: 'team/a' },
    ])
  })

  it('says of relations what they carry', () => {
    expect(rowsOf('relations.csv', { raw: true })).toMatchObject([
      {
        type: 'AGREED_WITH',
        from: 'contract/c',
        to: 'supplier/s',
        criticality: 'ESSENTIAL',
        as: 'PRINCIPAL',
        note: '',
      },
      { type: 'NEEDS', from: 'team/b', to: 'team/a', note: hostileName },
    ])
  })

  it('marks what a spreadsheet would run as a formula, unless it is to stay raw', () => {
    expect(rowsOf('teams.csv')[0]).toMatchObject({ name: `'${hostileName}`, summary: `'${hostile}` })
    expect(rowsOf('teams.csv', { raw: true })[0]).toMatchObject({ name: hostileName, summary: hostile })
    expect(['=A1', '+1+2', '-x', '@SUM(1)', '\t=1', '\r=1'].map(withoutFormula)).toEqual([
      "'=A1",
      "'+1+2",
      "'-x",
      "'@SUM(1)",
      "'\t=1",
      "'\r=1",
    ])
    expect(['-5', '+5', '-1.5e-7', 'a=b', '', '1-2'].map(withoutFormula)).toEqual([
      '-5',
      '+5',
      '-1.5e-7',
      'a=b',
      '',
      '1-2',
    ])
  })

  it('begins with a byte order mark where one is asked for, and ends every row as RFC 4180 says', () => {
    expect(textOf('suppliers.csv')).toMatch(/^id,name,.*\r\nsupplier\/s,S,.*\r\n$/)
    expect(textOf('suppliers.csv', { bom: true }).startsWith('\uFEFFid,')).toBe(true)
    expect(csvRow(['a', 'b,c', 'd"e', 'f\ng', ''])).toBe('a,"b,c","d""e","f\ng",')
  })

  it('keeps its table of relations where a kind of the catalogue has that folder', async () => {
    const model = '"A tie." type Tie @kind(folder: "relations") { "How strong." strength: Int }'
    const own = await exportedOf({ 'model/tie.graphql': model, 'relations/x.yaml': 'name: X\nstrength: 3\n' })
    expect(exportCsv(own).map(({ name }) => name)).toEqual(['relations.csv', 'all-relations.csv'])
  })
})

import { describe, expect, it } from 'vitest'
import type { FileValue } from '../../../exchange/import/imported.ts'
import { parseDocument } from 'yaml'
import { Importing } from './import-run.ts'
import type { Told } from './import-run.ts'

/** What is written of items, what is left out, and what a check says of it. */
async function taken(told: Told, files: Record<string, string> = {}) {
  const importing = new Importing(files)
  const { leftOut, added } = await importing.apply(told)
  const written = added.map(({ id, file }): [string, unknown] => {
    const {
      record: _record,
      name: _name,
      ...fields
    } = parseDocument(importing.text(file) ?? '').toJS() as Record<string, FileValue>
    return [id, fields]
  })
  return {
    written: Object.fromEntries(written),
    leftOut: leftOut.map(({ record, part, text, reason }) => `${record} ${part ?? '(all)'}: ${text}: ${reason}`),
    hints: leftOut.map(({ hint }) => hint),
    errors: await importing.errors(),
    csv: importing.text('imports/crm/not-taken.csv'),
  }
}

describe('what the catalogue would refuse', () => {
  it('is left out, the smallest part that will do, with the reader’s words', async () => {
    const { written, leftOut, hints, errors } = await taken({
      'application/shop': {
        form: 'APLICATION',
        reviewBy: '2027-02-30',
        colour: 'red',
        tags: ['web', '', 'sales'],
        links: [
          { title: 'A', url: 'https://a.example' },
          { title: 'B', url: 'b' },
        ],
        needs: [{ to: 'application/bank', criticality: 'MUCH', note: 'N' }, 'application/bank'],
        version: '1',
      },
      'application/bank': { links: [{ title: 'B' }], summary: ['a'] },
    })
    expect(written).toStrictEqual({
      'application/bank': {},
      'application/shop': {
        tags: ['web', 'sales'],
        links: [{ title: 'A', url: 'https://a.example' }],
        needs: [{ to: 'application/bank', note: 'N' }],
        version: '1',
      },
    })
    expect(leftOut).toStrictEqual([
      expect.stringMatching(/^bank links: \{"title":"B"\}: "links" needs "url"\.$/),
      expect.stringMatching(/^bank summary: \["a"\]: "summary" takes a single value/),
      'shop form: APLICATION: "form" has no value "APLICATION".',
      'shop reviewBy: 2027-02-30: "reviewBy" takes a date, not "2027-02-30".',
      expect.stringMatching(/^shop colour: red: Application has no field "colour"/),
      'shop tags: : "tags" takes some text, not "".',
      'shop links: {"title":"B","url":"b"}: "url" takes a web address, not "b".',
      expect.stringMatching(/^shop needs\.criticality: MUCH: /),
      'shop needs: application/bank: The same item is named twice, and the first counts: two items are related once.',
    ])
    expect(hints[2]).toMatch(/^Did you mean "APPLICATION"/)
    expect(errors).toStrictEqual([])
  })

  it('takes a whole item with it that lacks what its kind requires, and what leads to it', async () => {
    const { written, leftOut, errors } = await taken({
      'contract/a': { suppliers: ['supplier/none'] },
      'contract/b': { suppliers: ['supplier/acme'], parent: 'contract/a' },
      'contract/c': { suppliers: [] },
      'supplier/acme': {},
      'stakeholder/user': { form: 'NOBODY' },
      'team/x': { name: ' ' },
      'application/shop': { needs: ['contract/a', 'team/x'] },
    })
    expect(Object.keys(written)).toStrictEqual(['application/shop', 'contract/b', 'supplier/acme'])
    expect(written['contract/b']).toStrictEqual({ suppliers: ['acme'] })
    expect(leftOut).toContain('a (all): a: Contract needs "suppliers", and nothing says it.')
    expect(leftOut).toContain('c (all): c: Contract needs "suppliers", and nothing says it.')
    expect(leftOut).toContain('user (all): user: Stakeholder needs "form", and nothing says it.')
    expect(leftOut).toContain('x (all): team/x: Team needs "name", and nothing says it.')
    expect(leftOut).toContain(
      'shop needs: contract/a: There is no such item, neither in what was imported nor in the catalogue.',
    )
    expect(errors).toStrictEqual([])
  })

  it('goes in where another layer says what its kind requires', async () => {
    const { written, leftOut, errors } = await taken(
      {
        'contract/a': { number: '1' },
        'metric/calls': { unit: 'calls', direction: 'WITHIN' },
        'team/x': { metrics: ['metric/calls'] },
      },
      { 'contracts/a.yaml': 'suppliers: [acme]\n', 'suppliers/acme.yaml': 'name: Acme\n' },
    )
    expect(written).toMatchObject({ 'contract/a': { number: '1' }, 'team/x': { metrics: ['calls'] } })
    expect(leftOut).toStrictEqual([])
    expect(errors).toStrictEqual([])
  })
})

describe('references', () => {
  it('lead to items of the import and of the catalogue, short where one kind is meant; others are left out', async () => {
    const { written, leftOut, hints } = await taken(
      {
        'application/shop': { maker: 'supplier/acme', owner: 'team/seals', needs: ['practice/nothing', 'service/x'] },
        'service/x': { partOf: { to: 'service/y', record: 'l:2' }, products: ['application/shop'] },
        'service/y': {},
      },
      { 'suppliers/acme.yaml': 'name: Acme\n', 'teams/sales.yaml': 'name: Sales\n' },
    )
    expect(written).toStrictEqual({
      'application/shop': { maker: 'acme', needs: ['service/x'] },
      'service/x': { partOf: { to: 'y', record: 'l:2' } },
      'service/y': {},
    })
    expect(leftOut).toStrictEqual([
      'shop owner: team/seals: There is no such item, neither in what was imported nor in the catalogue.',
      'shop needs: practice/nothing: There is no such item, neither in what was imported nor in the catalogue.',
      'x products: application/shop: "products" leads to Product, not to Application.',
    ])
    expect(hints[0]).toBe('Did you mean "team/sales"?')
  })

  it('that close a circle are left out, whichever way one goes round', async () => {
    const { written, leftOut, errors } = await taken({
      'team/a': { partOf: 'team/b' },
      'team/b': { partOf: 'team/c' },
      'team/c': { partOf: 'team/a' },
      'team/d': { partOf: 'team/d' },
      'team/e': { partOf: 'team/a' },
    })
    expect(written).toMatchObject({ 'team/a': { partOf: 'b' }, 'team/b': { partOf: 'c' }, 'team/e': { partOf: 'a' } })
    expect(leftOut).toStrictEqual([
      'c partOf: team/a: "partOf" must not lead back to where it began, and this closes a circle.',
      'd partOf: team/d: "partOf" must not lead back to where it began, and this closes a circle.',
    ])
    expect(errors).toStrictEqual([])
  })

  it('of items that are written inside others are followed too', async () => {
    const step = (id: string, more: Record<string, FileValue>): FileValue => ({
      id,
      name: id,
      activity: 'activity/engage',
      practices: ['practice/service-desk'],
      ...more,
    })
    const { written, leftOut } = await taken(
      {
        'value-stream/s': {
          perspective: 'TO_BE',
          situation: 'S',
          starts: 'DEMAND',
          trigger: 'T',
          value: 'V',
          valueFor: ['stakeholder/u'],
          steps: [
            step('a', { next: [{ to: 'step/s/b', share: 200 }], tools: ['application/none'] }),
            step('b', { next: ['step/s/z', 'step/s/a'] }),
          ],
        },
        'stakeholder/u': { form: 'USER' },
      },
      { 'tributary.config.yaml': 'name: own\nextends: [itil4]\n' },
    )
    expect(written['value-stream/s']).toMatchObject({
      steps: [
        { id: 'a', activity: 'engage', practices: ['service-desk'], next: ['step/s/b'] },
        { id: 'b', next: ['step/s/a'] },
      ],
    })
    expect(leftOut.map((each) => each.split(':')[0])).toStrictEqual(['s steps.next.share', 's tools', 's next'])
  })
})

describe('untrusted input', () => {
  it('reaches no prototype, and what was not taken runs in no spreadsheet', async () => {
    const evil = JSON.parse(
      '{"__proto__": {"polluted": 1}, "constructor": "x", "links": [{"title": "t", "url": "https://a.example", "__proto__": 1}]}',
    ) as Record<string, FileValue>
    const { written, leftOut, csv } = await taken({
      'team/x': { ...evil, tags: ['a'], form: '=cmd()', ['__proto__']: 'y' },
    })
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    expect(written).toStrictEqual({ 'team/x': { tags: ['a'] } })
    expect(leftOut).toHaveLength(4)
    expect(csv).toMatch(/^record,part,text,reason,hint\n/)
    expect(csv).toContain("x,form,'=cmd(),")
  })
})

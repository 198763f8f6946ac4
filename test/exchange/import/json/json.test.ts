import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importJson } from '../../../../exchange/import/json/json.ts'
import { ImportError } from '../../../../exchange/import/imported.ts'
import type { Imported, KnownCatalogue } from '../../../../exchange/import/imported.ts'
import { readModel } from '../../../../graph/model/read-model.ts'
import { folderWith } from '../../../graph/catalogue/catalogue-folder.ts'

const model = readModel()
const practice = { id: 'practice/service-desk', kind: 'Practice', name: 'Service desk', aliases: [], values: {} }
const stream = { id: 'value-stream/help', kind: 'ValueStream', name: 'Help', aliases: [], values: {} }

function importing(text: string, known: KnownCatalogue['items'] = new Map()): Promise<Imported> {
  return importJson(join(folderWith({ 'catalogue.json': text }), 'catalogue.json'), { model, items: known })
}

const document = (items: readonly unknown[], more: object = {}): string =>
  JSON.stringify({ format: 'tributary-catalogue/1', items, ...more })

/** An item as an export has it. */
const item = (id: string, kind: string, fields: object = {}, relations: object = {}, layer = 'own') => ({
  id,
  kind,
  url: '/',
  fields: { name: id, ...fields },
  relations,
  sources: [{ layer, file: 'x.yaml', line: 1 }],
})

const steps = [
  item(
    'step/help/solve',
    'Step',
    { position: 2 },
    { practices: { 'practice/service-desk': { criticality: 'ESSENTIAL', sources: [] } } },
  ),
  item('step/help/hear', 'Step', { position: 1 }, { next: { 'step/help/solve': { rework: false } } }),
]
const help = item(
  'value-stream/help',
  'ValueStream',
  { value: 'V' },
  { steps: { 'step/help/solve': {}, 'step/help/hear': {} } },
)

describe('an exported catalogue', () => {
  it('becomes items with their relations, and what is written inside goes inside again', async () => {
    const shop = item(
      'application/shop',
      'Application',
      { form: 'DEVICE', tags: ['a'] },
      { owner: { 'team/a': {} }, needs: { 'team/a': { criticality: 'SUPPORTING' } } },
    )
    const { items, records, leftOut, notes } = await importing(
      document([help, ...steps, shop], { calendar: { hoursPerDay: 8, daysPerWeek: 5 } }),
    )
    expect([records, leftOut]).toStrictEqual([4, []])
    expect(notes).toStrictEqual(['2 of the items read go into the files of others, as a stream’s steps do.'])
    expect(items.map(({ id, fields }) => [id, fields])).toStrictEqual([
      [
        'value-stream/help',
        {
          name: 'value-stream/help',
          value: 'V',
          steps: [
            { id: 'hear', name: 'step/help/hear', next: [{ to: 'step/help/solve', rework: false }] },
            {
              id: 'solve',
              name: 'step/help/solve',
              practices: [{ to: 'practice/service-desk', criticality: 'ESSENTIAL' }],
              next: [],
            },
          ],
        },
      ],
      [
        'application/shop',
        {
          name: 'application/shop',
          tags: ['a'],
          form: 'DEVICE',
          owner: 'team/a',
          needs: [{ to: 'team/a', criticality: 'SUPPORTING' }],
        },
      ],
    ])
  })

  it('brings no built-in items that the catalogue has itself', async () => {
    const known = new Map([practice, stream].map((each) => [each.id, each]))
    const builtIn = [
      item('practice/service-desk', 'Practice', {}, {}, 'itil4'),
      item('practice/other', 'Practice', {}, {}, 'itil4'),
      { ...help, sources: [{ layer: 'example' }] },
      ...steps,
    ]
    const { items, records, leftOut, notes } = await importing(document(builtIn), known)
    expect(items.map(({ id }) => id)).toStrictEqual(['practice/other'])
    expect([records, leftOut]).toStrictEqual([5, []])
    expect(notes).toStrictEqual(['4 of the items read come with Tributary and are in this catalogue already.'])
    const one = await importing(document(builtIn.slice(0, 1)), known)
    expect(one.notes?.[0]).toContain('1 of the items read comes with Tributary and is in')
    expect((await importing(document([item('team/a', 'Team')]))).notes).toStrictEqual([])
  })

  it('leaves out what it can’t take, each with why', async () => {
    const text = document(
      [
        null,
        { id: 7 },
        item('thing/x', 'Thing'),
        item('constructor/x', 'constructor'),
        item('team/../x', 'Team'),
        item('application/x', 'Team'),
        item('team/a', 'Team', { colour: 'red' }),
        item('team/a', 'Team'),
        steps[0],
      ],
      { calendar: { hoursPerDay: 7, daysPerWeek: 5 } },
    ).replace('"colour"', '"__proto__"')
    const { items, records, leftOut } = await importing(text)
    expect(records).toBe(9)
    expect(items.map(({ id }) => id)).toStrictEqual(['team/a'])
    expect(leftOut.map(({ record, part, reason }) => [record, part, reason])).toStrictEqual([
      ['calendar', undefined, 'How long a day and a week are is a setting of a catalogue, not an item.'],
      ['item 1', undefined, 'An item needs an "id".'],
      ['item 2', undefined, 'An item needs an "id".'],
      ['thing/x', undefined, 'The catalogue’s model has no such kind.'],
      ['constructor/x', undefined, 'The catalogue’s model has no such kind.'],
      ['team/../x', undefined, '"team/../x" is no id of a Team.'],
      ['application/x', undefined, '"application/x" is no id of a Team.'],
      ['team/a', undefined, 'An item with this id stands before it, and counts.'],
      ['team/a', '__proto__', 'Team has no field of this name.'],
      ['step/help/solve', undefined, 'It belongs into the file of another item, and none that was taken names it.'],
    ])
  })

  it.each([
    ['{', /is no JSON/],
    ['[]', /"format" is missing/],
    ['{"format": "tributary-catalogue/2", "items": []}', /"format" is "tributary-catalogue\/2"/],
  ])('is told from anything else: %s', async (text, message) => {
    await expect(importing(text)).rejects.toThrow(ImportError)
    await expect(importing(text)).rejects.toThrow(message)
  })
})

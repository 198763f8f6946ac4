import { describe, expect, it } from 'vitest'
import { diffSides } from '../../../graph/diff/diff.ts'
import type { Diff } from '../../../graph/diff/diff.ts'
import { sideOfCatalogue } from '../../../graph/diff/side.ts'
import type { Files } from '../catalogue/catalogue-folder.ts'
import { catalogueOf } from '../catalogue/findings-of.ts'
import { captureStep, smallCatalogue, streamHead } from '../catalogue/small-catalogue.ts'
import { assetModel } from '../model/asset-model.ts'

/** What differs where files of the small catalogue are written anew, or taken away. */
async function diffWith(
  changes: Readonly<Record<string, string | undefined>>,
  base: Files = smallCatalogue,
): Promise<Diff> {
  const after = Object.entries({ ...base, ...changes }).filter(([, text]) => text !== undefined)
  return diffSides(
    sideOfCatalogue('before', await catalogueOf(base)),
    sideOfCatalogue('after', await catalogueOf(Object.fromEntries(after) as Files)),
  )
}

const stream = (steps: string): string => `${streamHead}steps:\n${steps}`
const told = ({ meaning }: Diff): string[] =>
  meaning.map(({ topic, effect, sentence }) => `${topic} ${effect} ${sentence}`)

describe('items and fields', () => {
  it('tells fields, list entries, relations with what they carry, and nothing of places', async () => {
    const { items, meaning } = await diffWith(
      {
        'applications/ticketing.yaml':
          '# A line more.\nname: Ticketing\nowner: team/service-desk\ntags: [b, c]\nsummary: New.\nneeds: [{ to: team/service-desk, note: N }]\n',
      },
      { ...smallCatalogue, 'applications/ticketing.yaml': 'name: Ticketing\nowner: team/service-desk\ntags: [a, b]\n' },
    )
    expect(items).toEqual([
      {
        ...{ action: 'CHANGED', id: 'application/ticketing', kind: 'Application', name: 'Ticketing' },
        fields: [
          { field: 'summary', after: 'New.' },
          { field: 'tags', before: ['a', 'b'], after: ['b', 'c'], added: ['c'], removed: ['a'] },
        ],
        relations: [
          {
            ...{ action: 'ADDED', field: 'needs' },
            to: { id: 'team/service-desk', kind: 'Team', name: 'Service desk team' },
            values: [
              { field: 'criticality', after: 'IMPORTANT' },
              { field: 'note', after: 'N' },
            ],
          },
        ],
      },
    ])
    // Its only user is hit no more than by what it uses already.
    expect(meaning).toEqual([])
  })

  it('sees the same item under another id, with all that leads to it, and its steps', async () => {
    const renamed: Record<string, string | undefined> = {
      'suppliers/acme.yaml': undefined,
      'suppliers/acme-group.yaml': 'name: Acme\n',
      'contracts/support.yaml': String(smallCatalogue['contracts/support.yaml']).replace('[acme]', '[acme-group]'),
      'value-streams/resolve.yaml': undefined,
      'value-streams/resolve-incident.yaml': stream(captureStep),
      'metrics/time-to-resolve.yaml': String(smallCatalogue['metrics/time-to-resolve.yaml']).replace(
        '/resolve]',
        '/resolve-incident]',
      ),
    }
    const { items, meaning, findings } = await diffWith(renamed)
    expect(
      items.map(({ action, formerId, id, fields, relations }) => [action, formerId, id, fields, relations]),
    ).toEqual([
      ['RENAMED', 'step/resolve/capture', 'step/resolve-incident/capture', [], []],
      ['RENAMED', 'supplier/acme', 'supplier/acme-group', [], []],
      ['RENAMED', 'value-stream/resolve', 'value-stream/resolve-incident', [], []],
    ])
    expect([meaning, findings]).toEqual([[], { added: [], removed: [] }])
  })

  it('believes an item that says what it was called, whatever else it says now', async () => {
    const { items } = await diffWith({
      'skills/listening.yaml': undefined,
      'skills/active-listening.yaml': 'name: Active listening\nformerIds: [skill/listening]\n',
    })
    expect(items).toMatchObject([
      {
        ...{ action: 'RENAMED', formerId: 'skill/listening', id: 'skill/active-listening' },
        fields: [{ field: 'name', before: 'Listening', after: 'Active listening' }],
      },
    ])
  })

  it('tells no rename where several could be meant', async () => {
    const { items } = await diffWith(
      { 'skills/a.yaml': undefined, 'skills/b.yaml': 'name: S\n', 'skills/c.yaml': 'name: S\n' },
      { ...smallCatalogue, 'skills/a.yaml': 'name: S\n' },
    )
    expect(items.map(({ action, id }) => [action, id])).toEqual([
      ['ADDED', 'skill/b'],
      ['ADDED', 'skill/c'],
      ['REMOVED', 'skill/a'],
    ])
  })

  it('tells kinds and fields of an own model, settings, and findings that come and go', async () => {
    const { model, settings, findings } = await diffWith({
      'model/assets.graphql': assetModel,
      'tributary.config.yaml': 'name: own\ntitle: Ours\ncalendar: { hoursPerDay: 7 }\n',
      'applications/ticketing.yaml': 'name: Ticketing\n',
    })
    expect(model).toContainEqual(expect.objectContaining({ action: 'ADDED', of: 'KIND' }))
    expect(settings.map(({ field, before, after }) => [field, before, after])).toEqual([
      ['calendar.hoursPerDay', 8, 7],
      ['site.title', 'own', 'Ours'],
      ['title', 'own', 'Ours'],
    ])
    expect(findings.added).toMatchObject([{ rule: 'missing-owner', item: 'application/ticketing' }])
    expect(findings.removed).toEqual([])
  })
})

describe('what it means', () => {
  it('a practice taken out of a stream’s only step', async () => {
    const diff = await diffWith({
      'practices/other.yaml': 'name: Other\nowner: team/service-desk\ngroup: SERVICE_MANAGEMENT\n',
      'value-streams/resolve.yaml': stream(captureStep.replace('to: service-desk', 'to: other')),
    })
    expect(told(diff)).toEqual([
      'practices WORSE Resolve an incident loses the practice Service desk: it worked Capture, and works no step any more.',
      'practices BETTER Resolve an incident gains the practice Other: it works Capture.',
      'idle-practices WORSE Service desk feeds no value stream any more; it fed Resolve an incident.',
    ])
    expect(diff.verdict).toBe(
      'Worse: 1 practice is lost in a value stream and 1 practice feeds nothing any more. Better: 1 practice is gained in a value stream.',
    )
  })

  it('a supplier replaced by another', async () => {
    const diff = await diffWith({
      'suppliers/borealis.yaml': 'name: Borealis\n',
      'contracts/support.yaml': String(smallCatalogue['contracts/support.yaml']).replace('[acme]', '[borealis]'),
    })
    expect(told(diff)).toEqual([
      'single-points NEUTRAL Borealis takes the place of Acme: alone it hits Resolve an incident just as hard.',
      'supplier-load NEUTRAL Borealis takes the place of Acme: 1 value stream or service hangs on it alone, 0 with an alternative or weakly.',
      'needed-suppliers NEUTRAL Nothing needs Acme any more.',
      'needed-suppliers NEUTRAL Borealis is new, and needed.',
    ])
  })

  it('an alternative that goes, and one that comes', async () => {
    const service = (needs: string): string => `name: Help\nowner: team/service-desk\nneeds: [${needs}]\n`
    const one = '{ to: application/ticketing, criticality: ESSENTIAL, redundancyGroup: g }'
    const two = one.replace('ticketing', 'paper')
    const base = {
      ...smallCatalogue,
      'applications/paper.yaml': 'name: Paper\nowner: team/service-desk\n',
      'services/help.yaml': service(`${one}, ${two}`),
    }
    const lost = await diffWith({ 'services/help.yaml': service(one) }, base)
    expect(told(lost)).toEqual([
      'single-points WORSE Ticketing alone now takes Help down.',
      'alternatives WORSE Help has no alternative to Ticketing any more; it had Paper.',
    ])
    const gained = await diffWith(
      { 'services/help.yaml': service(`${one}, ${two}`) },
      { ...base, 'services/help.yaml': service(one) },
    )
    expect(told(gained)).toEqual([
      'single-points BETTER Ticketing alone no longer takes Help down.',
      'alternatives BETTER Help has an alternative to Ticketing now: Paper.',
    ])
  })

  it('an owner, times and an answer that are taken out', async () => {
    const base = {
      ...smallCatalogue,
      'value-streams/resolve.yaml': stream(`${captureStep}    leadTime: 4 h\n    processTime: 1 h\n`),
    }
    const diff = await diffWith(
      {
        'applications/ticketing.yaml': 'name: Ticketing\n',
        'value-streams/resolve.yaml': stream(
          `${captureStep.replace('    information: [ticket-data]\n', '')}    leadTime: 5 h\n    processTime: 1 h\n`,
        ),
      },
      base,
    )
    expect(told(diff)).toEqual([
      'single-points BETTER Ticket data alone no longer degrades Resolve an incident.',
      'owners WORSE Nobody owns Ticketing any more; Service desk team did.',
      'figures WORSE Resolve an incident: lead time 4 h → 5 h.',
      'figures WORSE Resolve an incident: activity ratio 25 % → 20 %.',
      'figures WORSE Resolve an incident: expected lead time 4 h → 5 h.',
      'questions WORSE Resolve an incident no longer answers “What information should be provided, when and where is it needed?”',
    ])
  })

  it('a stream that comes', async () => {
    const diff = await diffWith({
      'value-streams/second.yaml': stream(captureStep).replace('Resolve an incident', 'Second'),
    })
    expect(told(diff)).toEqual(['streams NEUTRAL Second is new, with 1 step, worked by Service desk.'])
  })

  it('words that change mean nothing', async () => {
    const diff = await diffWith({ 'skills/listening.yaml': 'name: Listening\nsummary: With both ears.\n' })
    expect([diff.differs, diff.verdict, diff.meaning]).toEqual([true, 'Nothing that is relied on changes.', []])
  })
})

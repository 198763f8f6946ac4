import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { builtInFolder, builtInLayers } from '../../../graph/catalogue/built-in-layers.ts'
import { readCatalogue } from '../../../graph/catalogue/read-catalogue.ts'
import { catalogueWith, folderWith } from './catalogue-folder.ts'
import type { Files } from './catalogue-folder.ts'
import { catalogueIn, catalogueOf, findingsOf, inOneLine, readFiles, today } from './findings-of.ts'
import { smallCatalogue } from './small-catalogue.ts'

/** What is found in the catalogue `own` of several folders. */
async function findingsIn(files: Files): Promise<string[]> {
  const { findings } = await readCatalogue(join(folderWith(files), 'own'), { today })
  return findings.map((finding) => `${finding.place.layer}/${inOneLine(finding)}`)
}
const config = (name: string, ...extended: readonly string[]) => `name: ${name}\nextends: [${extended.join(', ')}]\n`

describe('a catalogue', () => {
  it('without problems has none', async () => {
    const { catalogue, findings, files } = await readFiles(smallCatalogue)
    expect(findings).toStrictEqual([])
    expect(files).toBe(Object.keys(smallCatalogue).length)
    expect(catalogue?.findings).toStrictEqual([])
  })

  it('has its items by id and its relations by type, holder and target, sorted', async () => {
    const { items, relations } = await catalogueOf(smallCatalogue)
    expect([...items.keys()]).toStrictEqual([
      'activity/engage',
      'application/ticketing',
      'contract/support',
      'information/ticket-data',
      'metric/time-to-resolve',
      'practice/service-desk',
      'skill/listening',
      'stakeholder/user',
      'step/resolve/capture',
      'supplier/acme',
      'team/service-desk',
      'value-stream/resolve',
    ])
    expect(relations.map(({ type, from, to }) => `${type} ${from} ${to}`)).toStrictEqual([
      'AGREED_WITH contract/support supplier/acme',
      'HAS_SKILL team/service-desk skill/listening',
      'HAS_STEP value-stream/resolve step/resolve/capture',
      'MEASURES metric/time-to-resolve value-stream/resolve',
      'NEEDS_INFORMATION step/resolve/capture information/ticket-data',
      'NEEDS_SKILL step/resolve/capture skill/listening',
      'NEEDS_TOOL step/resolve/capture application/ticketing',
      'OWNED_BY application/ticketing team/service-desk',
      'OWNED_BY contract/support team/service-desk',
      'OWNED_BY information/ticket-data team/service-desk',
      'OWNED_BY metric/time-to-resolve team/service-desk',
      'OWNED_BY practice/service-desk team/service-desk',
      'OWNED_BY value-stream/resolve team/service-desk',
      'RELIES_ON step/resolve/capture contract/support',
      'VALUE_FOR value-stream/resolve stakeholder/user',
      'VISITS step/resolve/capture activity/engage',
      'WORKED_BY step/resolve/capture practice/service-desk',
    ])
  })

  it('with warnings is one, and has them with it', async () => {
    const { catalogue, findings } = await readFiles({ 'suppliers/s.yaml': 'name: S\n' })
    expect(findings).toHaveLength(1)
    expect(catalogue?.findings).toStrictEqual(findings)
  })

  it('with errors is none', async () => {
    expect(
      (await readFiles({ ...smallCatalogue, 'teams/x.yaml': 'name: X\nowner: team/y\n' })).catalogue,
    ).toBeUndefined()
  })

  it('is read file by file, told as it goes', async () => {
    const told: string[] = []
    await readCatalogue(
      catalogueWith({ 'teams/a.yaml': 'name: A\n', 'teams/b.yaml': 'broken', 'roles/c.yaml': 'name: C\n' }),
      {
        onFile: (done, of) => told.push(`${done} of ${of}`),
      },
    )
    expect(told).toStrictEqual(['1 of 3', '2 of 3', '3 of 3'])
  })

  it('is checked for today when no day is said', async () => {
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
    const folder = catalogueWith({
      'teams/a.yaml': 'name: A\nreviewBy: 2026-01-01\n',
      'teams/b.yaml': `name: B\nreviewBy: ${tomorrow}\n`,
    })
    expect((await readCatalogue(folder)).findings.map((finding) => finding.item)).toStrictEqual(['team/a'])
    expect((await readCatalogue(folder, { today: '2025-12-31' })).findings).toStrictEqual([])
  })
})

describe('findings', () => {
  it('say where in every way, and which item', async () => {
    const folder = catalogueWith({ 'teams/north/a.yaml': 'name: A\nsumary: B\n' })
    const { findings } = await readCatalogue(folder)
    expect(findings).toStrictEqual([
      {
        rule: 'unknown-field',
        severity: 'error',
        message: 'Team has no field "sumary".',
        hint: 'Did you mean "summary"?',
        place: {
          layer: 'own',
          path: join(folder, 'teams/north/a.yaml'),
          file: 'teams/north/a.yaml',
          line: 2,
          column: 1,
        },
        item: 'team/a',
        owner: 'team/a',
      },
    ])
  })

  it('are all reported at once, sorted: ten problems of one file', async () => {
    const lines = [
      'name: ""',
      'sumary: A policy.',
      'id: policy/other',
      'form: RULE',
      'inForceFrom: 2026-02-30',
      'links:',
      '  - title: T',
      '    url: example.org',
      'aliases: other',
      'owner: team/nobody',
      'under: [p]',
      'governs:',
      '  - team/a',
      '  - to: team/a',
      '    effect: constrain',
      'details: []',
    ]
    expect(await findingsOf({ 'policies/p.yaml': lines.join('\n'), 'teams/a.yaml': 'name: A\n' })).toStrictEqual([
      'policies/p.yaml:1:7  error  wrong-type  "name" takes some text, not "".',
      'policies/p.yaml:2:1  error  unknown-field  Policy has no field "sumary". → Did you mean "summary"?',
      `policies/p.yaml:3:1  error  unknown-field  "id" is set by Tributary, not in files. → The id is the kind and the file's name: rename the file.`,
      'policies/p.yaml:4:7  error  wrong-type  "form" has no value "RULE". → It is one of POLICY, STANDARD, GUIDELINE, ARCHITECTURE_PRINCIPLE.',
      'policies/p.yaml:5:14  error  wrong-type  "inForceFrom" takes a date, not "2026-02-30". → There is no 2026-02-30 in the calendar.',
      'policies/p.yaml:8:10  error  wrong-type  "url" takes a web address, not "example.org". → Write it whole, beginning with https://, http:// or mailto:.',
      'policies/p.yaml:9:10  error  wrong-type  "aliases" takes a list, not "other". → Write each entry on a line of its own, behind a hyphen.',
      'policies/p.yaml:10:8  error  unknown-reference  There is no item "team/nobody". → It must be the id of an item of kind GoverningBody, Team, Role, Supplier.',
      'policies/p.yaml:11:8  error  wrong-type  "under" takes one item, not a list. → Write it behind the colon, without a hyphen.',
      'policies/p.yaml:14:9  error  duplicate-relation  "governs" names team/a twice, also in line 13. → Two items are related once: say all of it in one entry.',
      'policies/p.yaml:15:13  error  wrong-type  "effect" has no value "constrain". → Did you mean "CONSTRAINS"?',
      'policies/p.yaml:16:1  error  unknown-field  "details" is the way back of Policy.under. → Write the relation there: it is read from both ends.',
    ])
  })

  it('are sorted over files', async () => {
    const found = await findingsOf({
      'teams/b.yaml': 'nam: B',
      'roles/z.yaml': 'nam: Z',
      'teams/a.yaml': 'nam: A',
      'stray.yaml': '',
    })
    expect(found.map((each) => each.split(':')[0])).toStrictEqual([
      'roles/z.yaml',
      'roles/z.yaml',
      'stray.yaml',
      'teams/a.yaml',
      'teams/a.yaml',
      'teams/b.yaml',
      'teams/b.yaml',
    ])
  })
})

describe('layers', () => {
  it('are built in by name', async () => {
    expect(builtInLayers).toStrictEqual(['itil4', 'example'])
    const { items } = await catalogueOf({ 'tributary.config.yaml': config('own', 'itil4') })
    expect(items.get('practice/incident-management')?.sources).toStrictEqual([
      { layer: 'itil4', file: 'practices/incident-management.md', line: 2 },
    ])
    expect(builtInFolder('itil4')).toMatch(/\/catalogues\/itil4$/)
  })

  it('are read lowest first, each once, whoever names them', async () => {
    const folder = folderWith({
      'own/tributary.config.yaml': config('own', '../left', '../right'),
      'left/tributary.config.yaml': config('left', '../base'),
      'right/tributary.config.yaml': config('right', '../base'),
      'base/tributary.config.yaml': config('base'),
      ...Object.fromEntries(
        ['base', 'left', 'right'].map((layer) => [`${layer}/teams/a.yaml`, `name: A of ${layer}\n`]),
      ),
    })
    const item = (await catalogueIn(join(folder, 'own'))).items.get('team/a')
    expect(item?.values).toStrictEqual({ name: 'A of right' })
    expect(item?.sources.map((source) => source.layer)).toStrictEqual(['right', 'left', 'base'])
  })

  it('that there aren’t are reported with what was probably meant', async () => {
    expect(await findingsIn({ 'own/tributary.config.yaml': config('own', 'itil', '../nowhere') })).toStrictEqual([
      'own/tributary.config.yaml:2:11  error  layer  There is no layer "itil". → Did you mean "itil4"?',
      'own/tributary.config.yaml:2:17  error  layer  There is no layer "../nowhere". → Built in: itil4, example. Others are folders, from this file: ../group-catalogue.',
    ])
  })

  it('that are no catalogues are reported', async () => {
    expect(
      await findingsIn({ 'own/tributary.config.yaml': config('own', '../below'), 'below/teams/a.yaml': 'name: A\n' }),
    ).toStrictEqual([
      'below/tributary.config.yaml:1:1  error  config  This folder is no catalogue: it has no tributary.config.yaml. → Name the catalogue’s folder with --catalogue, or write the file: "name: my-catalogue" and "extends: [itil4]" will do.',
    ])
  })

  it('go in no circle', async () => {
    expect(await findingsIn({ 'own/tributary.config.yaml': config('own', '../own') })).toStrictEqual([
      `own/tributary.config.yaml:2:11  error  layer  "../own" extends this layer: layers can't go in a circle.`,
    ])
    expect(
      await findingsIn({
        'own/tributary.config.yaml': config('own', '../a'),
        'a/tributary.config.yaml': config('a', '../b'),
        'b/tributary.config.yaml': config('b', '../own'),
      }),
    ).toStrictEqual([
      `b/tributary.config.yaml:2:11  error  layer  "../own" extends this layer: layers can't go in a circle.`,
    ])
  })

  it('have names of their own', async () => {
    const folder = folderWith({
      'own/tributary.config.yaml': config('same', '../below'),
      'below/tributary.config.yaml': config('same'),
    })
    const { findings } = await readCatalogue(join(folder, 'own'))
    expect(findings.map(inOneLine)).toStrictEqual([
      `tributary.config.yaml:1:1  error  layer  Two layers have the name "same". → The other is ${join(folder, 'below')}: rename one.`,
    ])
  })
})

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folderWith } from '../graph/catalogue/catalogue-folder.ts'
import { tributary } from './tributary.ts'

const group = (name: string): string =>
  `apiVersion: backstage.io/v1alpha1\nkind: Group\nmetadata: { name: ${name} }\nspec: { type: team }\n`

describe('tributary import backstage', () => {
  it('shows a plan, writes it, and the next time what changed', async () => {
    const source = folderWith({ 'org.yaml': [group('sales'), group('web')].join('---\n') })
    const catalogue = folderWith({ 'tributary.config.yaml': 'name: own\nextends: [itil4]\n' })
    const run = (...more: string[]) => tributary(['import', 'backstage', source, '--catalogue', catalogue, ...more])

    const planned = await run()
    expect(planned).toMatchObject({ code: 0, stderr: 'Nothing was written: give --apply.\n' })
    expect(planned.stdout).toBe(`+ team/sales  sales
+ team/web  web

Backstage → imports/backstage: 2 entities read; 2 items to add, 0 to change, 0 to remove, 0 unchanged.

Nothing was left out.
`)
    expect(existsSync(join(catalogue, 'imports'))).toBe(false)

    const applied = await run('--apply', '--format', 'json')
    expect(applied).toMatchObject({ code: 0, stderr: `Next: tributary check --catalogue ${catalogue}\n` })
    expect(JSON.parse(applied.stdout)).toMatchObject({
      system: 'Backstage',
      into: 'imports/backstage',
      records: 2,
      plan: { added: [{ id: 'team/sales' }, { id: 'team/web' }], removed: [], unchanged: 0 },
      leftOut: [],
      applied: true,
    })
    expect((await tributary(['check', '--catalogue', catalogue])).code).toBe(0)

    const sales = join(catalogue, 'imports/backstage/teams/sales.yaml')
    writeFileSync(sales, readFileSync(sales, 'utf8').replace('name: sales', 'name: Sales'))
    writeFileSync(
      join(source, 'org.yaml'),
      [
        group('sales').replace('metadata: {', 'metadata: { title: Selling,'),
        'kind: User\nmetadata: { name: jane }\n',
        group('web').replace('type: team', 'type: squad'),
      ].join('---\n'),
    )
    const again = await run('--apply')
    expect(again.stdout).toBe(`~ team/sales
    + aliases: ["sales"]
~ team/web
    ~ tags: - team, + squad

Backstage → imports/backstage: 3 entities read; 0 items added, 2 changed, 0 removed, 0 unchanged.

Kept as people wrote it:
  imports/backstage/teams/sales.yaml: name is Sales; the system says Selling

Left out: 1 whole record, 0 parts of others (all of it in imports/backstage/not-taken.csv):
  People are no part of a catalogue: it names teams and roles.
      user:default/jane: jane
`)
    expect(readFileSync(join(catalogue, 'imports/backstage/not-taken.csv'), 'utf8')).toBe(
      'record,part,text,reason,hint\nuser:default/jane,,jane,People are no part of a catalogue: it names teams and roles.,\n',
    )

    writeFileSync(join(source, 'org.yaml'), group('other'))
    const large = await run('--apply')
    expect(large.code).toBe(1)
    expect(large.stdout).toContain('+ team/other  other\n- team/web  squad'.replace('squad', 'web'))
    expect(large.stderr).toContain('pass --allow-large-removal to go on')
    expect(existsSync(join(catalogue, 'imports/backstage/teams/web.yaml'))).toBe(true)
    expect((await run('--apply', '--allow-large-removal')).code).toBe(0)
    expect(existsSync(join(catalogue, 'imports/backstage/teams/web.yaml'))).toBe(false)
  }, 120_000)

  it('says what to do where nothing can be imported', async () => {
    const run = await tributary(['import', 'backstage', 'nowhere', '--catalogue', folderWith({})])
    expect(run).toMatchObject({ code: 1, stdout: '' })
    expect(run.stderr).toContain('This is no catalogue to import into.')
  })
})

it('tributary import json takes what tributary export json gave', async () => {
  const catalogue = folderWith({ 'tributary.config.yaml': 'name: own\n', 'teams/a.yaml': 'name: A\n' })
  const other = folderWith({ 'tributary.config.yaml': 'name: other\n' })
  const exported = await tributary(['export', 'json', '--catalogue', catalogue])
  writeFileSync(join(other, 'own.json'), exported.stdout)
  const run = await tributary([
    'import',
    'json',
    join(other, 'own.json'),
    '--catalogue',
    other,
    '--into',
    'imports/own',
    '--apply',
  ])
  expect(run.code).toBe(0)
  expect(readFileSync(join(other, 'imports/own/teams/a.yaml'), 'utf8')).toBe('name: A\nrecord: team/a\n')
}, 60_000)

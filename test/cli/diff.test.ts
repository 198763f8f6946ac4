import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { folderWith } from '../graph/catalogue/catalogue-folder.ts'
import { smallCatalogue } from '../graph/catalogue/small-catalogue.ts'
import { tributary } from './tributary.ts'
import type { Run } from './tributary.ts'

/** A repository: the small catalogue in a folder of it, over a layer beside it, and one outside of it. */
let outside: string
let repository: string
let catalogue: string

const git = (...args: readonly string[]): string =>
  execFileSync('git', ['-C', repository, '-c', 'user.name=T', '-c', 'user.email=t@example.org', ...args]).toString()
const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(repository, path)), { recursive: true })
  writeFileSync(join(repository, path), text)
}
const commit = (message: string): void => {
  git('add', '-A')
  git('commit', '-qm', message)
}
const diff = (...args: readonly string[]): Promise<Run> => tributary(['diff', '--catalogue', catalogue, ...args])

beforeAll(() => {
  const parent = folderWith({
    'group/tributary.config.yaml': 'name: group\n',
    'group/skills/calm.yaml': 'name: Calm\n',
  })
  outside = join(parent, 'group')
  repository = join(parent, 'repository')
  catalogue = join(repository, 'docs/own')
  mkdirSync(catalogue, { recursive: true })
  git('init', '-q', '-b', 'main')
  for (const [path, text] of Object.entries(smallCatalogue)) write(`docs/own/${path}`, String(text))
  write('docs/own/tributary.config.yaml', 'name: own\nextends: [../shared, ../../../group]\n')
  write('docs/shared/tributary.config.yaml', 'name: shared\n')
  write('docs/shared/skills/patience.yaml', 'name: Patience\n')
  write('elsewhere/large.txt', 'No part of the catalogue.\n')
  symlinkSync('large.txt', join(repository, 'elsewhere/link'))
  commit('first')
  write('docs/own/applications/ticketing.yaml', 'name: Ticketing\n')
  write('docs/shared/skills/patience.yaml', 'name: Patience\nsummary: Waits.\n')
  commit('second')
  git('tag', 'v2')
  write('docs/own/suppliers/acme.yaml', 'name: Acme | @all <b>\n')
})

describe('tributary diff', () => {
  it('compares the last commit with the files as they are, and touches neither them nor the index', async () => {
    const before = git('status', '--porcelain=v2')
    const temporary = folderWith({})
    const { code, stdout } = await tributary(['diff', '--catalogue', catalogue], { env: { TMPDIR: temporary } })
    expect(code).toBe(0)
    expect(stdout).toMatch(/^HEAD \([0-9a-f]{7}\) → the files in .*\n═+\n\nNothing that is relied on changes\.\n/)
    expect(stdout).toContain(
      'ITEMS: 1 CHANGED\n\n  ~ supplier/acme  Acme | @all <b>\n      name: [-Acme-] {+Acme | @all <b>+}',
    )
    expect(git('status', '--porcelain=v2')).toBe(before)
    // Node.js keeps compiled code there, too.
    expect(readdirSync(temporary).filter((name) => name.startsWith('tributary'))).toEqual([])
  })

  it('compares revisions, with the layers beside the catalogue as they were, and those outside as they are', async () => {
    const { stdout } = await diff('HEAD~1..v2', '--format', 'json')
    const { meaning, items, findings, ...rest } = JSON.parse(stdout)
    expect(rest).toMatchObject({
      before: expect.stringMatching(/^HEAD~1 /),
      after: expect.stringMatching(/^v2 /),
      differs: true,
    })
    expect(items.map(({ id }: { id: string }) => id)).toEqual(['application/ticketing', 'skill/patience'])
    expect(meaning).toEqual([
      {
        ...{ topic: 'owners', effect: 'WORSE' },
        item: { id: 'application/ticketing', kind: 'Application', name: 'Ticketing' },
        others: [{ id: 'team/service-desk', kind: 'Team', name: 'Service desk team' }],
        sentence: 'Nobody owns Ticketing any more; Service desk team did.',
      },
    ])
    expect(findings.added).toMatchObject([{ rule: 'missing-owner', item: 'application/ticketing' }])
    expect((await diff('main~1...main', '--format', 'json')).stdout).toContain('where main~1 and main part')
  })

  it('writes a comment for a pull request, in which nothing is more than text', async () => {
    const { stdout } = await diff('HEAD~1', '--format', 'markdown')
    expect(stdout).toMatch(/^## Look at this: 2 things get worse\n/)
    expect(stdout).toContain('| Items that lose or get an owner | 1 |  |  |')
    expect(stdout).toContain(
      '| changed | Acme \\| @\u2060all &lt;b&gt;<br>`supplier/acme` | name: ~~Acme~~ **Acme \\| @\u2060all &lt;b&gt;** |',
    )
  })

  it('compares folders, and a graph', async () => {
    const { stdout } = await diff(outside, '--only', 'meaning')
    expect(stdout).toMatch(/^the files in .*group → /)
    const store = `file:${join(repository, '../graph')}`
    expect((await tributary(['load', '--catalogue', catalogue, '--store', store])).code).toBe(0)
    const same = await diff('graph', '--store', store)
    expect(same.stdout).toMatch(/^revision 1 in file:.* → the files in .*\n═+\n\nNothing differs\.\n$/)
    expect((await diff(store, 'HEAD', '--only', 'items')).stdout).toContain('name: [-Acme | @all <b>-] {+Acme+}')
  })

  it('exits with 1 where that is asked for', async () => {
    const codes = [
      ['HEAD'],
      ['HEAD', '--exit-code'],
      ['HEAD', 'HEAD', '--exit-code'],
      ['HEAD', '--fail-on', 'all'],
      ['HEAD~1', '--fail-on', 'practices'],
      ['HEAD~1', '--fail-on', 'practices,owners'],
    ].map(async (args) => [args.join(' '), (await diff(...args)).code])
    expect(await Promise.all(codes)).toEqual([
      ['HEAD', 0],
      ['HEAD --exit-code', 1],
      ['HEAD HEAD --exit-code', 0],
      ['HEAD --fail-on all', 0],
      ['HEAD~1 --fail-on practices', 0],
      ['HEAD~1 --fail-on practices,owners', 1],
    ])
  })

  it('says that everything is new where a revision has no catalogue yet, as in a first pull request', async () => {
    const parent = folderWith({ 'README.md': 'Ours.\n', 'catalogue/notes.txt': 'To come.\n' })
    const own = (...args: readonly string[]): string => git('-C', parent, ...args)
    own('init', '-q', '-b', 'main')
    own('add', '-A')
    own('commit', '-qm', 'none yet')
    mkdirSync(join(parent, 'catalogue/teams'))
    writeFileSync(join(parent, 'catalogue/tributary.config.yaml'), 'name: ours\n')
    writeFileSync(join(parent, 'catalogue/teams/desk.yaml'), 'name: Desk\n')
    own('add', '-A')
    own('commit', '-qm', 'first')
    const told = (...args: readonly string[]): Promise<Run> =>
      tributary(['diff', '--catalogue', join(parent, 'catalogue'), ...args])
    const { code, stdout } = await told('HEAD~1', '--fail-on', 'all')
    expect([code, stdout]).toEqual([
      0,
      expect.stringMatching(
        /\n\nThere is no catalogue in HEAD~1 \([0-9a-f]{7}\): everything is new\.\n[^]* {2}\+ team\/desk {2}Desk\n/,
      ),
    ])
    expect((await told('main~1...main', '--format', 'markdown')).stdout).toMatch(/^## A new catalogue\n/)
    const gone = JSON.parse((await told('HEAD', 'HEAD~1', '--format', 'json')).stdout)
    expect(gone).toMatchObject({ absent: 'AFTER', differs: true, meaning: [], items: [{ action: 'REMOVED' }] })
    const neither = await told('HEAD~1..HEAD~1')
    expect([neither.code, neither.stderr]).toEqual([
      2,
      expect.stringMatching(/^There is no catalogue in .*catalogue, in/),
    ])
  })

  it('tells only what a first catalogue says itself, not what comes with its built-in layer', async () => {
    const parent = folderWith({ 'README.md': 'Ours.\n' })
    const own = (...args: readonly string[]): string => git('-C', parent, ...args)
    own('init', '-q', '-b', 'main')
    own('add', '-A')
    own('commit', '-qm', 'none yet')
    const files = {
      'tributary.config.yaml': 'name: ours\nextends: [itil4]\nwithout: [practice/release-management]\n',
      'teams/desk.yaml': 'name: Desk\n',
      'practices/incident-management.yaml': 'name: Incidents\n',
    }
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(parent, path)), { recursive: true })
      writeFileSync(join(parent, path), text)
    }
    const told = (...args: readonly string[]): Promise<Run> => tributary(['diff', '--catalogue', parent, ...args])
    const first = JSON.parse((await told('--format', 'json')).stdout)
    expect(first.items.map(({ id, action }: { id: string; action: string }) => [id, action])).toEqual([
      ['team/desk', 'ADDED'],
      ['practice/incident-management', 'CHANGED'],
    ])
    expect(first.builtIn).toEqual({ layers: ['itil4'], items: expect.any(Number) })
    expect(first.builtIn.items).toBeGreaterThan(50)
    const besides = `everything is new, besides ${first.builtIn.items} items that come with itil4.`
    expect((await told()).stdout.replaceAll(/\s+/g, ' ')).toContain(besides)
    expect((await told('--format', 'markdown')).stdout).toContain(besides)
    const gone = JSON.parse((await told(parent, 'HEAD', '--format', 'json')).stdout)
    expect(gone.items.map(({ action }: { action: string }) => action)).toEqual(['REMOVED', 'CHANGED'])
    expect(gone).toMatchObject({ absent: 'AFTER', builtIn: first.builtIn })
  })

  it('says what can’t be compared, and what to do', async () => {
    const told = async (...args: readonly string[]): Promise<unknown[]> => {
      const { code, stdout, stderr } = await diff(...args)
      return [code, stdout, stderr]
    }
    expect(await told('nosuch')).toEqual([
      2,
      '',
      expect.stringMatching(/^"nosuch" is no catalogue's folder, and no revision .*\nFetch it first/),
    ])
    expect(await told('HEAD..main', 'x')).toEqual([2, '', expect.stringContaining('two revisions already')])
    expect(await told('--fail-on', 'nonsense')).toEqual([2, '', expect.stringContaining('There is no topic nonsense.')])
    expect(await told('memory:')).toEqual([2, '', expect.stringContaining('Nothing is loaded yet')])
    const { code, stderr } = await tributary(['diff', '--catalogue', outside])
    expect([code, stderr]).toEqual([2, expect.stringContaining('lies in no git repository')])
    const none = await tributary(['diff', '--catalogue', catalogue], { env: { PATH: '/nowhere' } })
    expect([none.code, none.stderr]).toEqual([2, expect.stringContaining('git isn’t installed')])
  })

  it('tells the errors of a revision with their places in it', async () => {
    write('docs/own/skills/bad.yaml', 'nosuch: 1\n')
    commit('bad')
    rmSync(join(catalogue, 'skills/bad.yaml'))
    const { code, stderr } = await diff('HEAD', '.')
    expect(code).toBe(2)
    expect(stderr).toMatch(/^[0-9a-f]{7}:docs\/own\/skills\/bad\.yaml:1:1 {2}error {2}/m)
    expect(stderr).toMatch(/\nNothing was compared: there are errors in HEAD \([0-9a-f]{7}\) \(see above\)\.\n$/)
  })
})

import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { planRename } from '../../../authoring/rename/plan-rename.ts'
import { renameItem } from '../../../authoring/rename/rename.ts'
import { builtInFolder } from '../../../graph/catalogue/built-in-layers.ts'
import { readCatalogue } from '../../../graph/catalogue/read-catalogue.ts'
import { catalogueWith } from '../../graph/catalogue/catalogue-folder.ts'
import type { Files } from '../../graph/catalogue/catalogue-folder.ts'
import { today } from '../../graph/catalogue/findings-of.ts'
import { layered } from '../../graph/catalogue/layered.ts'
import { captureStep, smallCatalogue, streamHead } from '../../graph/catalogue/small-catalogue.ts'

/** All files of a folder, by their paths. */
const filesOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => [
        join(parentPath, name).slice(folder.length + 1),
        readFileSync(join(parentPath, name), 'utf8'),
      ]),
  )

/** The files that a renaming changes in the small catalogue, as they become. */
async function renamed(files: Files, id: string, to: string): Promise<Record<string, string>> {
  const folder = catalogueWith({ ...smallCatalogue, ...files })
  const before = filesOf(folder)
  await renameItem(folder, id, to)
  const after = filesOf(folder)
  const gone = Object.keys(before).filter((path) => !(path in after))
  const changed = Object.entries(after).filter(([path, text]) => before[path] !== text)
  return { ...Object.fromEntries(changed), ...Object.fromEntries(gone.map((path) => [path, 'gone'])) }
}

const refused = async (files: Files, id: string, to: string): Promise<string> => {
  const folder = catalogueWith({ ...smallCatalogue, ...files })
  const before = filesOf(folder)
  const error = await renameItem(folder, id, to).catch((reason: unknown) => reason)
  expect(filesOf(folder)).toStrictEqual(before)
  return error instanceof Error ? `${error.name}: ${error.message}` : 'renamed'
}

describe('an item', () => {
  it('gets another file name, keeps its old id, and is named by its new one in every form', async () => {
    const ticketing = "# Kept\r\nname:   'Ticketing' # so\r\nowner: team/service-desk\r\n"
    const chat = `\uFEFFname: Chat
# application/ticketing stays in a comment
owner: team/service-desk
needs: [ 'application/ticketing' ,  team/service-desk]   # both
aliases: [not application/ticketing-two]
summary: See application/ticketing.
links: [{ title: T, url: "https://example.org/application/ticketing" }]
body: |
  Ask [them](application/ticketing), or application/ticketing/x.
`
    expect(
      await renamed({ 'applications/ticketing.yaml': ticketing, 'applications/chat.yaml': chat }, 'ticketing', 'hub'),
    ).toStrictEqual({
      'applications/ticketing.yaml': 'gone',
      'applications/hub.yaml':
        "# Kept\r\nname:   'Ticketing' # so\r\nformerIds:\r\n  - application/ticketing\r\nowner: team/service-desk\r\n",
      'applications/chat.yaml': chat
        .replace("'application/ticketing'", 'application/hub')
        .replace('See application/ticketing.', 'See application/hub.')
        .replace('(application/ticketing)', '(application/hub)'),
      'value-streams/resolve.yaml': `${streamHead}steps:\n${captureStep.replace('[ticketing]', '[hub]')}`,
    })
  })

  it('is named anew in settings, pages, sections and scenarios', async () => {
    const files = {
      'tributary.config.yaml':
        'name: own\nignore: [what-if]\naudiences:\n  all:\n    items: [application/ticketing] # one\n    fields: all\n',
      'what-if/a.yaml':
        'name: A\nfail:\n  application/ticketing: DOWN\nexpect:\n  - { item: application/ticketing, is: DOWN }\n',
      'site/pages/about.md': '---\ntitle: About application/ticketing\n---\n[It](application/ticketing)\n',
      'site/sections/application/how.md': 'As application/ticketing does.\n',
    }
    const changed = await renamed(files, 'application/ticketing', 'application/hub')
    for (const [path, text] of Object.entries(files)) {
      expect(changed[path]).toBe(text.replaceAll('application/ticketing', 'application/hub'))
    }
  })

  it('comes back: its first id is a former one no more', async () => {
    const folder = catalogueWith(smallCatalogue)
    const before = filesOf(folder)
    await renameItem(folder, 'team/service-desk', 'desk')
    await renameItem(folder, 'team/desk', 'help')
    expect(readFileSync(join(folder, 'teams/help.yaml'), 'utf8')).toContain('  - team/service-desk\n  - team/desk\n')
    await renameItem(folder, 'team/service-desk', 'service-desk')
    expect(readFileSync(join(folder, 'teams/service-desk.yaml'), 'utf8')).toContain(
      'formerIds:\n  - team/desk\n  - team/help\n',
    )
    const { 'teams/service-desk.yaml': _, ...others } = filesOf(folder)
    expect(others).toStrictEqual(Object.fromEntries(Object.entries(before).filter(([path]) => path in others)))
  })
})

describe('a stream', () => {
  it('takes its steps’ ids along, and what names them', async () => {
    const next =
      '    next: [{ to: close, when: it works }]\n  - id: close\n    name: Close\n    activity: engage\n    practices: [service-desk]\n'
    const files = {
      'value-streams/resolve.yaml': `${streamHead}steps:\n${captureStep}${next}`,
      'applications/chat.yaml':
        'name: Chat\nowner: team/service-desk\nneeds: [step/resolve/close, value-stream/resolve]\n',
    }
    expect(await renamed(files, 'value-stream/resolve', 'mend')).toStrictEqual({
      'value-streams/resolve.yaml': 'gone',
      'value-streams/mend.yaml': `${streamHead.replace('\n', '\nformerIds:\n  - value-stream/resolve\n')}steps:\n${captureStep}${next}`,
      'applications/chat.yaml': files['applications/chat.yaml'].replaceAll('/resolve', '/mend'),
      'metrics/time-to-resolve.yaml': String(smallCatalogue['metrics/time-to-resolve.yaml']).replace(
        '/resolve',
        '/mend',
      ),
    })
  })
})

describe('a step', () => {
  const close = '  - { id: close, name: Close, activity: engage, practices: [service-desk], next: [capture] }\n'
  const files = { 'value-streams/resolve.yaml': `${streamHead}steps:\n${captureStep}${close}` }

  it('is renamed where it stands, in a block and between braces', async () => {
    expect(await renamed(files, 'step/resolve/capture', 'record')).toStrictEqual({
      'value-streams/resolve.yaml': `${streamHead}steps:\n${captureStep.replace('id: capture\n', 'id: record\n    formerIds: [step/resolve/capture]\n')}${close.replace('[capture]', '[record]')}`,
    })
    expect(await renamed(files, 'step/resolve/close', 'step/resolve/end')).toStrictEqual({
      'value-streams/resolve.yaml': `${streamHead}steps:\n${captureStep}${close.replace('id: close', 'id: end, formerIds: [step/resolve/close]')}`,
    })
  })

  it('keeps the list of former ids that it has', async () => {
    const step = captureStep.replace(
      'id: capture\n',
      'id: capture\n    formerIds:\n      - step/resolve/log # long ago\n',
    )
    const own = { 'value-streams/resolve.yaml': `${streamHead}steps:\n${step}` }
    expect((await renamed(own, 'step/resolve/capture', 'record'))['value-streams/resolve.yaml']).toContain(
      '  - id: record\n    formerIds: [step/resolve/log, step/resolve/capture] # long ago\n    name: Capture\n',
    )
  })
})

describe('a renaming is refused, and nothing written', () => {
  it.each([
    [
      'an item that isn’t there',
      'application/tiketing',
      'hub',
      'There is no item "application/tiketing". Did you mean "application/ticketing"?',
    ],
    [
      'a name that several have',
      'service-desk',
      'desk',
      '"service-desk" may be practice/service-desk or team/service-desk: write which.',
    ],
    ['a name that is taken', 'team/service-desk', 'other', 'team/other is taken, by teams/other.yaml.'],
    [
      'a name that leads elsewhere',
      'team/service-desk',
      'old',
      'team/old was the id of team/other, and leads there still. Take it off its "formerIds" first.',
    ],
    [
      'a name that can’t be',
      'team/service-desk',
      'Desk 2',
      `"Desk 2" can't be part of an id. Use lower-case letters, digits and hyphens: desk-2.`,
    ],
    [
      'another kind',
      'team/service-desk',
      'role/desk',
      'The new id begins with team/ too: an item keeps its kind, and what is inside of another stays there.',
    ],
    ['the same name', 'team/service-desk', 'service-desk', 'team/service-desk is called so already.'],
  ])('for %s', async (_, id, to, said) => {
    const other = { 'teams/other.yaml': 'name: Other\nformerIds: [team/old]\n' }
    expect(await refused(other, id, to)).toBe(`RenameError: ${said}`)
  })

  it('where files that may name it can’t be read or changed: all are told', async () => {
    const files = {
      'teams/a.yaml': 'name: A\nneeds: [application/ticketing\n',
      'teams/b.yaml': 'name: B\nneeds:\n  - >-\n    application/ticketing\n',
      'teams/d.yaml': 'name: [D\n',
    }
    expect((await refused(files, 'ticketing', 'hub')).split('\n')).toStrictEqual([
      expect.stringMatching(/^RenameError: teams\/a\.yaml:\d+ may name application\/ticketing, but: /),
      'teams/b.yaml:3: "application/ticketing" stands in several lines. Write it in one.',
    ])
  })

  it('where an anchor would change more than references', async () => {
    const stream = `${streamHead.replace("situation: Somebody reports that something doesn't work.", 'situation: &n ticketing')}steps:\n${captureStep.replace('[ticketing]', '[*n]')}`
    expect(await refused({ 'value-streams/resolve.yaml': stream }, 'application/ticketing', 'hub')).toBe(
      'RenameError: value-streams/resolve.yaml would say something else afterwards. Write it without anchors.',
    )
  })

  it('for what lower layers write', async () => {
    const folder = layered(
      { 'teams/a.yaml': 'name: A\n', 'teams/b.yaml': 'name: B\n' },
      { 'teams/b.yaml': 'summary: Own\n' },
    )
    await expect(planRename(folder, 'team/a', 'c')).rejects.toThrow(
      /written in the layer "below" \(.*a\.yaml\), not in this catalogue/,
    )
    await expect(planRename(folder, 'team/b', 'c')).rejects.toThrow(
      /as well as in teams\/b\.yaml\. Rename it there first/,
    )
    await expect(planRename(builtInFolder('example'), 'activity/engage', 'c')).rejects.toThrow(/comes with Tributary/)
  })
})

it('follows a lower layer that has renamed an item', async () => {
  const below = { 'teams/new.yaml': 'name: B\nformerIds: [team/b]\n' }
  const folder = layered(below, { 'teams/b.yaml': 'summary: Own\n', 'teams/c.yaml': 'name: C\nneeds: [team/b]\n' })
  await renameItem(folder, 'team/b', 'new')
  expect(readFileSync(join(folder, 'teams/new.yaml'), 'utf8')).toBe('summary: Own\n')
  const { catalogue } = await readCatalogue(folder, { today })
  expect(catalogue?.items.get('team/new')?.sources).toHaveLength(2)
})

describe('in the example', () => {
  it('an application and a stream are renamed there and back, and nothing else says anything else', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tributary-rename-'))
    try {
      cpSync(builtInFolder('example'), folder, { recursive: true })
      const told = async (): Promise<number> => (await readCatalogue(folder, { today })).findings.length
      const findings = await told()
      for (const [id, name] of [
        ['application/ticketing', 'renamed'],
        ['value-stream/resolve-user-incident', 'renamed'],
      ] as const) {
        const before = filesOf(folder)
        const last = id.slice(id.lastIndexOf('/') + 1)
        const { to } = await renameItem(folder, id, name)
        expect(await told()).toBe(findings)
        await renameItem(folder, to, last)
        const after = filesOf(folder)
        const differ = Object.keys(after).filter((path) => before[path] !== after[path])
        // Only the item's own file differs: it has a former id now.
        expect(differ).toHaveLength(1)
        expect(Object.keys(after)).toStrictEqual(Object.keys(before))
        expect(existsSync(join(folder, differ[0] ?? ''))).toBe(true)
      }
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { pipelines, planInit } from '../../../authoring/init/plan-init.ts'
import type { InitAsked } from '../../../authoring/init/plan-init.ts'
import {
  isCatalogue,
  nameFor,
  pipelineFor,
  titleFor,
  writeEditorSettings,
  writeInit,
} from '../../../authoring/init/write-init.ts'
import { readCatalogue } from '../../../graph/catalogue/read-catalogue.ts'
import { packageRoot } from '../../../graph/package-root.ts'
import { folderWith } from '../../graph/catalogue/catalogue-folder.ts'
import { inOneLine } from '../../graph/catalogue/findings-of.ts'

const asked = (folder: string, more: Partial<InitAsked> = {}): InitAsked => ({
  folder,
  name: 'acme',
  title: 'Acme: "our" IT',
  ci: 'github',
  today: '2026-11-22',
  ...more,
})

/** What is planned, by paths from a folder. */
const planned = (from: string, asks: InitAsked) =>
  new Map(planInit(asks).map(({ path, text }) => [relative(from, path), text]))

describe('a new catalogue', () => {
  it.each(['2026-01-01', '2026-11-22', '2028-02-29'])('has nothing to find, written on %s', async (today) => {
    const folder = folderWith({})
    writeInit(planInit(asked(folder, { today })))
    const { catalogue, findings, config } = await readCatalogue(folder, { today })
    expect(findings.map(inOneLine)).toStrictEqual([])
    expect(config).toMatchObject({ name: 'acme', title: 'Acme: "our" IT', extends: ['itil4'] })
    const own = [...(catalogue?.items.values() ?? [])].filter(({ sources }) => sources[0]?.layer === 'acme')
    expect(own.map(({ id }) => id)).toStrictEqual([
      'application/ticketing',
      'contract/ticketing-subscription',
      'practice/incident-management',
      'service/it-support',
      'stakeholder/employees',
      'step/resolve-an-incident/capture',
      'step/resolve-an-incident/resolve',
      'supplier/example-software',
      'team/service-desk',
      'value-stream/resolve-an-incident',
    ])
  })

  it('says everything that the template asks for, and what each file is', () => {
    for (const ci of pipelines) {
      for (const { path, text, about } of planInit(asked(folderWith({}), { ci }))) {
        expect(text, path).not.toMatch(/__[A-Z]+__|\*\*[A-Z]+\*\*/)
        expect(about, path).not.toBe('')
      }
    }
  })

  it('runs on the checkout that wrote it', () => {
    const own = JSON.parse(readFileSync('package.json', 'utf8')) as { name: string }
    const folder = folderWith({})
    const written = JSON.parse(planned(folder, asked(folder)).get('package.json') ?? '') as {
      dependencies: Record<string, string>
    }
    expect(written).toMatchObject({ name: 'acme', private: true })
    const [, path = ''] = /^file:(.+)$/.exec(written.dependencies[own.name] ?? '') ?? []
    expect(resolve(folder, path)).toBe(packageRoot)
  })

  it('keeps what Tributary makes out of git, by a file that npm would leave out under its name', () => {
    const folder = folderWith({})
    expect(planned(folder, asked(folder)).get('.gitignore')).toContain('.tributary/')
  })

  it.each([
    ['github', '.github/workflows/catalogue.yml'],
    ['gitlab', '.gitlab-ci.yml'],
  ] as const)('is checked and published by %s', (ci, file) => {
    const folder = folderWith({})
    const text = planned(folder, asked(folder, { ci })).get(file) ?? ''
    expect(parse(text)).toBeTypeOf('object')
    for (const step of ['tributary check', 'tributary diff', 'tributary build --catalogue .'])
      expect(text).toContain(step)
    expect([...planned(folder, asked(folder, { ci: 'none' })).keys()]).not.toContain(file)
  })

  it('within a repository has its pipeline at the root, which works in its folder', () => {
    const repository = folderWith({ '.git/HEAD': '' })
    const files = planned(repository, asked(join(repository, 'docs/it')))
    expect([...files.keys()]).toContain('docs/it/tributary.config.yaml')
    const workflow: unknown = parse(files.get('.github/workflows/catalogue.yml') ?? '')
    expect(workflow).toMatchObject({
      defaults: { run: { 'working-directory': 'docs/it' } },
      jobs: {
        publish: {
          steps: expect.arrayContaining([
            expect.objectContaining({ with: { path: 'docs/it/.tributary/site' } }),
          ]) as unknown,
        },
      },
    })
  })
})

describe('writing it', () => {
  it('writes over nothing', () => {
    const folder = folderWith({ 'README.md': 'Mine.\n', 'teams/other.yaml': 'name: Other\n' })
    const { written, left } = writeInit(planInit(asked(folder)))
    expect(left.map(({ path }) => relative(folder, path))).toStrictEqual(['README.md'])
    expect(readFileSync(join(folder, 'README.md'), 'utf8')).toBe('Mine.\n')
    expect(existsSync(join(folder, 'teams/other.yaml'))).toBe(true)
    expect(written).toHaveLength(planInit(asked(folder)).length - 1)
    expect(writeInit(planInit(asked(folder))).written).toStrictEqual([])
  })

  it('tells editors of its schemas, unless they are told something already', async () => {
    const folder = folderWith({})
    writeInit(planInit(asked(folder)))
    expect(relative(folder, (await writeEditorSettings(folder))?.path ?? '')).toBe('.vscode/settings.json')
    expect(existsSync(join(folder, '.tributary/schemas/team.json'))).toBe(true)
    const settings = readFileSync(join(folder, '.vscode/settings.json'), 'utf8')
    expect(settings).toContain('"./.tributary/schemas/team.json": "teams/**/*.{yaml,yml}"')
    const own = folderWith({ 'tributary.config.yaml': 'name: own\n', '.vscode/settings.json': '{}' })
    expect(await writeEditorSettings(own)).toBeUndefined()
    expect(readFileSync(join(own, '.vscode/settings.json'), 'utf8')).toBe('{}')
  })
})

describe('what is proposed', () => {
  it('is a name from the folder’s, and a title from that', () => {
    const parent = folderWith({})
    const name = (folder: string) => nameFor(join(parent, folder))
    expect(name('Acme IT (Köln)')).toBe('acme-it-koln')
    expect(name('---')).toBe('catalogue')
    expect(titleFor('acme-it')).toBe('Acme it: service management')
  })

  it('is the pipeline that the repository seems to have', () => {
    const repository = folderWith({ '.git/HEAD': '', '.gitlab-ci.yml': '' })
    mkdirSync(join(repository, 'sub'))
    expect(pipelineFor(join(repository, 'sub'))).toBe('gitlab')
    expect(pipelineFor(folderWith({ '.git/HEAD': '' }))).toBe('github')
  })

  it('knows a catalogue by its configuration, whatever its ending', () => {
    const folder = folderWith({})
    expect(isCatalogue(folder)).toBe(false)
    writeFileSync(join(folder, 'tributary.config.yml'), 'name: own\n')
    expect(isCatalogue(folder)).toBe(true)
  })
})

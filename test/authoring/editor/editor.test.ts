import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parse } from 'jsonc-parser'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { editorSchemas } from '../../../authoring/editor/schemas.ts'
import { wireModelines, wireVscode, writeSchemas } from '../../../authoring/editor/wire-editor.ts'
import { catalogueWith } from '../../graph/catalogue/catalogue-folder.ts'
import { openEditor } from './language-server.ts'
import type { Editor } from './language-server.ts'

const files = {
  'tributary.config.yaml': 'name: own\nextends: [itil4]\n',
  'teams/desk.yaml': 'name: Desk\n',
  'roles/buyer.yaml': 'name: Buyer\n',
  'suppliers/acme.yaml': 'name: Acme\n',
  'applications/mail.yaml': 'name: Mail\n',
}

/** A workspace whose catalogue lies in a folder of it, with schemas. */
async function workspace() {
  const catalogue = catalogueWith(files)
  const folder = dirname(catalogue)
  const schemas = await editorSchemas(catalogue)
  const wiring = { catalogue, schemas: join(catalogue, '.tributary/schemas'), workspace: folder }
  writeSchemas(schemas, wiring.schemas)
  return { catalogue, name: catalogue.slice(folder.length + 1), schemas, wiring }
}

describe('in an editor with yaml-language-server, by its settings', () => {
  let editor: Editor
  beforeAll(async () => {
    const { catalogue, schemas, wiring } = await workspace()
    const settings = wireVscode(schemas, { ...wiring, workspace: catalogue })
    editor = await openEditor(
      catalogue,
      (parse(readFileSync(settings, 'utf8')) as { 'yaml.schemas': Record<string, string> })['yaml.schemas'],
    )
  })
  afterAll(() => {
    editor.close()
  })

  it.each([
    ['a field that takes several kinds: whole ids', 'owner: |\n', ['role/buyer', 'supplier/acme', 'team/desk']],
    ['a field that takes one kind: last parts', 'maker: |\n', ['acme']],
    ['a list', 'needs:\n  - |\n', ['application/mail', 'team/desk', 'practice/service-desk']],
    ['a list in brackets', 'needs: [|]\n', ['application/mail', 'practice/service-desk']],
    ['"to" of a mapping', 'needs:\n  - to: |\n    criticality: ESSENTIAL\n', ['application/mail', 'team/desk']],
    ['an enum', 'lifecycle: |\n', ['LIVE', 'PLANNED', 'RETIRED', 'SUNSETTING']],
    ['what a relation carries', 'needs:\n  - to: application/mail\n    |\n', ['criticality', 'redundancyGroup']],
    ['fields', '|', ['lifecycle', 'owner', 'summary']],
  ])('completes %s', async (_, text, expected) => {
    expect(await editor.complete('applications/new.yaml', `name: New\n${text}`)).toEqual(
      expect.arrayContaining(expected),
    )
  })

  it('completes rules, severities, layers and items in the configuration', async () => {
    const complete = (text: string) => editor.complete('tributary.config.yaml', text)
    expect(await complete('rules:\n  |\n')).toContain('missing-owner')
    expect(await complete('rules:\n  missing-owner: |\n')).toEqual(expect.arrayContaining(['error', '"off"']))
    expect(await complete('extends:\n  - |\n')).toContain('itil4')
    expect(await complete('without:\n  - |\n')).toContain('practice/service-desk')
    expect(await complete('site:\n  locale: |\n')).toEqual(expect.arrayContaining(['de', 'en']))
  })

  it('underlines a severity that there isn’t', async () => {
    const own = await editor.problems('other/tributary.config.yaml', 'rules:\n  missing-owner: loud\n')
    expect(own.join()).toContain('Value must be "error" | "warning" | "info" | "off".')
  })

  it('underlines what is wrong and nothing that is right', async () => {
    let count = 0
    const problems = (text: string) => editor.problems(`applications/new-${String((count += 1))}.yaml`, text)
    expect(await problems('name: New\nowner:\nneeds: [application/not-yet]\nversion: 1.10\n')).toStrictEqual([])
    expect(await problems('name: New\nownr: team/desk\n')).toStrictEqual(['Property ownr is not allowed.'])
  })
})

describe('in an editor that reads modelines', () => {
  it('a file without one gets one, and is completed', async () => {
    const { catalogue, schemas, wiring } = await workspace()
    mkdirSync(join(catalogue, 'applications/core'))
    writeFileSync(join(catalogue, 'applications/core/\u00fc.yml'), '\ufeffname: Windows\r\n')
    const changed = wireModelines(schemas, wiring)
    expect(changed).toHaveLength(6)
    expect(wireModelines(schemas, wiring)).toStrictEqual([])
    const first = '# yaml-language-server: $schema=../.tributary/schemas/application.json\n'
    expect(readFileSync(join(catalogue, 'applications/mail.yaml'), 'utf8')).toBe(`${first}name: Mail\n`)
    expect(readFileSync(join(catalogue, 'applications/core/\u00fc.yml'), 'utf8')).toBe(
      '\ufeff# yaml-language-server: $schema=../../.tributary/schemas/application.json\r\nname: Windows\r\n',
    )
    const editor = await openEditor(catalogue, {})
    try {
      expect(await editor.complete('applications/mail.yaml', `${first}name: Mail\nmaker: |\n`)).toContain('acme')
    } finally {
      editor.close()
    }
  })
})

describe('settings of a folder that holds the catalogue', () => {
  it('name its files from there', async () => {
    const { schemas, wiring, name } = await workspace()
    const text = readFileSync(wireVscode(schemas, wiring), 'utf8')
    const said = (parse(text) as { 'yaml.schemas': Record<string, string> })['yaml.schemas']
    expect(said[`./${name}/.tributary/schemas/practice.json`]).toBe(`${name}/practices/**/*.{yaml,yml}`)
    expect(said[`./${name}/.tributary/schemas/config.json`]).toBe(`${name}/tributary.config.yaml`)
  })
})

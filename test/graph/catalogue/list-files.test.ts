import { Buffer } from 'node:buffer'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readCatalogue } from '../../../graph/catalogue/read-catalogue.ts'
import { catalogueWith, folderWith } from './catalogue-folder.ts'
import { findingsOf, inOneLine, today } from './findings-of.ts'

const team = 'name: A\n'
const folders =
  'concepts, principles, governing-bodies, policies, decisions, activities, practices, improvements, teams, roles, skills, applications, information, procedures, suppliers, contracts, value-streams, steps, services, products, stakeholders, metrics'

/** What is found, and which items, once `change` was made to a catalogue of one team. */
async function after(change: (folder: string) => void): Promise<{ found: string[]; ids: string[] }> {
  const folder = catalogueWith({ 'teams/a.yaml': team })
  change(folder)
  const { catalogue, findings } = await readCatalogue(folder, { today })
  return { found: findings.map(inOneLine), ids: [...(catalogue?.items.keys() ?? [])] }
}

describe('folders', () => {
  it('of no kind are reported with what was probably meant', async () => {
    expect(await findingsOf({ 'team/a.yaml': team })).toStrictEqual([
      'team:1:1  error  unknown-folder  No kind has the folder "team": nothing in it is read. → Did you mean "teams"?',
    ])
  })

  it('of no kind are reported with those that there are', async () => {
    expect(await findingsOf({ 'qqqqqqqqqq/a.md': team })).toStrictEqual([
      `qqqqqqqqqq:1:1  error  unknown-folder  No kind has the folder "qqqqqqqqqq": nothing in it is read. → Folders are ${folders}. Name it under "ignore" in tributary.config.yaml if it is no part of the catalogue.`,
    ])
  })

  it('of items that are written inside others are reported', async () => {
    expect(await findingsOf({ 'steps/a.yaml': team })).toStrictEqual([
      'steps:1:1  error  unknown-folder  Step items are written inside the files of ValueStream, in "steps": nothing in this folder is read.',
    ])
  })

  it('without items, hidden ones, and those of tools are left alone', async () => {
    const files = [
      'docs/README.md',
      'images/logo.png',
      '.git/config.yaml',
      '.github/a.yaml',
      'node_modules/x/a.yaml',
      'model/notes.md',
    ]
    expect(await findingsOf(Object.fromEntries(files.map((path) => [path, 'x'])))).toStrictEqual([])
  })

  it('that are named under "ignore" are left alone', async () => {
    expect(
      await findingsOf({
        'tributary.config.yaml': 'name: own\nignore: [drafts, ideas.yaml]\n',
        'drafts/a.yaml': 'x',
        'ideas.yaml': 'x',
      }),
    ).toStrictEqual([])
  })

  it('may be a file by mistake', async () => {
    expect(await findingsOf({ teams: 'name: A\n' })).toStrictEqual([
      'teams:1:1  warning  stray-file  This file has the name of a folder and is not read. → Make it a folder with a file for each Team.',
    ])
  })
})

describe('stray files', () => {
  it('beside the configuration are reported when they look like items', async () => {
    expect(await findingsOf({ 'a.yaml': team, 'b.yml': team, 'README.md': 'x', 'package.json': '{}' })).toStrictEqual(
      ['a.yaml', 'b.yml'].map(
        (file) =>
          `${file}:1:1  warning  stray-file  This file is in no kind's folder and is not read. → Move it into one: concepts, principles, governing-bodies, policies …, or name it under "ignore" in tributary.config.yaml.`,
      ),
    )
  })

  it('are no mappings of imports, which lie beside what they read', async () => {
    expect(await findingsOf({ 'contracts.map.yaml': 'items: []\n' })).toStrictEqual([])
  })

  it('may be a README, which tells people about a folder', async () => {
    expect(await findingsOf({ 'teams/README.md': 'Who is who.', 'teams/a.yaml': team })).toStrictEqual([])
  })

  it('in a kind’s folder are reported', async () => {
    expect(
      await findingsOf({ 'teams/a.yaml': team, 'teams/b.txt': 'x', 'teams/c.yamll': 'x', 'teams/.d.yaml': 'x' }),
    ).toStrictEqual([
      'teams/b.txt:1:1  warning  stray-file  This file is not read: items are .yaml or .md files.',
      'teams/c.yamll:1:1  warning  stray-file  This file is not read: items are .yaml or .md files. → Did you mean ".yaml" or ".yml"?',
    ])
  })
})

describe('ids', () => {
  it('are one even in subfolders, and by either ending', async () => {
    expect(
      await findingsOf({ 'teams/a.yaml': team, 'teams/north/a.yaml': team, 'teams/a.md': '---\nname: A\n---\n' }),
    ).toStrictEqual([
      'teams/a.yaml:1:1  error  duplicate-id  team/a is written in teams/a.md too. → Rename one of the two files: ids come from file names, whatever subfolder they lie in.',
      'teams/north/a.yaml:1:1  error  duplicate-id  team/a is written in teams/a.md too. → Rename one of the two files: ids come from file names, whatever subfolder they lie in.',
    ])
  })
})

describe('symbolic links', () => {
  const leaves =
    'error  symbolic-link  This symbolic link leaves the catalogue: what it leads to is not read. → Copy what is needed into the catalogue, or make it a layer of its own and name it under "extends".'

  it('within the catalogue are followed', async () => {
    const { found, ids } = await after((folder) => {
      mkdirSync(join(folder, 'docs'))
      writeFileSync(join(folder, 'docs/shared.txt'), 'name: B\n')
      symlinkSync('../docs/shared.txt', join(folder, 'teams/b.yaml'))
    })
    expect(found).toStrictEqual([])
    expect(ids).toStrictEqual(['team/a', 'team/b'])
  })

  it('that leave the catalogue are reported: a file, a folder, a kind’s folder', async () => {
    const elsewhere = folderWith({ 'b.yaml': 'name: B\n' })
    const { found } = await after((folder) => {
      symlinkSync(join(elsewhere, 'b.yaml'), join(folder, 'teams/b.yaml'))
      symlinkSync(elsewhere, join(folder, 'teams/more'))
      symlinkSync(elsewhere, join(folder, 'roles'))
    })
    expect(found).toStrictEqual([`roles:1:1  ${leaves}`, `teams/b.yaml:1:1  ${leaves}`, `teams/more:1:1  ${leaves}`])
  })

  it('that lead to a folder with the same beginning leave the catalogue too', async () => {
    const folder = folderWith({
      'own/tributary.config.yaml': 'name: own\n',
      'own/teams/a.yaml': team,
      'own-2/b.yaml': team,
    })
    symlinkSync('../../own-2/b.yaml', join(folder, 'own/teams/b.yaml'))
    const { findings } = await readCatalogue(join(folder, 'own'), { today })
    expect(findings.map(inOneLine)).toStrictEqual([`teams/b.yaml:1:1  ${leaves}`])
  })

  it('that lead nowhere are reported', async () => {
    const { found } = await after((folder) => {
      symlinkSync('nowhere.yaml', join(folder, 'teams/b.yaml'))
      symlinkSync('nowhere', join(folder, 'roles'))
    })
    expect(found).toStrictEqual([
      'roles:1:1  error  symbolic-link  This symbolic link leads nowhere.',
      'teams/b.yaml:1:1  error  symbolic-link  This symbolic link leads nowhere.',
    ])
  })

  it('that lead to themselves are reported in a kind’s folder, and do no harm beside it', async () => {
    const { found } = await after((folder) => {
      symlinkSync('b.yaml', join(folder, 'teams/b.yaml'))
      symlinkSync('loop', join(folder, 'loop'))
    })
    expect(found).toStrictEqual(['teams/b.yaml:1:1  error  symbolic-link  This symbolic link leads nowhere.'])
  })

  it('that go in a circle end', async () => {
    const { found, ids } = await after((folder) => {
      mkdirSync(join(folder, 'teams/north'))
      symlinkSync('..', join(folder, 'teams/north/up'))
      symlinkSync('.', join(folder, 'teams/here'))
    })
    expect(found).toStrictEqual([])
    expect(ids).toStrictEqual(['team/a'])
  })

  it('may be the catalogue’s folder itself', async () => {
    const folder = catalogueWith({ 'teams/a.yaml': team })
    const link = join(folderWith({}), 'link')
    symlinkSync(folder, link)
    const { findings, files } = await readCatalogue(link, { today })
    expect(findings).toStrictEqual([])
    expect(files).toBe(1)
  })
})

describe('a file’s name', () => {
  it.runIf(process.platform === 'linux')('that is not UTF-8 is reported as that', async () => {
    const { found } = await after((folder) => {
      writeFileSync(Buffer.concat([Buffer.from(`${folder}/teams/b`), Buffer.of(0xfc), Buffer.from('.yaml')]), team)
    })
    expect(found).toStrictEqual([
      "teams/b\uFFFD.yaml:1:1  error  file-name  This file's name isn't UTF-8. → Rename it: lower-case letters, digits and hyphens.",
    ])
  })
})

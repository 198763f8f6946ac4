import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readCatalogue } from '../../../graph/catalogue/read-catalogue.ts'
import { catalogueWith } from './catalogue-folder.ts'
import { findingsOf, inOneLine, readFiles, today } from './findings-of.ts'

const page = '---\ntitle: About us\nsummary: Who we are.\n---\n\nWe are **here**.\n'

describe('what a catalogue brings for its site', () => {
  it('is read whole, and is no item', async () => {
    const read = await readFiles({
      'site/theme.css': ':root { --accent: #c00; }',
      'site/logo.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
      'site/pages/about.md': page,
      'site/sections/application/how-to-get-access.md': 'Ask {name}.',
    })
    expect(read.findings.map(inOneLine)).toStrictEqual([])
    expect(read.catalogue?.items.size).toBe(0)
    expect(read.catalogue?.site.files).toStrictEqual([
      { path: 'logo.svg', content: '<svg xmlns="http://www.w3.org/2000/svg"/>' },
      {
        path: 'pages/about.md',
        title: 'About us',
        summary: 'Who we are.',
        content: expect.stringContaining('**here**'),
      },
      { path: 'sections/application/how-to-get-access.md', content: 'Ask {name}.' },
      { path: 'theme.css', content: ':root { --accent: #c00; }' },
    ])
  })

  it('keeps fonts byte by byte', async () => {
    const folder = catalogueWith({})
    mkdirSync(join(folder, 'site/fonts'), { recursive: true })
    const bytes = Buffer.from([0, 255, 128, 10, 13])
    writeFileSync(join(folder, 'site/fonts/acme.woff2'), bytes)
    const { catalogue } = await readCatalogue(folder, { today })
    expect(Buffer.from(catalogue?.site.files?.[0]?.content ?? '', 'base64')).toStrictEqual(bytes)
  })

  it('comes from every layer; the later one wins', async () => {
    const below = catalogueWith({
      'tributary.config.yaml': 'name: below',
      'site/theme.css': 'a {}',
      'site/pages/about.md': page,
    })
    const { catalogue } = await readFiles({
      'tributary.config.yaml': `name: above\nextends: ["${below}"]`,
      'site/theme.css': 'b {}',
    })
    expect(catalogue?.site.files?.map(({ path, content }) => [path, content.slice(0, 4)])).toStrictEqual([
      ['pages/about.md', expect.any(String)],
      ['theme.css', 'b {}'],
    ])
  })

  it('is reported where it can’t be used, all of it at once', async () => {
    expect(
      await findingsOf({
        'site/themes.css': '',
        'site/pages/no-title.md': '---\nsummary: x\n---\n',
        'site/sections/loose.md': 'x',
        'site/theme.css': 'x'.repeat(1024 * 1024 + 1),
      }),
    ).toStrictEqual([
      'site/pages/no-title.md:1:1  error  site-files  This page has no title. → Begin it with "---", "title: …", "---".',
      expect.stringMatching(
        /^site\/sections\/loose\.md:1:1 {2}warning {2}site-files {2}This file is no part of a site/,
      ),
      'site/theme.css:1:1  error  site-files  This file is larger than 1 MiB. → Make it smaller.',
      'site/themes.css:1:1  warning  site-files  This file is no part of a site: it is not used. → Did you mean "theme.css"?',
    ])
  })

  it('is 4 MiB in a layer at most, without what can’t be used anyway, and hidden files are none of it', async () => {
    const mebibyte = 'x'.repeat(1024 * 1024)
    const four = Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [`site/sections/role/${name}.md`, mebibyte]))
    expect(await findingsOf({ ...four, 'site/.theme.css': mebibyte, 'site/sections/.drafts/x.md': 'x' })).toStrictEqual(
      [],
    )
    expect(await findingsOf({ ...four, 'site/theme.css': 'x' })).toStrictEqual([
      'site:1:1  error  site-files  The files of this folder are larger than 4 MiB together. → They are kept in the graph: make pictures and fonts smaller.',
    ])
  })

  it('is sorted by path, whichever layer it comes from', async () => {
    const below = catalogueWith({ 'tributary.config.yaml': 'name: below', 'site/sections/role/b.md': 'b' })
    const { catalogue } = await readFiles({
      'tributary.config.yaml': `name: above\nextends: ["${below}"]`,
      'site/sections/role/a.md': 'a',
      'site/sections/role/c.md': 'c',
    })
    expect(catalogue?.site.files?.map(({ path }) => path)).toStrictEqual([
      'sections/role/a.md',
      'sections/role/b.md',
      'sections/role/c.md',
    ])
  })
})

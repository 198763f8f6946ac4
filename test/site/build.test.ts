import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildSite } from '../../site/build.ts'
import { builtSite, smallCatalogue } from './built-site.ts'
import type { BuiltSite } from './built-site.ts'
import { anchorsOf, linksOf } from './links-of.ts'

describe.each(['/', '/itsm/'])('a site under %s', (base) => {
  let site: BuiltSite
  let pages: ReadonlyMap<string, string>
  beforeAll(async () => {
    site = await builtSite(smallCatalogue, base)
    const names = site.files().filter((name) => name.endsWith('.html'))
    pages = new Map(names.map((name) => [name, readFileSync(join(site.folder, name), 'utf8')]))
  })
  afterAll(() => site.remove())

  it('has a page for every item, every kind, and every kind’s part of the model', async () => {
    const { data } = await site.api.execute<{
      model: { kinds: { folder: string; idPrefix: string; plural: string }[] }
    }>('{ model { kinds { folder idPrefix plural } } }')
    const kinds = data?.model.kinds ?? []
    const wanted: string[] = []
    for (const { folder, idPrefix, plural } of kinds) {
      const answer = await site.api.execute<Record<string, { nodes: { id: string }[] }>>(
        `{ ${plural}(first: 100) { nodes { id } } }`,
      )
      wanted.push(`${folder}/index.html`, `model/${idPrefix}/index.html`)
      for (const { id } of answer.data?.[plural]?.nodes ?? []) {
        wanted.push(`${folder}/${id.slice(idPrefix.length + 1)}/index.html`)
      }
    }
    expect(kinds.map(({ folder }) => folder)).toContain('assets')
    expect(wanted.length).toBeGreaterThan(130)
    expect(wanted.filter((name) => !pages.has(name))).toStrictEqual([])
  })

  it('has no link that leads nowhere, and asks no other server for anything', () => {
    const broken = [...pages].flatMap(([from, html]) =>
      linksOf(from, html)
        .filter(({ href }) => !/^(https?:|mailto:)/.test(href))
        .filter(({ href }) => !leadsSomewhere(href, from, pages, site, base))
        .map(({ href }) => `${from}: ${href}`),
    )
    expect(broken).toStrictEqual([])
    const loaded = [...pages.values()].flatMap((html) => [
      ...html.matchAll(
        /<(?:script|img|iframe|source|link(?![^>]*rel="(?:canonical|sitemap)"))[^>]*?(?:src|href)="(https?:[^"]*)"/g,
      ),
    ])
    expect(loaded.map(([, address]) => address)).toStrictEqual([])
  })

  it('nests headings without gaps, and has each anchor once on a page', () => {
    const wrong = [...pages].flatMap(([name, html]) => {
      const levels = [...html.matchAll(/<h([1-6])[\s>]/g)].map(([, level]) => Number(level))
      const inMain = levels.slice(levels.indexOf(1))
      const gap = inMain.some((level, i) => level > (inMain[i - 1] ?? 1) + 1)
      const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id)
      const twice = ids.filter((id, i) => ids.indexOf(id) !== i)
      return [
        ...(levels.filter((level) => level === 1).length === 1 ? [] : [`${name}: not one h1`]),
        ...(gap ? [`${name}: ${inMain.join(' ')}`] : []),
        ...twice.map((id) => `${name}: ${String(id)} twice`),
      ]
    })
    expect(wrong).toStrictEqual([])
  })

  it('tells search engines each page’s own address', () => {
    expect(site.page('practices/service-desk/')).toContain(
      `<link rel="canonical" href="https://example.org${base}practices/service-desk/"`,
    )
  })
})

/** Whether an address of the site leads to a file, and to an anchor on it where it names one. */
function leadsSomewhere(
  href: string,
  from: string,
  pages: ReadonlyMap<string, string>,
  site: BuiltSite,
  base: string,
): boolean {
  const { pathname, hash } = new URL(href, `http://site${base}${from.replace(/index\.html$/, '')}`)
  if (!pathname.startsWith(base)) return false
  const path = decodeURI(pathname.slice(base.length))
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path
  const page = pages.get(file)
  if (page === undefined) return existsSync(join(site.folder, file)) && file.includes('.')
  return hash === '' || anchorsOf(page).has(decodeURIComponent(hash.slice(1)))
}

describe('pages', () => {
  let site: BuiltSite
  beforeAll(async () => {
    site = await builtSite(smallCatalogue)
  })
  afterAll(() => site.remove())

  it('are read in a number of requests that doesn’t grow with the items', async () => {
    const { data } = await site.api.execute<{ model: { kinds: unknown[] } }>('{ model { kinds { name } } }')
    const forTheWholeSite = 9 // the catalogue, twice; the model; findings; streams; matrices; dependence; traces; revisions
    expect(site.requests).toBeLessThanOrEqual((data?.model.kinds.length ?? 0) + forTheWholeSite)
  })

  it('show every relation from both ends, with what it carries', () => {
    const asset = site.page('assets/rack-seven/')
    expect(asset).toMatch(/<h3 id="runs">[\s\S]*href="\/applications\/ledger\/"[\s\S]*Essential/)
    expect(asset).toContain('See <a href="/practices/it-asset-management/">the <em>practice</em></a>.')
    expect(site.page('applications/ledger/')).toMatch(/<h3 id="runs-on">[\s\S]*href="\/assets\/rack-seven\/"/)
  })

  it('show what a catalogue’s own model adds', () => {
    expect(site.page('assets/rack-seven/')).toContain('R7-0815')
    expect(site.page('assets/rack-seven/')).toContain('EUR\u00a01,200.5')
    expect(site.page('model/asset/')).toContain('What stops when it breaks.')
  })

  it('never let text of a catalogue become HTML', () => {
    const page = site.page('applications/ledger/')
    expect(page).toContain('Ledger &lt;b&gt;&amp; Co.&lt;/b&gt;')
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(page).not.toContain('x.png')
    expect(page).toContain('<title>Ledger &lt;b&gt;&amp; Co.&lt;/b&gt; | Kleinbetrieb &amp; Söhne</title>')
    expect(page).toContain('read by nobody, explained <a href="https://example.org">elsewhere</a>')
  })

  it('say unmistakably whether a stream happens or should happen', () => {
    expect(site.page('value-streams/answer-today/')).toMatch(/data-tone="as-is"[^>]*>\s*<strong>As-is/)
    expect(site.page('value-streams/answer-a-question/')).toMatch(/data-tone="to-be"[^>]*>\s*<strong>To-be/)
    expect(site.page('practices/service-desk/')).toContain('As-is')
  })

  it('say durations, days and shares as people say them', () => {
    const stream = site.page('value-streams/answer-a-question/')
    expect(stream).toContain('1 d 4 h')
    expect(stream).toContain('80\u00a0%')
    expect(site.page('contracts/halden-support/')).toContain('31 October 2026')
    expect(site.page('')).toContain('30 September 2026')
  })

  it('give example queries that run', async () => {
    const failed: string[] = []
    for (const name of site.files().filter((file) => /^model\/.+\/index\.html$/.test(file))) {
      const [, code = ''] =
        /<pre[^>]*><code>([\s\S]*?)<\/code>/.exec(readFileSync(join(site.folder, name), 'utf8')) ?? []
      const { errors } = await site.api.execute(code)
      if (code === '' || errors !== undefined) failed.push(`${name}: ${errors?.[0]?.message ?? 'no query'}`)
    }
    expect(failed).toStrictEqual([])
  })
})

describe('building', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tributary-building-'))
  })
  afterAll(() => {
    rmSync(folder, { recursive: true })
  })

  it('leaves what was there when the API can’t answer, and nothing beside it', async () => {
    const outDir = join(folder, 'site')
    mkdirSync(outDir)
    writeFileSync(join(outDir, 'index.html'), 'before')
    const execute = async (): Promise<{ errors: { message: string }[] }> => ({ errors: [{ message: 'no graph' }] })
    await expect(buildSite({ execute, outDir, title: 'x' })).rejects.toThrow('no graph')
    expect(readFileSync(join(outDir, 'index.html'), 'utf8')).toBe('before')
    expect(readdirSync(folder)).toStrictEqual(['site'])
  })

  it('serves two builds at once, each with what it was given, and writes nowhere else', async () => {
    const [first, second] = await Promise.all([builtSite(smallCatalogue, '/'), builtSite(smallCatalogue, '/second/')])
    expect(first.page('practices/')).toContain('href="/practices/service-desk/"')
    expect(second.page('practices/')).toContain('href="/second/practices/service-desk/"')
    expect(readdirSync(join(first.folder, '..'))).toStrictEqual(['site'])
    expect(existsSync('.astro')).toBe(false)
    await first.remove()
    await second.remove()
  })
})

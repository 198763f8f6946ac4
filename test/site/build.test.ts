import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pageScripts } from '../../api/server/access/page-scripts.ts'
import { buildSite } from '../../site/build.ts'
import { builtSite, smallCatalogue } from './built-site.ts'
import type { BuiltSite } from './built-site.ts'
import { htmlFaults } from './quality/html-faults.ts'
import { siteAddresses } from './site-addresses.ts'

describe.each(['/', '/itsm/'])('a site under %s', (base) => {
  let site: BuiltSite
  let pages: ReadonlyMap<string, string>
  beforeAll(async () => {
    site = await builtSite(smallCatalogue, base)
    pages = site.pages()
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
    const { count, broken } = siteAddresses(site, base)
    expect(count).toBeGreaterThan(10_000)
    expect(broken).toStrictEqual([])
    const loaded = [...pages.values()].flatMap((html) => [
      ...html.matchAll(
        /<(?:script|img|iframe|source|link(?![^>]*rel="(?:canonical|sitemap)"))[^>]*?(?:src|href)="(https?:[^"]*)"/g,
      ),
    ])
    expect(loaded.map(([, address]) => address)).toStrictEqual([])
  })

  it('nests headings without gaps, and has each anchor once on a page', async () => {
    expect(await htmlFaults(pages)).toStrictEqual([])
  })

  it('tells search engines each page’s own address', () => {
    expect(site.page('practices/service-desk/')).toContain(
      `<link rel="canonical" href="https://example.org${base}practices/service-desk/"`,
    )
  })

  it('has a Markdown twin beside each page, and beside each item’s its data', () => {
    const named = [...pages.keys()].filter((name) => name !== '404.html')
    const missing = named.filter((name) => !existsSync(join(site.folder, name.replace(/html$/, 'md'))))
    expect(missing).toStrictEqual([])
    const data: unknown = JSON.parse(readFileSync(join(site.folder, 'practices/service-desk/index.json'), 'utf8'))
    expect(data).toMatchObject({
      format: 'tributary-item/1',
      id: 'practice/service-desk',
      url: `https://example.org${base}practices/service-desk/`,
    })
    expect(site.page('practices/')).not.toContain('type="application/json" href="index.json"')
  })

  it('shows each page’s picture where its link is shown, and has it', () => {
    const pictures = new Set(
      [...pages].flatMap(([name, html]) => {
        const [, picture] = /<meta property="og:image" content="https:\/\/example\.org([^"]*)"/.exec(html) ?? []
        const isMoved = html.includes('http-equiv="refresh"')
        expect(picture === undefined, name).toBe(name === '404.html' || isMoved)
        return picture ?? []
      }),
    )
    expect(pictures).toContain(`${base}cards/site.png`)
    expect(pictures).toContain(`${base}cards/practices.png`)
    expect(pictures).toContain(`${base}cards/value-streams/answer-a-question.png`)
    for (const picture of pictures) {
      const bytes = readFileSync(join(site.folder, picture.slice(base.length)))
      expect([bytes.readUInt32BE(0), bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toStrictEqual([
        0x89504e47, 1200, 630,
      ])
    }
  })

  it('leads on from the addresses that items had before, wherever the site lies', () => {
    const at = 'assets/ledger-server/'
    const moved = site.page(at)
    expect(moved).toContain('<meta http-equiv="refresh" content="0; url=../../applications/ledger/index.html">')
    expect(moved).toContain('<a href="../../applications/ledger/index.html">')
    expect(moved).toContain(`<link rel="canonical" href="https://example.org${base}applications/ledger/">`)
    expect(moved).toContain('<meta name="robots" content="noindex">')
    expect(moved).toContain(`<script data-to="../../applications/ledger/">${pageScripts.leadOn}</script>`)
    const read = (name: string): string => readFileSync(join(site.folder, name), 'utf8')
    expect(read(`${at}index.md`)).toMatch(/\]\(\.\.\/\.\.\/applications\/ledger\/index\.md\)\.\n$/)
    expect(read(`${at}index.json`)).toBe(read('applications/ledger/index.json'))
    expect(site.page('applications/general-ledger/')).toContain('url=../ledger/index.html')
    expect(read('sitemap-0.xml')).not.toMatch(/ledger-server|general-ledger/)
  })

  it('tells programs where everything is', () => {
    const read = (name: string): string => readFileSync(join(site.folder, name), 'utf8')
    const sitemap = read('sitemap-0.xml')
    expect(sitemap).toMatch(
      new RegExp(`<loc>https://example.org${base}practices/service-desk/</loc><lastmod>\\d{4}-\\d\\d-\\d\\dT`),
    )
    expect(sitemap).not.toContain('404')
    expect(read('robots.txt')).toBe(`User-agent: *\nAllow: /\n\nSitemap: https://example.org${base}sitemap-index.xml\n`)
    expect(read('llms.txt')).toContain(`(https://example.org${base}practices/index.md)`)
    expect(read('feed.xml')).toContain(`<link rel="self" href="https://example.org${base}feed.xml"/>`)
    expect(JSON.parse(read('catalogue.json'))).toMatchObject({ format: 'tributary-catalogue/1', revision: 1 })
    expect(site.page('')).toContain(
      `type="application/atom+xml" title="Kleinbetrieb &amp; Söhne: recent changes" href="feed.xml"`,
    )
    expect(site.page('404.html')).toContain('<meta name="robots" content="noindex"')
    // It is shown at any address.
    expect(site.page('404.html')).toContain(`href="${base}feed.xml"`)
  })
})

describe('pages', () => {
  let site: BuiltSite
  beforeAll(async () => {
    site = await builtSite(smallCatalogue)
  })
  afterAll(() => site.remove())

  it('are read in a number of requests that doesn’t grow with the items', async () => {
    const { data } = await site.api.execute<{ model: { kinds: unknown[] } }>('{ model { kinds { name } } }')
    // The catalogue, twice; the model; findings; streams; matrices; dependence; traces; revisions; the API's page and schema.
    const forTheWholeSite = 9 + 6
    expect(site.requests).toBeLessThanOrEqual((data?.model.kinds.length ?? 0) + forTheWholeSite)
  })

  it('show every relation from both ends, with what it carries', () => {
    const asset = site.page('assets/rack-seven/')
    expect(asset).toMatch(/<h3 id="runs">[\s\S]*href="..\/..\/applications\/ledger\/"[\s\S]*Essential/)
    expect(asset).toContain('See <a href="../../practices/it-asset-management/">the <em>practice</em></a>.')
    expect(site.page('applications/ledger/')).toMatch(/<h3 id="runs-on">[\s\S]*href="..\/..\/assets\/rack-seven\/"/)
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
    expect(page).toContain(
      '<title>Ledger &lt;b&gt;&amp; Co.&lt;/b&gt; | Applications | Kleinbetrieb &amp; Söhne</title>',
    )
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
    expect(first.page('practices/')).toContain('href="https://example.org/practices/"')
    expect(second.page('practices/')).toContain('href="https://example.org/second/practices/"')
    expect(readdirSync(join(first.folder, '..'))).toStrictEqual(['site'])
    expect(existsSync('.astro')).toBe(false)
    await first.remove()
    await second.remove()
  })
})

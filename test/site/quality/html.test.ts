import { beforeAll, describe, expect, it } from 'vitest'
import { exampleSite } from '../example-site.ts'
import type { SiteFiles } from '../site-files.ts'
import { siteAddresses } from '../site-addresses.ts'
import { textOf } from '../text-of.ts'
import { htmlFaults } from './html-faults.ts'

describe('every page of the example’s site', () => {
  let site: SiteFiles
  let pages: ReadonlyMap<string, string>
  beforeAll(async () => {
    site = await exampleSite()
    pages = site.pages()
    expect(pages.size).toBeGreaterThan(500)
  })

  it('is valid HTML, with one first heading, levels without gaps and each anchor once', async () => {
    expect(await htmlFaults(pages)).toStrictEqual([])
  }, 180_000)

  it('leads only to what is there, anchors included; so do their twins, data and feeds', () => {
    const { count, broken } = siteAddresses(site, '/')
    expect(count).toBeGreaterThan(50_000)
    expect(broken).toStrictEqual([])
  })

  it('ends where its document ends', () => {
    expect([...pages].filter(([, html]) => !html.trimEnd().endsWith('</html>')).map(([file]) => file)).toStrictEqual([])
  })

  it.each([
    ['title', /<title>([\s\S]*?)<\/title>/],
    ['description', /<meta name="description" content="([^"]*)"/],
  ])('has a %s of its own', (_, pattern) => {
    const seen = new Map<string, string>()
    const wrong: string[] = []
    for (const [file, html] of pages) {
      const said = textOf(pattern.exec(html)?.[1] ?? '')
      const other = seen.get(said)
      if (said === '') wrong.push(`${file} has none`)
      if (other !== undefined) wrong.push(`${file} and ${other}: ${said}`)
      seen.set(said, file)
    }
    expect(wrong).toStrictEqual([])
  })
})

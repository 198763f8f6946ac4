import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { builtSite } from './built-site.ts'
import type { BuiltSite } from './built-site.ts'
import { axe, desktop, openedPage, phone, violations } from './opened-page.ts'
import type { OpenedPage } from './opened-page.ts'
import { servedFolder } from './served-folder.ts'
import type { ServedFolder } from './served-folder.ts'
import { startedBrowser } from './started-browser.ts'

const browser = await startedBrowser()

/** A page of each template, and of each shape that a template's pages have. */
const templates = {
  start: '/',
  'list of a kind': '/practices/',
  'list of steps': '/steps/',
  'stream, to-be': '/value-streams/resolve-user-incident/',
  'stream, as-is': '/value-streams/resolve-user-incident-as-is/',
  step: '/steps/resolve-user-incident/resolve/',
  practice: '/practices/incident-management/',
  activity: '/activities/deliver-and-support/',
  'practices and streams': '/practices-and-streams/',
  application: '/applications/ticketing/',
  service: '/services/support-for-staff/',
  explorer: '/impact/',
  'explorer, asked': '/impact/?item=application/ticketing:DOWN&most=2&without=Metric',
  contract: '/contracts/cloud-production/',
  team: '/teams/application-operations/',
  concept: '/concepts/service-value-system/',
  model: '/model/',
  'kind in the model': '/model/practice/',
  changes: '/recent-changes/',
  findings: '/findings/',
  search: '/search/?q=incident',
  'no such page': '/nowhere/',
}

describe.skipIf(browser === undefined)('the example’s site in a browser', () => {
  let site: BuiltSite
  let served: ServedFolder
  beforeAll(async () => {
    site = await builtSite(join(import.meta.dirname, '../../catalogues/example'))
    served = await servedFolder(site.folder)
  })
  afterAll(async () => {
    await browser?.close()
    await served.close()
    await site.remove()
  })

  const open = (path: string, options: Parameters<typeof openedPage>[3] = {}): Promise<OpenedPage> =>
    openedPage(browser as Browser, served, path, options)

  it.each(Object.entries(templates))(
    '%s: nothing fails, all can use it, on desktop and phone, light and dark',
    async (_, path) => {
      const { page, wrong, close } = await open(path)
      // What scripts add is looked at too.
      await page.waitForLoadState('networkidle')
      await page.evaluate(axe)
      // What is folded away must be as good as the rest.
      await page.evaluate("document.querySelectorAll('main details').forEach((each) => { each.open = true })")
      const problems: string[] = []
      for (const [size, viewport] of Object.entries({ desktop, phone })) {
        await page.setViewportSize(viewport)
        for (const theme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme: theme })
          await page.evaluate(`document.documentElement.dataset.theme = ${JSON.stringify(theme)}`)
          // What isn't a matter of colours is the same in both themes.
          const rules = (size === 'desktop') === (theme === 'light') ? undefined : ['color-contrast']
          problems.push(...(await violations(page, rules)).map((each) => `${size}, ${theme}: ${each}`))
          const overflow = await page.evaluate(
            'document.documentElement.scrollWidth - document.documentElement.clientWidth',
          )
          if (Number(overflow) > 0) problems.push(`${size}: it scrolls sideways by ${String(overflow)} px`)
        }
      }
      await close()
      // The browser itself says that a page that isn't there isn't there.
      const said = wrong.filter((each) => path !== templates['no such page'] || !each.includes('404'))
      expect([...problems, ...said]).toStrictEqual([])
    },
  )

  it('finds by keyboard alone, from any page', async () => {
    const { page, wrong, close } = await open('/teams/application-operations/')
    await page.keyboard.press('/')
    await page.keyboard.type('change managem')
    await page.locator('.search-results [aria-selected="true"]').waitFor()
    await page.evaluate(axe)
    const problems = await violations(page)
    const input = page.getByRole('combobox', { name: 'Search the catalogue' })
    expect(await input.getAttribute('aria-activedescendant')).toBe('search-result-0')
    await page.keyboard.press('ArrowDown')
    expect(await input.getAttribute('aria-activedescendant')).toBe('search-result-1')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/practices/change-enablement/')
    await page.keyboard.press('Control+k')
    await page.locator('dialog[open]').waitFor()
    await page.keyboard.press('Escape')
    expect(await page.locator('dialog[open]').count()).toBe(0)
    await close()
    expect([...problems, ...wrong]).toStrictEqual([])
  })

  it('finds on the search page, whose address says what was sought', async () => {
    const { page, close } = await open('/search/?q=ticketing')
    const results = page.locator('search-page .search-results')
    await results.getByRole('link', { name: /^Ticketing\s*Application/ }).waitFor()
    await page.locator('search-page input').fill('tiketing')
    await results.getByRole('link', { name: /^Ticketing\s*Application/ }).waitFor()
    expect(page.url()).toContain('?q=tiketing')
    await close()
  })

  it('filters and sorts lists', async () => {
    const { page, close } = await open('/practices/')
    const rows = page.locator('tbody tr:visible')
    const all = await rows.count()
    await page.getByRole('searchbox', { name: `Filter ${String(all)} practices` }).fill('ticketing')
    expect(await rows.locator('th').allTextContents()).toStrictEqual([expect.stringContaining('Incident management')])
    await page.getByRole('searchbox', { name: /^Filter/ }).fill('')
    await page.getByRole('button', { name: 'Group' }).click()
    expect(await rows.first().locator('td').nth(1).textContent()).toContain('General management')
    await page.getByRole('button', { name: 'Group' }).click()
    expect(await rows.first().locator('td').nth(1).textContent()).toContain('Technical management')
    await close()
  })

  it('filters and sorts the matrix of practices, and shows those that feed nothing when asked', async () => {
    const { page, close } = await open('/practices-and-streams/')
    const matrix = page.locator('filter-table').first()
    const rows = matrix.locator('tbody tr:visible')
    const fed = await rows.count()
    await matrix.getByRole('checkbox', { name: /^Also show the/ }).check()
    expect(await rows.count()).toBe(34)
    expect(fed).toBeLessThan(34)
    await matrix.getByRole('button', { name: "Sort by Resolve a user's incident" }).click()
    expect(await rows.first().locator('th').textContent()).toContain('Problem management')
    await matrix.getByRole('searchbox').fill('desk')
    expect(await rows.locator('th').allTextContents()).toStrictEqual([expect.stringContaining('Service desk')])
    await close()
  })

  it('gives the matrix of practices as CSV and shows all of it without scripts, in its own frame on a phone', async () => {
    const { page, close } = await open('/practices-and-streams/', { javaScriptEnabled: false, viewport: phone })
    const matrix = page.locator('filter-table').first()
    await matrix.getByRole('checkbox', { name: /^Also show the/ }).check()
    expect(await matrix.locator('tbody tr:visible').count()).toBe(34)
    const download = page.waitForEvent('download')
    await matrix.getByRole('link', { name: 'Download as CSV' }).click()
    expect((await download).suggestedFilename()).toBe('fernhill-practices-by-stream.csv')
    const frame = matrix.locator('.frame')
    const name = matrix.getByRole('rowheader', { name: 'Service desk' })
    const before = await name.boundingBox()
    await frame.evaluate((each) => each.scrollTo(400, 0))
    expect((await name.boundingBox())?.x).toBe(before?.x)
    await close()
  })

  it('can be read without scripts: every list, the navigation on a phone, and what stands in for the search', async () => {
    const { page, close } = await open('/practices/', { javaScriptEnabled: false, viewport: phone })
    expect(await page.locator('tbody tr').count()).toBe(34)
    await page.getByRole('button', { name: 'Menu' }).click()
    await page.getByRole('link', { name: /^Value streams/ }).click()
    await page.getByRole('heading', { level: 1, name: 'Value streams' }).waitFor()
    await page.getByRole('link', { name: 'Search' }).click()
    await page.getByText('Searching needs scripts').waitFor()
    await close()
  })
})

import { pino } from 'pino'
import type { Browser } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { createApi } from '../../api/execute.ts'
import { serve } from '../../api/server/serve.ts'
import { builtInFolder } from '../../graph/catalogue/built-in-layers.ts'
import { loadedStore } from '../loaded-store.ts'
import { phone } from './opened-page.ts'
import { servedExample } from './served-example.ts'
import { startedBrowser } from './started-browser.ts'

const browser = await startedBrowser()

describe.skipIf(browser === undefined)('the example’s site in a browser', () => {
  const example = servedExample(browser)
  const { open } = example

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
    const list = page.locator('kind-list')
    const rows = list.locator('tbody tr')
    await page.getByRole('searchbox', { name: 'Filter by words' }).fill('ticketing')
    await list.getByText('1 of 34 practices').waitFor()
    expect(await rows.locator('th').allTextContents()).toStrictEqual([expect.stringContaining('Incident management')])
    await page.getByRole('searchbox', { name: 'Filter by words' }).fill('')
    await page.getByRole('button', { name: 'Group' }).click()
    await list.locator('[aria-sort="ascending"]').waitFor()
    expect(await rows.first().locator('td').nth(1).textContent()).toContain('General management')
    await page.getByRole('button', { name: 'Group' }).click()
    await list.locator('[aria-sort="descending"]').waitFor()
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

  it('takes a question of the API’s page to the query editor, where the API serves the site', async () => {
    const log = pino({ level: 'silent' })
    const server = await serve({
      api: await createApi(await loadedStore(builtInFolder('example'))),
      port: 0,
      host: '127.0.0.1',
      log,
      site: { folder: example.site.folder, base: '/' },
    })
    const page = await (browser as Browser).newPage()
    await page.goto(`${server.address}/api/`)
    await page.getByRole('link', { name: 'Open the query editor' }).waitFor()
    await page.getByRole('link', { name: 'Ask this in the query editor' }).first().click()
    await page.locator('.graphiql-query-editor .view-lines').getByText('contributions').waitFor()
    await page.locator('.graphiql-execute-button').click()
    await page.locator('.graphiql-response .view-lines').getByText('Bring a major incident under control').waitFor()
    await page.close()
    await server.close()
  })
})

import { createHash } from 'node:crypto'
import { pino } from 'pino'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createApi } from '../../../../api/execute.ts'
import { sitePolicy } from '../../../../api/server/access/policies.ts'
import { serve } from '../../../../api/server/serve.ts'
import type { RunningServer } from '../../../../api/server/serve.ts'
import { settingsSchema } from '../../../../api/server/settings/settings.ts'
import { builtInFolder } from '../../../../graph/catalogue/built-in-layers.ts'
import { loadedStore } from '../../../loaded-store.ts'
import { exampleSite } from '../../../site/example-site.ts'
import type { SiteFiles } from '../../../site/site-files.ts'
import { startedBrowser } from '../../../site/started-browser.ts'
import { startIssuer } from './issuer.ts'
import type { Issuer } from './issuer.ts'

const browser = await startedBrowser()

/** Scripts in a page that a browser runs, with what of their elements it runs them by. */
const inlineScripts = (html: string): string[] =>
  [...html.matchAll(/<script(?![^>]*\b(?:src|type)=)[^>]*>([^]*?)<\/script>/g)].map(([, script]) => script ?? '')

/** What markup that got into a page would try: a script, a handler, telling another server. */
const intrusion = `
  const script = document.createElement('script')
  script.textContent = 'document.title = "taken"'
  const handler = document.createElement('div')
  handler.innerHTML = '<img src="/nowhere.png" onerror="document.title = 1">'
  const far = document.createElement('img')
  far.src = 'https://elsewhere.example.org/?told'
  document.body.append(script, handler, far)`

describe.skipIf(browser === undefined)('a guarded site in a browser', () => {
  let issuer: Issuer
  let server: RunningServer
  let site: SiteFiles
  let token: string
  beforeAll(async () => {
    issuer = await startIssuer()
    token = await issuer.sign({ roles: ['office'] })
    site = await exampleSite()
    server = await serve({
      api: await createApi(await loadedStore(builtInFolder('example'))),
      site: { folder: site.folder, base: '/' },
      settings: settingsSchema.parse({
        access: { issuer: issuer.address, aud: ['tributary'], roles: { office: '*' } },
      }),
      log: pino({ level: 'silent' }),
    })
  })
  afterAll(async () => {
    await browser?.close()
    await server.close()
    await issuer.close()
  })

  /** Opens a page, as a proxy that signs people in asks for it, or as a stranger; `wrong` gets what the browser complains of. */
  async function open(
    path: string,
    wrong: string[],
    signedIn = true,
  ): Promise<{ page: Page; context: BrowserContext }> {
    const context = await (browser as Browser).newContext(
      signedIn ? { extraHTTPHeaders: { authorization: `Bearer ${token}` } } : {},
    )
    const page = await context.newPage()
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && wrong.push(message.text()))
    page.on('pageerror', (error) => wrong.push(error.message))
    await page.goto(server.address + path)
    return { page, context }
  }

  it('runs nothing on its pages that the policy doesn’t name', () => {
    const pages = site.pages()
    expect(pages.size).toBeGreaterThan(400)
    for (const html of pages.values()) {
      for (const script of inlineScripts(html))
        expect(sitePolicy).toContain(createHash('sha256').update(script).digest('base64'))
      expect(html).not.toMatch(/<[^>]+ on[a-z]+="|href="javascript:|<(?:base|iframe|object|embed)\b/)
    }
  })

  it('works under the policy: theme, lists, search, explorer, pictures, questions', async () => {
    const wrong: string[] = []
    const { page, context } = await open('/practices/', wrong)
    await page.evaluate("localStorage.setItem('tributary-theme', 'dark')")
    await page.goto(`${server.address}/practices/`)
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
    await page.getByRole('searchbox', { name: 'Filter by words' }).fill('ticketing')
    await page.locator('kind-list').getByText('1 of 34 practices').waitFor()
    await page.goto(`${server.address}/search/?q=ticketing`)
    await page
      .locator('search-page .search-results')
      .getByRole('link', { name: /^Ticketing\s*Application/ })
      .waitFor()
    await page.goto(`${server.address}/impact/?item=application/ticketing:DOWN`)
    await page.locator('.answer table').first().waitFor()
    for (const path of [
      '/',
      '/at-a-glance/',
      '/value-streams/resolve-user-incident/',
      '/practices-and-streams/',
      '/nowhere/',
    ]) {
      const response = await page.goto(server.address + path)
      expect(response?.headers()['content-security-policy']).toBe(sitePolicy)
    }
    await page.goto(`${server.address}/api/`)
    await page.getByRole('link', { name: 'Open the query editor' }).waitFor()
    expect(wrong.filter((message) => !message.includes('404 (Not Found)'))).toEqual([])
    await context.close()
  })

  it('stops what somebody got into a page', async () => {
    const wrong: string[] = []
    const { page, context } = await open('/', wrong)
    await page.evaluate(intrusion)
    await expect.poll(() => wrong.filter((message) => /Content Security Policy/.test(message)).length).toBe(3)
    expect(['taken', '1']).not.toContain(await page.title())
    await context.close()
  })

  it('opens its query editor to everybody; it asks with the token that one writes in, and keeps it nowhere', async () => {
    const wrong: string[] = []
    const { page, context } = await open('/graphiql/?query={practices{totalCount}}', wrong, false)
    const answer = page.locator('.graphiql-response .view-lines')
    /** On a slow machine the editor may not have taken up yet what is written: then one asks again. */
    const asksFor = (text: string): Promise<void> =>
      vi.waitFor(
        async () => {
          await page.locator('.graphiql-execute-button').click()
          await answer.getByText(text).waitFor({ timeout: 10_000 })
        },
        { timeout: 40_000 },
      )
    await page.locator('.graphiql-query-editor .view-lines').getByText('totalCount').waitFor()
    await page.getByRole('button', { name: 'Headers' }).click()
    const headers = page.locator('.graphiql-editor-tool .graphiql-editor:not(.hidden) .monaco-editor')
    await headers.click()
    // The editor is made after it is there: what is written before it takes the keyboard is lost.
    await headers.and(page.locator('.focused')).waitFor()
    await page.keyboard.insertText(JSON.stringify({ Authorization: `Bearer ${token}` }))
    await headers.getByText('Authorization').waitFor()
    await asksFor('totalCount')
    await page.reload()
    await page.locator('.graphiql-query-editor .view-lines').getByText('totalCount').waitFor()
    const kept = await page.evaluate('JSON.stringify([localStorage, sessionStorage])')
    expect(kept).toContain('graphiql:queries')
    expect(kept).not.toContain('eyJ')
    await asksFor('This needs a bearer token')
    expect(wrong.filter((message) => /Content Security Policy/.test(message))).toEqual([])
    await context.close()
  })
})

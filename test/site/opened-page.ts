import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Browser, Page, Response } from 'playwright-core'
import type { ServedFolder } from './served-folder.ts'

/** The accessibility checks that `violations` runs: a script for the page. */
export const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Sizes of windows that pages are looked at in. */
export const desktop = { width: 1280, height: 800 }
export const phone = { width: 390, height: 844 }

/** A page in a browser, with everything that went wrong on it. */
export interface OpenedPage {
  readonly page: Page
  readonly wrong: readonly string[]
  close(): Promise<void>
}

/** Opens a page and notes everything that goes wrong on it; `heard` is told of every answer that it gets. */
export async function openedPage(
  browser: Browser,
  { address }: Pick<ServedFolder, 'address'>,
  path: string,
  options: Parameters<Browser['newContext']>[0] = {},
  heard?: (response: Response) => void,
): Promise<OpenedPage> {
  const context = await browser.newContext({ viewport: desktop, reducedMotion: 'reduce', ...options })
  const page = await context.newPage()
  page.setDefaultTimeout(5000)
  const wrong: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) wrong.push(message.text())
  })
  page.on('pageerror', (error) => wrong.push(error.message))
  page.on('request', (request) => {
    if (!request.url().startsWith(address) && !request.url().startsWith('blob:')) wrong.push(`asks ${request.url()}`)
  })
  page.on('response', (response) => {
    heard?.(response)
    if (response.status() >= 400 && !response.url().endsWith(path))
      wrong.push(`${response.url()} ${String(response.status())}`)
  })
  await page.goto(address + path)
  return { page, wrong, close: () => context.close() }
}

/**
 * What axe finds wrong with a page: rule, element. All rules of WCAG 2.2, A and AA, and axe's best practices, unless some are
 * named: the size of targets is WCAG 2.2's, and axe leaves it out unless it is asked for.
 */
export async function violations(page: Page, rules?: readonly string[]): Promise<string[]> {
  const options = {
    resultTypes: ['violations'],
    ...(rules === undefined ? { rules: { 'target-size': { enabled: true } } } : { runOnly: rules }),
  }
  const results: AxeResults = await page.evaluate(`axe.run(document, ${JSON.stringify(options)})`)
  return results.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
}

import chromium from '@sparticuz/chromium'
import { chromium as playwright } from 'playwright-core'
import type { Browser } from 'playwright-core'

/**
 * Starts the browser that comes with the development dependencies; undefined where this machine can't run it.
 * @throws where it can't and `CI_REQUIRE_BROWSER` is 1, so that nothing goes untested by accident.
 */
export async function startedBrowser(): Promise<Browser | undefined> {
  try {
    return await playwright.launch({
      executablePath: await chromium.executablePath(),
      // As one process, it never answers when a page's context is closed.
      args: chromium.args.filter((argument) => argument !== '--single-process'),
      headless: true,
    })
  } catch (error) {
    if (process.env['CI_REQUIRE_BROWSER'] === '1') throw error
    console.warn(`The site isn’t tested in a browser: none can be started here. ${String(error).split('\n')[0] ?? ''}`)
    return undefined
  }
}

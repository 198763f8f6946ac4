import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { exampleSite } from './example-site.ts'
import { openedPage } from './opened-page.ts'
import type { OpenedPage } from './opened-page.ts'
import { servedFolder } from './served-folder.ts'
import type { ServedFolder } from './served-folder.ts'
import type { SiteFiles } from './site-files.ts'

/** The example's site in a browser, for the tests of one suite. */
export interface ServedExample {
  readonly site: SiteFiles
  readonly served: ServedFolder
  /** Opens one of its pages. */
  readonly open: (path: string, options?: Parameters<typeof openedPage>[3]) => Promise<OpenedPage>
}

/** Serves the example's site before a suite's tests, and closes it and the browser after them. */
export function servedExample(browser: Browser | undefined): ServedExample {
  let site: SiteFiles
  let served: ServedFolder
  beforeAll(async () => {
    site = await exampleSite()
    served = await servedFolder(site.folder)
  })
  afterAll(async () => {
    await browser?.close()
    await served.close()
  })
  return {
    get site() {
      return site
    },
    get served() {
      return served
    },
    open: (path, options = {}) => openedPage(browser as Browser, served, path, options),
  }
}

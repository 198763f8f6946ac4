import type { Browser, Page } from 'playwright-core'
import { desktop, openedPage } from '../opened-page.ts'
import type { OpenedPage } from '../opened-page.ts'
import type { ServedFolder } from '../served-folder.ts'
import { weightOf } from './weight.ts'
import type { Weight } from './weight.ts'

/** A page that was opened as by somebody who was never here, and what that took. */
export interface LoadedPage extends OpenedPage {
  readonly weight: Weight
  /** By how much what was there moved while it loaded: the cumulative layout shift. */
  readonly shift: number
}

/** Opens a page with nothing in the browser's cache, and waits until its scripts have done what they do by themselves. */
export async function loadedPage(
  browser: Browser,
  served: ServedFolder,
  path: string,
  viewport = desktop,
): Promise<LoadedPage> {
  const bodies: Promise<{ url: string; type: string; body: Buffer }>[] = []
  const opened = await openedPage(browser, served, path, { viewport }, (response) => {
    const of = { url: response.url(), type: response.request().resourceType() }
    bodies.push(response.body().then((body) => ({ ...of, body })))
  })
  await opened.page.waitForLoadState('networkidle')
  const shift = await layoutShift(opened.page)
  return { ...opened, shift, weight: weightOf(await Promise.all(bodies)) }
}

/** The cumulative layout shift of a page since it was opened, whatever anybody did on it. */
export async function layoutShift(page: Page): Promise<number> {
  const shift = await page.evaluate(`new Promise((resolve) => {
    let sum = 0
    const add = (entries) => { for (const { value } of entries) sum += value }
    const observer = new PerformanceObserver((list) => add(list.getEntries()))
    observer.observe({ type: 'layout-shift', buffered: true })
    // What is buffered arrives with the next frame.
    requestAnimationFrame(() => setTimeout(() => { add(observer.takeRecords()); resolve(sum) }, 50))
  })`)
  return Number(shift)
}

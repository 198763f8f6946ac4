import { join } from 'node:path'
import { env } from 'node:process'
import type { Page } from 'playwright-core'
import { packageRoot } from '../../../graph/package-root.ts'
import { desktop, phone } from '../opened-page.ts'

/** Where the screenshots of a run go, for people to look through: beside what else CI keeps. */
const folder = join(packageRoot, 'ci-output/screenshots')

/** So much of a page is kept, from its top: in px. */
const most = 4000

/**
 * Keeps what people see of a page: on desktop and phone, in light and in dark. Only where `CI` is set.
 * The page is left as a desktop shows it.
 */
export async function keepScreenshots(page: Page, name: string): Promise<void> {
  if (env['CI'] === undefined) return
  const file = name.toLowerCase().replaceAll(/\W+/g, '-')
  for (const viewport of [phone, desktop]) {
    await page.setViewportSize(viewport)
    const height = Number(await page.evaluate('document.documentElement.scrollHeight'))
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await page.screenshot({
        path: join(folder, `${file}-${String(viewport.width)}-${colorScheme}.jpeg`),
        type: 'jpeg',
        quality: 70,
        fullPage: true,
        clip: { x: 0, y: 0, width: viewport.width, height: Math.min(height, most) },
      })
    }
  }
}

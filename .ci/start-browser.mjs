import chromium from '@sparticuz/chromium'
import { chromium as playwright } from 'playwright-core'

/** Starts the browser that the site's tests use, so that a machine where it can't run says so before they do. */
const browser = await playwright.launch({ executablePath: await chromium.executablePath(), args: chromium.args })
console.log(`Chromium ${browser.version()} starts.`)
await browser.close()

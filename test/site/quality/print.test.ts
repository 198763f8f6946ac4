import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { servedExample } from '../served-example.ts'
import { startedBrowser } from '../started-browser.ts'
import { allTemplates } from './templates.ts'

const browser = await startedBrowser()

/** How many sheets of A4 a page prints on. */
async function sheets(page: Page): Promise<number> {
  const pdf = await page.pdf({ format: 'A4', margin: { top: '12mm', bottom: '12mm', left: '12mm', right: '12mm' } })
  // A PDF's pages are objects of their own, whose type isn't compressed.
  return pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0
}

describe.skipIf(browser === undefined)('on paper, and for those whom motion makes ill', () => {
  const example = servedExample(browser)
  const { open } = example

  it('a supplier is one sheet', async () => {
    const { page, close } = await open('/')
    const suppliers = [...example.site.pages().keys()].filter((file) => /^suppliers\/.+\//.test(file))
    const counts: Record<string, number> = {}
    for (const file of suppliers) {
      await page.goto(`${example.served.address}/${file.replace(/index\.html$/, '')}`)
      counts[file] = await sheets(page)
    }
    await close()
    expect(suppliers.length).toBeGreaterThan(10)
    expect(Object.entries(counts).filter(([, count]) => count !== 1)).toStrictEqual([])
  })

  it('no page prints what only a screen can use', async () => {
    const { page, close } = await open('/')
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    const problems: string[] = []
    for (const [name, path] of allTemplates) {
      await page.goto(example.served.address + path)
      const shown: string[] = await page.evaluate(
        `[...document.querySelectorAll('nav, .skip, header button, header select, dialog, [type=search]')]
           .filter((each) => each.checkVisibility({ visibilityProperty: true })).map((each) => each.outerHTML.slice(0, 80))`,
      )
      const paper = await page.evaluate('getComputedStyle(document.documentElement).colorScheme')
      problems.push(...shown.map((each) => `${name}: ${each}`), ...(paper === 'light' ? [] : [`${name}: it is dark`]))
    }
    await close()
    expect(problems).toStrictEqual([])
  })

  it('nothing moves by itself where less motion is asked for', async () => {
    const { page, close } = await open('/value-streams/resolve-user-incident/', { reducedMotion: 'reduce' })
    const moving: string[] = await page.evaluate(
      `[...document.querySelectorAll('*')].filter((each) => {
         const { animationName, animationDuration, transitionDuration, scrollBehavior } = getComputedStyle(each)
         const isLong = (said) => said.split(',').some((part) => parseFloat(part) > 0.01)
         return (animationName !== 'none' && isLong(animationDuration)) || isLong(transitionDuration) || scrollBehavior === 'smooth'
       }).map((each) => each.outerHTML.slice(0, 80))`,
    )
    await close()
    expect(moving).toStrictEqual([])
  })
})

import { globSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { packageRoot } from '../../../graph/package-root.ts'
import { exampleSite } from '../example-site.ts'
import { axe, desktop, phone, violations } from '../opened-page.ts'
import { servedExample } from '../served-example.ts'
import { startedBrowser } from '../started-browser.ts'
import { loadedPage } from './loaded-page.ts'
import { keepScreenshots } from './screenshots.ts'
import { allTemplates, isMadeBy, templates } from './templates.ts'
import { compressed, mostPageBytes, weightTable } from './weight.ts'
import type { Weight } from './weight.ts'

const browser = await startedBrowser()

describe('the pages that are looked at', () => {
  it('are of every file that makes pages', () => {
    const made = globSync('**/*.astro', { cwd: join(packageRoot, 'site/src/pages') })
    expect(Object.keys(templates).sort()).toStrictEqual(made.map((file) => file.replaceAll('\\', '/')).sort())
    const others = Object.entries(templates).flatMap(([file, looked]) =>
      Object.values(looked).filter((path) => !isMadeBy(file, path)),
    )
    expect(others).toStrictEqual([])
  })

  it('are there, and of every kind one is an item’s', async () => {
    const site = await exampleSite()
    const files = new Set(site.files())
    const fileOf = (path: string): string => `${path.slice(1).replace(/\?.*$/, '')}index.html`
    const missing = allTemplates.filter(([, path]) => path !== '/nowhere/' && !files.has(fileOf(path)))
    expect(missing).toStrictEqual([])
    const seen = new Set(Object.values(templates['[folder]/[...name].astro'] ?? {}).map((path) => path.split('/')[1]))
    const unseen = [...files].flatMap((file) => {
      const [, folder = ''] = /^([^/]+)\/.+\/index\.json$/.exec(file) ?? []
      return folder === '' || seen.has(folder) ? [] : [folder]
    })
    expect([...new Set(unseen)]).toStrictEqual([])
  })
})

describe.skipIf(browser === undefined)('every template, on desktop and phone, in light and in dark', () => {
  const example = servedExample(browser)

  const weights = new Map<string, Weight>()
  afterAll(() => {
    console.log(weightTable(weights))
  })

  /** What is wrong with a page's weight, if anything is. */
  const tooHeavy = (name: string, weight: Weight): string[] => {
    weights.set(name, weight)
    return weight.page > mostPageBytes ? [`it weighs ${String(weight.page)} bytes`] : []
  }

  it.each(allTemplates)(
    '%s: nothing fails or moves, it is light, stays within the window, and all can use it',
    async (name, path) => {
      const onPhone = await loadedPage(browser as Browser, example.served, path, phone)
      await onPhone.close()
      const { page, wrong, weight, shift, close } = await loadedPage(browser as Browser, example.served, path)
      const problems = tooHeavy(name, weight)
      for (const [size, by] of Object.entries({ phone: onPhone.shift, desktop: shift }))
        if (by > 0) problems.push(`${size}: what was there moved by ${String(by)}`)
      await keepScreenshots(page, name)
      await page.evaluate(axe)
      // What is folded away must be as good as the rest.
      await page.evaluate("document.querySelectorAll('main details').forEach((each) => { each.open = true })")
      for (const [size, viewport] of Object.entries({ desktop, phone })) {
        await page.setViewportSize(viewport)
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme })
          // What isn't a matter of colours is the same in both.
          const rules = (size === 'desktop') === (colorScheme === 'light') ? undefined : ['color-contrast']
          problems.push(...(await violations(page, rules)).map((each) => `${size}, ${colorScheme}: ${each}`))
        }
        const overflow = Number(await page.evaluate('document.documentElement.scrollWidth - innerWidth'))
        if (overflow > 0) problems.push(`${size}: it scrolls sideways by ${String(overflow)} px`)
      }
      await close()
      // The browser itself says that a page that isn't there isn't there.
      const said = wrong.filter((each) => path !== '/nowhere/' || !each.includes('404'))
      expect([...problems, ...said, ...onPhone.wrong.filter((each) => !wrong.includes(each))]).toStrictEqual([])
    },
  )

  it('the heaviest of all pages is light too', async () => {
    const sizes = [...example.site.pages()].map(([file, html]) => ({ file, size: compressed(Buffer.from(html)) }))
    const [heaviest] = sizes.sort((one, other) => other.size - one.size)
    const path = `/${(heaviest?.file ?? '').replace(/index\.html$/, '')}`
    const { weight, close } = await loadedPage(browser as Browser, example.served, path)
    await close()
    expect(tooHeavy(`the heaviest, ${path}`, weight)).toStrictEqual([])
  })
})

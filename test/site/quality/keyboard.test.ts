import type { Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { axe, phone, violations } from '../opened-page.ts'
import { servedExample } from '../served-example.ts'
import { startedBrowser } from '../started-browser.ts'

const browser = await startedBrowser()

/** What has the focus: what it is called, and whether people see that it has it. */
interface Stop {
  readonly name: string
  readonly isSeen: boolean
}

/** A stop is seen when it has an outline and stands in the window. */
const stop = `(() => {
  const at = document.activeElement
  const { outlineStyle, outlineWidth } = getComputedStyle(at)
  const { top, bottom, left, right, width, height } = at.getBoundingClientRect()
  const isInside = width > 0 && height > 0 && bottom > 0 && top < innerHeight && right > 0 && left < innerWidth
  return {
    name: at.tagName + ' ' + (at.getAttribute('aria-label') ?? at.textContent.trim().slice(0, 40)),
    isSeen: at === document.body || (isInside && outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1),
  }
})()`

const hasFocus = async (page: Page, what: Locator): Promise<boolean> =>
  (await what.and(page.locator(':focus')).count()) === 1

/** Goes on with the Tab key until something has the focus, and says at which stops that wasn't to be seen. */
async function tabTo(page: Page, what: Locator, most = 60): Promise<string[]> {
  const unseen: string[] = []
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press('Tab')
    const { name, isSeen }: Stop = await page.evaluate(stop)
    if (!isSeen) unseen.push(name)
    if (await hasFocus(page, what)) return unseen
  }
  throw new Error(`${String(most)} presses of Tab don't lead to ${String(what)}.`)
}

describe.skipIf(browser === undefined)('by keyboard alone', () => {
  const { open } = servedExample(browser)

  it('the first stop leads past the navigation, to what the page says', async () => {
    const { page, wrong, close } = await open('/practices/service-desk/')
    const skip = page.getByRole('link', { name: 'Skip to content' })
    expect(await tabTo(page, skip, 1)).toStrictEqual([])
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await page.evaluate("document.activeElement.closest('main') !== null")).toBe(true)
    expect(wrong).toStrictEqual([])
    await close()
  })

  it.each(['/', '/applications/ticketing/', '/value-streams/resolve-user-incident/', '/practices-and-streams/'])(
    'every stop of %s is seen, and it never is a trap',
    async (path) => {
      const { page, close } = await open(path)
      await page.evaluate("document.querySelectorAll('main details').forEach((each) => { each.open = true })")
      const end = page.locator('footer a').last()
      expect(await tabTo(page, end, 1500)).toStrictEqual([])
      await close()
    },
  )

  it('finds from any page: opens the search, chooses, goes there, and comes back to where it was', async () => {
    const { page, wrong, close } = await open('/teams/application-operations/')
    await page.keyboard.press('/')
    await page.keyboard.type('change managem')
    await page.locator('.search-results [aria-selected="true"]').waitFor()
    await page.evaluate(axe)
    const problems = await violations(page)
    const input = page.getByRole('combobox', { name: 'Search the catalogue' })
    expect(await input.getAttribute('aria-activedescendant')).toBe('search-result-0')
    await page.keyboard.press('ArrowDown')
    expect(await input.getAttribute('aria-activedescendant')).toBe('search-result-1')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/practices/change-enablement/')
    const opener = page.locator('.search-open')
    await tabTo(page, opener)
    await page.keyboard.press('Control+k')
    await page.locator('dialog[open]').waitFor()
    await page.keyboard.press('Escape')
    expect(await page.locator('dialog[open]').count()).toBe(0)
    expect(await hasFocus(page, opener)).toBe(true)
    await close()
    expect([...problems, ...wrong]).toStrictEqual([])
  })

  it('filters, sorts and narrows a list, and every stop on the way is seen', async () => {
    const { page, wrong, close } = await open('/applications/')
    const list = page.locator('kind-list')
    const unseen = await tabTo(page, page.getByRole('searchbox', { name: 'Filter by words' }))
    await page.keyboard.type('ticket')
    await list
      .getByRole('status')
      .filter({ hasText: /^\d+ of 62 applications/ })
      .waitFor()
    const sort = page.getByRole('columnheader', { name: 'Name' }).getByRole('button')
    unseen.push(...(await tabTo(page, sort)))
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await list.locator('[aria-sort="descending"]').waitFor()
    unseen.push(...(await tabTo(page, list.locator('tbody a').first())))
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect([...unseen, ...wrong]).toStrictEqual([])
    await close()
  })

  it('opens the menu of a phone, goes through it, and closes it again', async () => {
    const { page, wrong, close } = await open('/practices/service-desk/', { viewport: phone })
    const menu = page.getByRole('button', { name: 'Menu' })
    const unseen = await tabTo(page, menu)
    await page.keyboard.press('Enter')
    const streams = page.locator('#menu').getByRole('link', { name: /^Value streams/ })
    unseen.push(...(await tabTo(page, streams)))
    await page.keyboard.press('Escape')
    await streams.waitFor({ state: 'hidden' })
    expect(await hasFocus(page, menu)).toBe(true)
    await page.keyboard.press('Enter')
    await tabTo(page, streams)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Value streams' }).waitFor()
    expect([...unseen, ...wrong]).toStrictEqual([])
    await close()
  })

  it('asks the explorer, and every stop on the way is seen', async () => {
    const { page, wrong, close } = await open('/impact/')
    const box = page.getByRole('combobox', { name: 'Of which items? One or several' })
    await box.waitFor()
    const unseen = await tabTo(page, box)
    await page.keyboard.type('ticketing')
    await page.getByRole('listbox', { name: 'Items' }).getByRole('option').first().waitFor()
    await page.keyboard.press('Enter')
    unseen.push(...(await tabTo(page, page.getByRole('combobox', { name: 'How Ticketing is' }))))
    await page.keyboard.press('ArrowDown')
    await page.getByText('With Ticketing degraded').waitFor()
    unseen.push(...(await tabTo(page, page.locator('.answer tbody a').first())))
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect([...unseen, ...wrong]).toStrictEqual([])
    await close()
  })
})

import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { builtSite } from './built-site.ts'
import type { BuiltSite } from './built-site.ts'
import { axe, openedPage, phone, violations } from './opened-page.ts'
import type { OpenedPage } from './opened-page.ts'
import { servedFolder } from './served-folder.ts'
import type { ServedFolder } from './served-folder.ts'
import { startedBrowser } from './started-browser.ts'

const browser = await startedBrowser()
const count = 1040

/** A catalogue with more skills than a page holds: every fourth is of teamwork, every tenth is Ada's. */
function writeSkills(folder: string): void {
  mkdirSync(join(folder, 'skills'))
  mkdirSync(join(folder, 'roles'))
  writeFileSync(join(folder, 'tributary.config.yaml'), 'name: many\ntitle: Many skills\n')
  writeFileSync(join(folder, 'roles/ada.yaml'), 'name: Ada\nsummary: She looks after things.\n')
  for (let number = 0; number < count; number += 1) {
    const category = ['Teamwork', 'Diagnosis', 'Writing', 'Networks'][number % 4] ?? ''
    const owner = number % 10 === 0 ? 'owner: role/ada\n' : ''
    const text = `name: Skill ${String(number)}\nsummary: "=Number ${String(number)}"\naliases: [Ability ${String(number)}]\ncategory: ${category}\n${owner}`
    writeFileSync(join(folder, `skills/skill-${String(number)}.yaml`), text)
  }
}

describe('the list of a kind with more than a thousand items', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tributary-many-'))
  let site: BuiltSite
  let served: ServedFolder
  beforeAll(async () => {
    writeSkills(folder)
    site = await builtSite(folder)
    served = await servedFolder(site.folder)
  }, 300_000)
  afterAll(async () => {
    await browser?.close()
    await served.close()
    await site.remove()
    rmSync(folder, { recursive: true })
  })

  const open = (path: string, options: Parameters<typeof openedPage>[3] = {}): Promise<OpenedPage> =>
    openedPage(browser as Browser, served, path, options)
  const names = (page: Page): Promise<string[]> => page.locator('kind-list tbody th').allTextContents()
  const status = (page: Page, text: string): Promise<void> =>
    page.locator('kind-list').getByRole('status').filter({ hasText: text }).waitFor()

  it('is a light page with the first hundred, and all of them beside it', () => {
    expect(site.page('skills/').match(/<tr/g)).toHaveLength(101)
    expect(statSync(join(site.folder, 'skills/index.html')).size).toBeLessThan(80_000)
    expect(statSync(join(site.folder, 'skills/skills.rows.json')).size).toBeLessThan(count * 100)
    const csv = readFileSync(join(site.folder, 'skills/skills.csv'), 'utf8').split('\r\n')
    expect(csv).toHaveLength(count + 2)
    expect(csv[1]).toBe("Skill 0,'=Number 0,Teamwork,Ada,skill/skill-0")
  })

  it.skipIf(browser === undefined)('can be used by keyboard alone, and keeps everything in the address', async () => {
    const { page, wrong, close } = await open('/skills/')
    await page.getByRole('searchbox', { name: 'Filter by words' }).focus()
    await page.keyboard.type('ability')
    await status(page, '1,040 skills, page 1 of 11')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('checkbox', { name: /^Teamwork/ }).waitFor()
    await page.evaluate(axe)
    const problems = await violations(page)
    await page.keyboard.press('Tab')
    while (!(await page.evaluate("document.activeElement.value === 'Teamwork'"))) await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await status(page, '260 of 1,040 skills, page 1 of 3')
    expect(await page.evaluate('document.activeElement.value')).toBe('Teamwork')
    await page.keyboard.press('Escape')
    expect(await page.evaluate("document.activeElement.matches('summary')")).toBe(true)

    const byName = page.getByRole('columnheader', { name: 'Name' })
    await byName.getByRole('button').focus()
    await page.keyboard.press('Enter')
    await page.locator('[aria-sort="ascending"]').waitFor()
    await page.keyboard.press('Enter')
    await page.locator('[aria-sort="descending"]').waitFor()
    expect((await names(page))[0]).toBe('Skill 1036')

    await page.locator('summary', { hasText: 'Columns' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('checkbox', { name: 'Summary' }).focus()
    await page.keyboard.press('Space')
    await page.getByRole('columnheader', { name: 'Summary' }).waitFor({ state: 'detached' })
    await page.keyboard.press('Escape')

    const next = page.getByRole('link', { name: 'Next' })
    await next.focus()
    await page.keyboard.press('Enter')
    await status(page, 'page 2 of 3')
    expect((await names(page))[0]).toBe('Skill 636')
    const { search } = new URL(page.url())
    expect(search).toBe('?q=ability&category=Teamwork&sort=-name&columns=category&page=2')

    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: /^As CSV/ }).focus()
    await page.keyboard.press('Enter')
    const csv = readFileSync(await (await download).path(), 'utf8').split('\r\n')
    expect(csv.slice(0, 2)).toStrictEqual(['\uFEFFName,Category,Id', 'Skill 1036,Teamwork,skill/skill-1036'])
    expect(csv).toHaveLength(262)

    await page.goBack()
    await status(page, 'page 1 of 3')
    await page.goBack()
    await page.getByRole('columnheader', { name: 'Summary' }).waitFor()
    await close()
    expect([...problems, ...wrong]).toStrictEqual([])
  })

  it.skipIf(browser === undefined)('opens as its address says, and goes on without what is chosen', async () => {
    const { page, wrong, close } = await open('/skills/?owner=roles/ada&owner=&category=Writing', { viewport: phone })
    await status(page, '260 of 1,040 skills')
    await page.getByRole('button', { name: 'Remove Owner: None' }).click()
    await status(page, '52 of 1,040 skills')
    await page.getByRole('button', { name: 'Remove all filters' }).click()
    await status(page, '1,040 skills, page 1 of 11')
    expect(new URL(page.url()).search).toBe('')
    await close()
    expect(wrong).toStrictEqual([])
  })

  it.skipIf(browser === undefined)('moves nothing when scripts take over', async () => {
    const { page, close } = await open('/skills/')
    await page.waitForLoadState('networkidle')
    const shift = await page.evaluate(`new Promise((resolve) => {
      let sum = 0
      new PerformanceObserver((list) => { for (const each of list.getEntries()) sum += each.value }).observe({ type: 'layout-shift', buffered: true })
      setTimeout(() => resolve(sum), 300)
    })`)
    expect(shift).toBe(0)
    await close()
  })

  it.skipIf(browser === undefined)('is a table without scripts, and says where the others are', async () => {
    const { page, close } = await open('/skills/', { javaScriptEnabled: false })
    expect(await page.locator('tbody tr').count()).toBe(100)
    expect(await page.getByText('The first 100 of 1,040 skills stand here.').isVisible()).toBe(true)
    expect(await page.locator('.list-bar').isVisible()).toBe(false)
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: 'All 1,040 skills with all columns as CSV' }).click()
    expect((await download).suggestedFilename()).toBe('skills.csv')
    await close()
  })

  it.skipIf(browser === undefined)('searches with a letter wrong and by kind, by keyboard alone', async () => {
    const { page, wrong, close } = await open('/skills/skill-7/')
    await page.keyboard.press('Control+k')
    await page.keyboard.type('abiltiy 77')
    const results = page.locator('.search-dialog [role="option"]')
    await results.filter({ hasText: 'Also called Ability 77' }).first().waitFor()
    expect(await page.locator('.search-dialog mark').first().textContent()).toBe('77')
    await page.getByRole('combobox', { name: 'Search the catalogue' }).fill('ada')
    await results.filter({ hasText: 'Ada' }).first().waitFor()
    await page.getByRole('combobox', { name: 'Search the catalogue' }).fill('looks after')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/roles/ada/')
    await page.goto(`${served.address}/search/?q=skill&kind=roles`)
    const found = page.locator('search-page').getByRole('status')
    await page.getByRole('button', { name: 'Skills 1,040' }).focus()
    await page.keyboard.press('Space')
    await found.filter({ hasText: '1,040 results' }).waitFor()
    expect(new URL(page.url()).search).toBe('?q=skill&kind=roles&kind=skills')
    await close()
    expect(wrong).toStrictEqual([])
  })
})

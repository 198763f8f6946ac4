import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApi } from '../../api/execute.ts'
import type { Api } from '../../api/execute.ts'
import { buildSite } from '../../site/build.ts'
import { loadedStore } from '../loaded-store.ts'
import { today } from './built-site.ts'
import { openedPage } from './opened-page.ts'
import { servedFolder } from './served-folder.ts'
import type { ServedFolder } from './served-folder.ts'
import { startedBrowser } from './started-browser.ts'

const browser = await startedBrowser()
const root = mkdtempSync(join(tmpdir(), 'tributary-anywhere-'))
/** Where somebody may well put it: names with signs that mean something in addresses. */
const usb = join(root, 'USB stick #1 (50%)', 'Überblick')
const deep = 'some/deep/path'
let served: ServedFolder
let api: Api

/** The example with a font of its own, and with more skills than a page holds. */
function writeCatalogue(folder: string): string {
  mkdirSync(join(folder, 'skills'), { recursive: true })
  symlinkSync(join(import.meta.dirname, '../../catalogues'), join(root, 'catalogues'))
  writeFileSync(
    join(folder, 'tributary.config.yaml'),
    'name: anywhere\ntitle: Anywhere\nextends: [../catalogues/example]\n',
  )
  for (let i = 0; i < 100; i += 1)
    writeFileSync(join(folder, `skills/skill-${String(i)}.yaml`), `name: Skill ${String(i)}\n`)
  return folder
}

beforeAll(async () => {
  if (browser === undefined) return
  api = await createApi(await loadedStore(writeCatalogue(join(root, 'catalogue'))))
  const font = createRequire(import.meta.url).resolve('@fontsource/roboto/files/roboto-latin-400-normal.woff2')
  await buildSite({
    execute: api.execute.bind(api),
    outDir: join(root, 'built'),
    base: '/not/where/it/lies/',
    title: 'Anywhere',
    site: 'https://example.org',
    today,
    files: [
      {
        path: 'theme.css',
        content: `@font-face { font-family: own; src: url(./fonts/own.woff2) } body { font-family: own }`,
      },
      { path: 'fonts/own.woff2', content: readFileSync(font, 'base64'), base64: true },
    ],
  })
  cpSync(join(root, 'built'), usb, { recursive: true })
  cpSync(join(root, 'built'), join(root, 'server', deep), { recursive: true })
  cpSync(join(root, 'built/404.html'), join(root, 'server/404.html'))
  served = await servedFolder(join(root, 'server'))
}, 300_000)

afterAll(async () => {
  if (browser === undefined) return
  await browser.close()
  await served.close()
  await api.close()
  rmSync(root, { recursive: true })
})

const places = [
  { place: 'in a folder', start: () => `${pathToFileURL(usb).href}/index.html`, end: 'index.html' },
  { place: 'below any path of a server', start: () => `${served.address}/${deep}/`, end: '' },
]

describe.skipIf(browser === undefined).each(places)('a site $place', ({ start, end }) => {
  /** Does something on a page, beginning at the start; nothing may go wrong, nothing may come from elsewhere. */
  const walk = async (go: (page: Page, at: (path: string) => string) => Promise<void>): Promise<void> => {
    const address = start().slice(0, start().lastIndexOf('/') + 1)
    const { page, wrong, close } = await openedPage(browser as Browser, { address }, end)
    const at = (path: string): string => address + path.replace(/(?<=\/)(?=$|[?#])/, end)
    await go(page, at)
    expect(wrong).toStrictEqual([])
    await close()
  }
  const isAt = (page: Page, address: string): Promise<void> => page.waitForURL((url) => url.href === address)

  it('leads from page to page', () =>
    walk(async (page, at) => {
      await page.getByRole('navigation', { name: 'Navigation' }).getByRole('link', { name: 'Practices 34' }).click()
      await isAt(page, at('practices/'))
      await page.getByRole('rowheader', { name: 'Incident management' }).getByRole('link').click()
      await isAt(page, at('practices/incident-management/'))
      await page.locator('svg a[href*="value-streams/"]').first().click()
      await page.waitForURL(/\/value-streams\/.+\//)
      await page.getByRole('link', { name: 'Anywhere' }).first().click()
      await isAt(page, at('').replace(/\/$/, `/${end}`))
    }))

  it('finds what was meant, in the box and on the search page', () =>
    walk(async (page, at) => {
      await page.keyboard.press('/')
      await page.getByRole('combobox', { name: 'Search' }).fill('incidnt managment')
      await page.getByRole('option', { name: /^Incident management/ }).waitFor()
      await page.keyboard.press('Enter')
      await isAt(page, at('practices/incident-management/'))
      await page.goto(at('search/?q=tickting'))
      const result = page.locator('.search-results').getByRole('link', { name: /^Ticketing ?Application/ })
      await result.click()
      await isAt(page, at('applications/ticketing/'))
    }))

  it('filters and sorts a list that it must load, and keeps that in the address', () =>
    walk(async (page, at) => {
      await page.goto(at('skills/'))
      await page.getByRole('searchbox').fill('skill 9')
      await page
        .getByRole('status')
        .filter({ hasText: /^19 of 132 skills/ })
        .waitFor()
      await page.getByRole('columnheader', { name: 'Name' }).getByRole('button').click()
      await page.getByRole('columnheader', { name: 'Name' }).getByRole('button').click()
      await isAt(page, at('skills/?q=skill+9&sort=-name'))
      await page.reload()
      await page
        .getByRole('status')
        .filter({ hasText: /^19 of 132 skills/ })
        .waitFor()
      await page.locator('tbody').getByRole('link').first().click()
      await isAt(page, at('skills/skill-99/'))
    }))

  it('answers what stops flowing; the address holds the question', () =>
    walk(async (page, at) => {
      await page.goto(at('impact/'))
      await page.getByRole('combobox', { name: 'Of which items?' }).fill('ticketing')
      await page.getByRole('option', { name: /^Ticketing ?Application/ }).waitFor()
      await page.keyboard.press('Enter')
      await page.getByRole('status').filter({ hasText: 'With Ticketing down' }).waitFor()
      await isAt(page, at('impact/?item=application/ticketing:DOWN'))
      await page.reload()
      await page.getByRole('status').filter({ hasText: 'With Ticketing down' }).waitFor()
      await page.locator('.answer').getByRole('link').first().click()
      await page.waitForURL(
        (url) => url.href.startsWith(at('').replace(/index\.html$/, '')) && !url.href.includes('/impact/'),
      )
    }))

  it('keeps the theme that was chosen, and has its fonts', () =>
    walk(async (page, at) => {
      await page.getByRole('combobox', { name: 'Theme' }).selectOption('dark')
      await page.goto(at('teams/'))
      expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
      const loaded = await page.evaluate(
        'document.fonts.ready.then((fonts) => [...fonts].map(({ family, status }) => `${family} ${status}`))',
      )
      expect(loaded).toStrictEqual(['own loaded'])
    }))
})

import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { build } from '../../cli/build.ts'
import { loadedStore } from '../loaded-store.ts'
import { smallCatalogue } from './built-site.ts'
import { englishTexts, germanTexts } from './messages/texts.ts'
import { plain, textOf } from './text-of.ts'

/**
 * A catalogue in two languages: the small one, and a layer on it that says its names in German, under the same ids. Only
 * that layer's configuration says how its site speaks, and where the other one stands.
 */
describe('a German site of a translated catalogue', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tributary-german-'))
  const page = (path: string): string => readFileSync(join(folder, 'site', path), 'utf8')
  beforeAll(async () => {
    const [below, layer] = [join(folder, 'catalogue'), join(folder, 'german')]
    cpSync(smallCatalogue, below, { recursive: true })
    mkdirSync(join(layer, 'practices'), { recursive: true })
    writeFileSync(join(layer, 'practices/service-desk.yaml'), 'name: Servicedesk\n')
    writeFileSync(
      join(layer, 'tributary.config.yaml'),
      `name: german
title: Kleinbetrieb & Söhne
extends: [../catalogue]
site:
  url: https://example.org
  base: /de/
  locale: de
  languages: { en: https://example.org/, de: https://example.org/de/, fr: https://example.org/fr }
`,
    )
    const store = await loadedStore(layer)
    await build(store, { site: join(folder, 'site') })
    await store.close()
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  it('has the layer’s words under the same address, and the lower layer’s where it says nothing', () => {
    const html = page('practices/service-desk/index.html')
    expect(html).toMatch(/<h1[^>]*>Servicedesk<\/h1>/)
    expect(html).toContain('href="../../value-streams/answer-a-question/"')
    expect(textOf(page('value-streams/answer-a-question/index.html'))).toContain('It is short.')
  })

  it('says in which language it is, and where it stands in others', () => {
    const html = page('practices/service-desk/index.html')
    expect(html).toMatch(/<html[^>]* lang="?de\b/)
    for (const [tag, base] of Object.entries({ en: '', de: 'de/', fr: 'fr/' }))
      expect(html).toContain(
        `<link rel="alternate" hreflang="${tag}" href="https://example.org/${base}practices/service-desk/">`,
      )
    const switcher = /<nav aria-label="Diese Seite in anderen Sprachen"[\s\S]*?<\/nav>/.exec(html)?.[0] ?? ''
    expect(
      [...switcher.matchAll(/<a href="(.*?)" lang="(.*?)" hreflang="\2">\s*(.*?)\s*<\/a>/g)].map(
        ([, ...parts]) => parts,
      ),
    ).toStrictEqual([
      ['https://example.org/practices/service-desk/', 'en', 'English'],
      ['https://example.org/fr/practices/service-desk/', 'fr', 'français'],
    ])
    expect(page('404.html')).not.toContain('hreflang')
  })

  it('has no English text of the interface on any page', () => {
    const english = new Set(
      [...englishTexts].flatMap(([key, text]) => {
        const words = plain(text)
        return words.length > 3 && germanTexts.get(key) !== text ? [words] : []
      }),
    )
    for (const text of germanTexts.values()) english.delete(plain(text))
    // What the catalogue says itself is in whatever language it is written in.
    const content = page('catalogue.json')
    for (const text of english) if (content.includes(text)) english.delete(text)
    // Types are named as in files and in the API.
    for (const type of ['Item', 'Note', 'Impact', 'Perspective']) english.delete(type)
    expect(english.size).toBeGreaterThan(400)
    const pages = globSync('**/*.html', { cwd: join(folder, 'site') })
    expect(pages.length).toBeGreaterThan(80)
    const found = pages.flatMap((path) => englishOn(page(path), english).map((text) => `${path}: ${text}`))
    expect(found).toStrictEqual([])
  })

  it('speaks German in the browser: the impact explorer’s words and sentences', () => {
    const scripts = globSync('_astro/*.js', { cwd: join(folder, 'site') }).map((path) => page(path))
    const all = scripts.join('\n')
    for (const german of ['Ausgefallen', 'ist sonst nichts betroffen', 'hängt von']) expect(all).toContain(german)
    for (const english of ['Degraded', 'Narrow it down', 'What isn’t OK any more']) expect(all).not.toContain(english)
    const { types } = JSON.parse(page('impact.json')) as { types: readonly (readonly string[])[] }
    expect(types.find(([type]) => type === 'NEEDS_TOOL')).toStrictEqual([
      'NEEDS_TOOL',
      'wird erledigt mit',
      'ist ein Werkzeug in',
    ])
  })
})

/** The English texts that stand on a page by themselves, outside of what is marked as English, code and data. */
function englishOn(html: string, english: ReadonlySet<string>): string[] {
  const shown = html
    .replaceAll(/<(code|pre|script|style)\b[\s\S]*?<\/\1>/g, ' ')
    .replaceAll(/<(\w+)[^>]* lang="en"[^>]*>[\s\S]*?<\/\1>/g, ' ')
  const attributes = [...shown.matchAll(/(?:aria-label|placeholder|title|content|data-filter)="([^"]*)"/g)]
  const texts = [...shown.split(/<[^>]*>/), ...attributes.map(([, value = '']) => value)]
  return [...new Set(texts.map((each) => textOf(each)))].filter((text) => english.has(text))
}

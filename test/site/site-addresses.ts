import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { anchorsOf, linksOf } from './links-of.ts'
import type { SiteFiles } from './site-files.ts'

/** Where tests' sites are published. */
const published = 'https://example.org'

/** What a sort of file names: every address of the site itself, and those of other places. */
const namedIn: Readonly<Record<string, (text: string, file: string) => readonly string[]>> = {
  html: (text, file) => [...linksOf(file, text).map(({ href }) => href), ...all(text, / content="(https:[^"]*)"/g)],
  md: (text) => all(text, /\]\(([^)]*)\)/g),
  json: (text) => all(text, /"(?:url|schema|href)":"([^"]*)"/g),
  xml: (text) => [...all(text, /<loc>([^<]*)/g), ...all(text, /href="([^"]*)"/g)],
  txt: (text) => [...all(text, /\]\(([^)]*)\)/g), ...all(text, /^Sitemap: (.*)$/gm)],
}

const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, found = '']) => found)

/** How many addresses a built site names in its pages, their twins, its data and feeds, and which of them lead nowhere. */
export function siteAddresses(site: SiteFiles, base: string): { readonly count: number; readonly broken: string[] } {
  const files = site.files()
  const there = new Set(files)
  const anchors = new Map([...site.pages()].map(([file, html]) => [file, anchorsOf(html)]))
  const broken: string[] = []
  let count = 0
  for (const file of files) {
    const named = namedIn[file.split('.').at(-1) ?? '']?.(readFileSync(join(site.folder, file), 'utf8'), file) ?? []
    for (const address of named) {
      if (isElsewhere(address)) continue
      count += 1
      if (!leadsSomewhere(address, file, base, there, anchors)) broken.push(`${file}: ${address}`)
    }
  }
  return { count, broken }
}

const isElsewhere = (address: string): boolean =>
  /^[a-z][a-z0-9+.-]*:/i.test(address) && !address.startsWith(`${published}/`)

/** Whether an address leads to a file of the site, and to an anchor on it where it names one of a page. */
function leadsSomewhere(
  address: string,
  from: string,
  base: string,
  there: ReadonlySet<string>,
  anchors: ReadonlyMap<string, ReadonlySet<string>>,
): boolean {
  const { pathname, hash } = new URL(address, `${published}${base}${from.replace(/index\.\w+$/, '')}`)
  if (!pathname.startsWith(base)) return false
  const path = decodeURI(pathname.slice(base.length))
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path
  const onPage = anchors.get(file)
  return there.has(file) && (hash === '' || onPage === undefined || onPage.has(decodeURIComponent(hash.slice(1))))
}

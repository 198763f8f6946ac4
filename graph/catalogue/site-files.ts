import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { Layer, SiteFile } from './layer.ts'
import { placeOf } from './list-files.ts'
import { parseFile } from './parse-file.ts'
import { readText } from './read-text.ts'
import type { Report } from './report.ts'
import { suggest } from './suggest.ts'

/** The folder of a layer that holds what its site has beside or instead of the product's own. */
export const siteFolder = 'site'

/** What may lie there: a folder's files by ending, and what they are for. */
const places: readonly { readonly pattern: RegExp; readonly example: string }[] = [
  { pattern: /^theme\.css$/, example: 'theme.css' },
  { pattern: /^logo\.(svg|png)$/, example: 'logo.svg' },
  { pattern: /^fonts\/[\w.-]+\.woff2$/, example: 'fonts/name.woff2' },
  { pattern: /^pages\/[a-z0-9-]+\.md$/, example: 'pages/name.md' },
  { pattern: /^sections\/[a-z0-9-]+\/[\p{Ll}\p{Nd}-]+\.md$/u, example: 'sections/application/name.md' },
]

const texts = new Set(['.css', '.svg', '.md'])
/** In bytes: they are kept in the graph, so that a site can be built from it alone. */
const [largest, largestTotal] = [1024 * 1024, 4 * 1024 * 1024]

/**
 * Reads what layers bring for their site: theme, logo, fonts, pages and sections. A later layer's file replaces an earlier
 * one's of the same path. What can't be read, is too large or has no place is reported.
 * @returns sorted by path.
 */
export function readSiteFiles(layers: readonly Layer[], report: Report): SiteFile[] {
  const files = new Map<string, SiteFile>()
  for (const layer of layers) {
    const root = join(layer.folder, siteFolder)
    if (!existsSync(root) || layer.ignore.includes(siteFolder)) continue
    let total = 0
    for (const path of filesBelow(root)) {
      const file = readSiteFile(path, layer, report)
      if (file === undefined) continue
      total += file.content.length
      files.set(path, file)
    }
    if (total > largestTotal) {
      report.error('site-files', placeOf(layer, root), 'The files of this folder are larger than 4 MiB together.', {
        hint: 'They are kept in the graph: make pictures and fonts smaller.',
      })
    }
  }
  return [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1))
}

function readSiteFile(path: string, layer: Layer, report: Report): SiteFile | undefined {
  const place = placeOf(layer, join(layer.folder, siteFolder, path))
  if (!places.some(({ pattern }) => pattern.test(path))) {
    const examples = places.map(({ example }) => example)
    report.add('warning', 'site-files', place, 'This file is no part of a site: it is not used.', {
      hint: report.suggestion(() => suggest(path, examples)) ?? `There may be ${examples.join(', ')}.`,
    })
    return undefined
  }
  if (statSync(place.path).size > largest) {
    report.error('site-files', place, 'This file is larger than 1 MiB.', { hint: 'Make it smaller.' })
    return undefined
  }
  if (extname(path) === '.md' && path.startsWith('pages/')) {
    const parsed = parseFile(place, report)
    const title = parsed?.map.get('title')
    if (parsed !== undefined && typeof title !== 'string') {
      report.error('site-files', place, 'This page has no title.', { hint: 'Begin it with "---", "title: …", "---".' })
      return undefined
    }
    const summary = parsed?.map.get('summary')
    return parsed === undefined || typeof title !== 'string'
      ? undefined
      : { path, title, ...(typeof summary === 'string' ? { summary } : {}), content: parsed.body?.text ?? '' }
  }
  if (!texts.has(extname(path))) return { path, content: readFileSync(place.path).toString('base64'), base64: true }
  const content = readText(place, report)
  return content === undefined ? undefined : { path, content }
}

/** Paths of the files below a folder, with slashes, sorted; hidden ones left out. */
function filesBelow(folder: string, above = ''): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = above + entry.name
      if (entry.isDirectory()) return filesBelow(join(folder, entry.name), `${path}/`)
      return entry.isFile() ? [path] : []
    })
}

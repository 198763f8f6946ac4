import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'

/** What a build wrote. */
export interface Output {
  readonly pages: number
  readonly bytes: number
  /** Bytes by what their files are, the most first. */
  readonly parts: readonly { readonly what: string; readonly bytes: number }[]
  /** The median and the heaviest of items' pages. */
  readonly itemPages: readonly PageWeight[]
}

/** What a page's visitor fetches, packed with brotli. */
export interface PageWeight {
  readonly name: string
  readonly page: number
  /** With the styles and scripts that the first visit fetches too. */
  readonly first: number
}

/** Weighs a built site. */
export function outputOf(folder: string): Output {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ file, bytes: statSync(file).size }))
  const sum = (some: readonly { readonly bytes: number }[]): number => some.reduce((all, { bytes }) => all + bytes, 0)
  const parts = [...Map.groupBy(files, ({ file }) => extname(file) || 'others')].map(([what, some]) => ({
    what,
    bytes: sum(some),
  }))
  const items = files
    .filter(({ file }) => file.endsWith('.html') && /<nav class="trail"/.test(readFileSync(file, 'utf8')))
    .sort((a, b) => a.bytes - b.bytes)
  const weigh = (name: string, at: number): PageWeight[] => {
    const file = items[at]?.file
    return file === undefined ? [] : [{ name: `${name} (${file.slice(folder.length)})`, ...weightOf(file) }]
  }
  return {
    pages: files.filter(({ file }) => file.endsWith('.html')).length,
    bytes: sum(files),
    parts: parts.sort((a, b) => b.bytes - a.bytes),
    itemPages: [
      ...weigh('Median page of an item', Math.floor(items.length / 2)),
      ...weigh('Heaviest page of an item', items.length - 1),
    ],
  }
}

function weightOf(file: string): Omit<PageWeight, 'name'> {
  const html = readFileSync(file, 'utf8')
  const named = [...html.matchAll(/<(?:link rel="stylesheet" href|script defer src)="([^"]+)"/g)]
  const fetched = new Set(named.map(([, path = '']) => join(dirname(file), path)))
  // What a script imports joins the set, and its turn comes too.
  for (const each of fetched) {
    if (!each.endsWith('.js')) continue
    for (const [, path = ''] of readFileSync(each, 'utf8').matchAll(
      /(?:^|;)import(?:[^'"`;()]*from)?["'`]([^"'`]+)["'`]/g,
    ))
      fetched.add(join(dirname(each), path))
  }
  const page = packed(file)
  return { page, first: [...fetched].reduce((all, each) => all + packed(each), page) }
}

const packed = (file: string): number => brotliCompressSync(readFileSync(file)).length

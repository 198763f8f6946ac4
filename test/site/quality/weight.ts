import { brotliCompressSync, constants } from 'node:zlib'

/** What a page transfers, compressed, in bytes: what its reader waits for, and data that scripts fetch for a question. */
export interface Weight {
  readonly html: number
  readonly css: number
  readonly scripts: number
  readonly images: number
  readonly page: number
  readonly data: number
}

/** A file that a browser asked for. */
interface Asked {
  readonly url: string
  /** As Playwright calls them: `document`, `stylesheet`, `script`, `image`, `fetch` … */
  readonly type: string
  readonly body: Buffer
}

/** The heaviest that a page may be, its picture included: KB of 1,000 bytes. */
export const mostPageBytes = 60_000

/** Adds up what was transferred, each file as Brotli makes it when a server compresses on the fly. */
export function weightOf(asked: readonly Asked[]): Weight {
  const sum = (...types: readonly string[]): number =>
    asked.reduce((total, { type, body }) => total + (types.includes(type) ? compressed(body) : 0), 0)
  const [html, css, scripts] = [sum('document'), sum('stylesheet'), sum('script')]
  const images = sum('image', 'font', 'other')
  return { html, css, scripts, images, page: html + css + scripts + images, data: sum('fetch', 'xhr') }
}

/** The size of something once it is compressed. */
export const compressed = (body: Buffer): number =>
  brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).byteLength

/** Weights as a table for people, the heaviest first: KB, with one decimal. */
export function weightTable(weights: ReadonlyMap<string, Weight>): string {
  const parts = ['page', 'html', 'css', 'scripts', 'images', 'data'] as const
  const rows = [...weights]
    .sort(([, one], [, other]) => other.page - one.page)
    .map(([name, weight]) => [name, ...parts.map((part) => (weight[part] / 1000).toFixed(1))])
  const widest = Math.max(...rows.map(([name = '']) => name.length))
  return [['KB, Brotli', ...parts], ...rows]
    .map(([name = '', ...cells]) => [name.padEnd(widest), ...cells.map((cell) => cell.padStart(7))].join(' '))
    .join('\n')
}

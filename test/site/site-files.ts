import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

/** The files of a built site. */
export interface SiteFiles {
  readonly folder: string
  /** Every file, from the folder, with forward slashes. */
  files(): string[]
  /** The text of a page by its address: `practices/incident-management/`. */
  page(path: string): string
  /** Every page's HTML by its file: `practices/incident-management/index.html`. */
  pages(): ReadonlyMap<string, string>
}

/** The site that lies in a folder. */
export function siteFiles(folder: string): SiteFiles {
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8')
  const files = (): string[] =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
  return {
    folder,
    files,
    page: (path) => read(path.endsWith('.html') ? path : join(path, 'index.html')),
    pages: () => new Map(files().flatMap((name) => (name.endsWith('.html') ? [[name, read(name)]] : []))),
  }
}

import { existsSync, readdirSync } from 'node:fs'
import { extname, join } from 'node:path'
import { configFile } from '../../graph/catalogue/config-settings.ts'
import { siteFolder } from '../../graph/catalogue/site-files.ts'
import type { Model } from '../../graph/model/model.ts'

/** A file of a catalogue, besides those of items, in which ids may stand. */
export interface OtherFile {
  readonly path: string
  /** How it is read: settings and scenarios as YAML, of which only scenarios have ids as names of fields; pages as text. */
  readonly is: 'settings' | 'scenario' | 'page'
}

/** The configuration, pages and sections of the site, and whatever YAML lies outside of the kinds' folders: scenarios. */
export function otherFiles(folder: string, model: Model): OtherFile[] {
  const kinds = new Set([...model.kinds.values()].map((kind) => kind.folder))
  const notHere = new Set([...kinds, siteFolder, 'model', 'node_modules'])
  const pages = filesBelow(join(folder, siteFolder), ['.md'], new Set())
  const scenarios = filesBelow(folder, ['.yaml', '.yml'], notHere).filter((path) => path !== join(folder, configFile))
  return [
    { path: join(folder, configFile), is: 'settings' },
    ...pages.map((path) => ({ path, is: 'page' as const })),
    ...scenarios.map((path) => ({ path, is: 'scenario' as const })),
  ]
}

/** Files with these endings, sorted; none that are hidden, nor those of other catalogues. */
function filesBelow(folder: string, endings: readonly string[], without: ReadonlySet<string>): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.') && !without.has(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      if (entry.isFile()) return endings.includes(extname(entry.name)) ? [path] : []
      return entry.isDirectory() && !existsSync(join(path, configFile)) ? filesBelow(path, endings, new Set()) : []
    })
}

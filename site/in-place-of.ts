import type { Plugin } from 'vite'
import { basename } from 'node:path'

/**
 * Bundles other files in the place of some of the site's modules: a language's messages, an organisation's style sheet.
 * @param others the file to take, by the file whose place it takes; absolute paths.
 */
export function inPlaceOf(others: ReadonlyMap<string, string>): Plugin {
  const names = new Set([...others.keys()].map((file) => basename(file)))
  return {
    name: 'tributary-in-place-of',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (!names.has(basename(source))) return
      const found = await this.resolve(source, importer, { ...options, skipSelf: true })
      return (found === null ? undefined : others.get(found.id)) ?? found
    },
  }
}

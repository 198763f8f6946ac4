import { readdirSync } from 'node:fs'

/**
 * Imports every module of a folder, sorted by file name: how rules, stores and commands are found, so that adding one takes
 * one file.
 * @param folder its URL, with a slash at the end, from `import.meta.url`: sources and compiled code alike.
 * @param only the name of the one that is needed, without its ending; all where there is none of that name.
 */
export async function modulesIn<Module>(folder: URL, only?: string): Promise<Module[]> {
  const all = readdirSync(folder).filter((file) => /\.(ts|js)$/.test(file) && !file.endsWith('.d.ts'))
  const named = all.filter((file) => file.replace(/\.(ts|js)$/, '') === only)
  const files = named.length > 0 ? named : all
  return Promise.all(files.sort().map(async (file) => (await import(new URL(file, folder).href)) as Module))
}

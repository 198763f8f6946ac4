import { readdirSync } from 'node:fs'

/**
 * Imports every module of a folder, sorted by file name: how rules, stores and commands are found, so that adding one takes
 * one file.
 * @param folder its URL, with a slash at the end, from `import.meta.url`: sources and compiled code alike.
 */
export async function modulesIn<Module>(folder: URL): Promise<Module[]> {
  const files = readdirSync(folder).filter((file) => /\.(ts|js)$/.test(file) && !file.endsWith('.d.ts'))
  return Promise.all(files.sort().map(async (file) => (await import(new URL(file, folder).href)) as Module))
}

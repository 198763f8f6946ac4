import { lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** More files than any catalog has: the folder is a mistake, such as a home folder. */
const mostFiles = 100_000

/**
 * The YAML files of a folder tree, sorted; of a file, the file alone. Folders that begin with a dot, `node_modules` and symbolic
 * links aren't followed.
 * @returns undefined when there are more than 100,000.
 */
export function listYamlFiles(path: string): string[] | undefined {
  if (!lstatSync(path).isDirectory()) return [path]
  const files: string[] = []
  const folders = [path]
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
      const at = join(folder, entry.name)
      if (entry.isDirectory()) folders.push(at)
      else if (entry.isFile() && /\.ya?ml$/i.test(entry.name)) files.push(at)
    }
    if (files.length > mostFiles) return undefined
  }
  return files.sort()
}

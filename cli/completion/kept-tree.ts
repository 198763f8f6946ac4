import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { CommandTree } from './command-tree.ts'

/** Folders whose files are commands. */
const folders = ['../commands/', '../export/formats/', '../import/']

/**
 * The command line, from a file that an earlier completion left: reading all commands takes longer than somebody who has
 * pressed a key waits. It is made anew when a command's file changes.
 * @param folder where it is kept; the user's cache when left out.
 */
export async function keptTree(folder = cacheFolder()): Promise<CommandTree> {
  const path = join(folder, 'commands.json')
  const stamp = stampOf()
  const kept = read(path)
  if (kept?.stamp === stamp) return kept.tree
  const tree = await freshTree()
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(path, JSON.stringify({ stamp, tree }))
  } catch {
    // Where nothing can be kept, completion is only slower.
  }
  return tree
}

/** The command line as it is. */
export async function freshTree(): Promise<CommandTree> {
  const [{ program }, { commandTree }, { readModel }] = await Promise.all([
    import('../main.ts'),
    import('./command-tree.ts'),
    import('../../graph/model/read-model.ts'),
  ])
  return commandTree(await program(), [...readModel().kinds.values()])
}

function cacheFolder({ XDG_CACHE_HOME, LOCALAPPDATA }: NodeJS.ProcessEnv = process.env): string {
  return join(XDG_CACHE_HOME || LOCALAPPDATA || join(homedir(), '.cache'), 'tributary')
}

/** Changes when Tributary, or one of its commands, does. */
function stampOf(): string {
  const files = folders.flatMap((folder) => {
    const url = new URL(folder, import.meta.url)
    return readdirSync(url).map((name) => `${name} ${String(statSync(new URL(name, url)).mtimeMs)}`)
  })
  return `${import.meta.url} ${files.join(' ')}`
}

function read(path: string): { readonly stamp: string; readonly tree: CommandTree } | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as { stamp: string; tree: CommandTree }
  } catch {
    return undefined
  }
}

import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, extname, join, resolve } from 'node:path'
import { packageRoot } from '../../graph/package-root.ts'
import type { TreeKind } from './command-tree.ts'

const configFile = 'tributary.config.yaml'

/** Which graph a command line that isn't finished asks. */
export interface AskedSoFar {
  readonly catalogue?: string
  readonly store: string
}

/** Ids of a graph's items, sorted; none where it can't be told at once, as of a server's. */
export async function knownIds({ catalogue, store }: AskedSoFar, kinds: readonly TreeKind[]): Promise<string[]> {
  if (catalogue !== undefined) return [...idsOfFiles(resolve(catalogue), kinds, new Set())].sort()
  const folder = store.startsWith('file:') ? store.slice('file:'.length) : undefined
  const loaded = folder === undefined ? undefined : await idsOfGraph(folder, store)
  return loaded ?? [...idsOfFiles(resolve('.'), kinds, new Set())].sort()
}

/** Ids of the graph in a folder, from a file beside it that is written after each load; undefined where none is loaded. */
async function idsOfGraph(folder: string, address: string): Promise<string[] | undefined> {
  const current = textOf(join(folder, 'current'))
  if (current === undefined) return undefined
  const path = join(folder, 'ids.json')
  const kept = keptIn(path)
  if (kept?.of === current) return kept.ids
  const [{ openStore }, { labels }] = await Promise.all([
    import('../../graph/store/open-store.ts'),
    import('../../graph/representation.ts'),
  ])
  const store = await openStore(address)
  const rows = await store
    .read<{ readonly id: string }>(`MATCH (n:${labels.item}) RETURN n.id AS id ORDER BY id`)
    .finally(() => store.close())
  const ids = rows.map(({ id }) => id)
  try {
    writeFileSync(path, JSON.stringify({ of: current, ids }))
  } catch {
    // Where nothing can be kept, completion is only slower.
  }
  return ids
}

function keptIn(path: string): { readonly of: string; readonly ids: string[] } | undefined {
  try {
    return JSON.parse(textOf(path) ?? '') as { of: string; ids: string[] }
  } catch {
    return undefined
  }
}

/** Ids that a catalogue's files have by their names, those of its layers included: no file is read but its configuration. */
function* idsOfFiles(folder: string, kinds: readonly TreeKind[], seen: Set<string>): Generator<string> {
  if (seen.has(folder)) return
  seen.add(folder)
  const config = textOf(join(folder, configFile))
  if (config === undefined) return
  for (const { folder: name, idPrefix } of [...kinds, ...ownKinds(folder)])
    for (const file of filesBelow(join(folder, name)))
      if (['.yaml', '.yml', '.md'].includes(extname(file))) yield `${idPrefix}/${basename(file, extname(file))}`
  for (const layer of layersIn(config)) {
    // A plain word is a built-in layer, where there is one of that name.
    const builtIn = join(packageRoot, 'catalogues', basename(layer))
    const isBuiltIn = basename(layer) === layer && textOf(join(builtIn, configFile)) !== undefined
    yield* idsOfFiles(isBuiltIn ? builtIn : resolve(folder, layer), kinds, seen)
  }
}

/** What `extends` names, in a line or in one each. */
function layersIn(config: string): string[] {
  const said = /^extends:[ \t]*(?:\[([^\]]*)\]|((?:\r?\n[ \t]*-[^\n]*)+))/m.exec(config)
  const entries = said?.[1]?.split(',') ?? said?.[2]?.split('\n').map((line) => line.replace(/^\s*-/, '')) ?? []
  return entries
    .map((entry) =>
      entry
        .replace(/\s#.*$/, '')
        .trim()
        .replace(/^(['"])(.*)\1$/, '$2'),
    )
    .filter(Boolean)
}

/** Kinds that the catalogue's own model files add. */
const ownKinds = (folder: string): TreeKind[] =>
  filesBelow(join(folder, 'model')).flatMap((file) =>
    [...(textOf(file) ?? '').matchAll(/^type\s+(\w+)[^{]*@kind\([^)]*folder:\s*"([^"]+)"/gm)].map(
      ([, name = '', kindFolder = '']) => ({
        folder: kindFolder,
        idPrefix: name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase(),
      }),
    ),
  )

function filesBelow(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name))
  } catch {
    return []
  }
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

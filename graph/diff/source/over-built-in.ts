import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { builtInLayers } from '../../catalogue/built-in-layers.ts'
import type { Source } from '../../catalogue/catalogue.ts'
import { configFile } from '../../catalogue/config-settings.ts'
import { readCatalogue } from '../../catalogue/read-catalogue.ts'
import type { ReadOptions } from '../../catalogue/read-catalogue.ts'
import { wantedGraph } from '../../load/wanted-graph.ts'
import type { StoredGraph } from '../../load/stored-graph.ts'
import type { Side } from '../side.ts'

/**
 * A side without a catalogue, with what the built-in layers of the other side say of the items that the other side has: they
 * come with Tributary, and nobody adds or removes them. What the other leaves out of those layers is left out here too.
 */
export async function overBuiltIn(absent: Side, other: Side, options: ReadOptions = {}): Promise<Side> {
  const layers = builtInOf(other)
  if (layers.length === 0) return absent
  const { nodes, relations } = await graphOf(layers, options)
  const shared = new Map([...nodes].filter(([id]) => other.graph.nodes.has(id)))
  const among = [...relations].filter(([, { from, to }]) => shared.has(from) && shared.has(to))
  return {
    ...absent,
    graph: { nodes: shared, relations: new Map(among) },
    builtIn: { layers, items: shared.size },
  }
}

/** The built-in layers that a side's items come from. A catalogue that is itself built in is its own. */
function builtInOf({ graph, settings }: Side): string[] {
  const sources = [...graph.nodes.values()].flatMap(
    ({ properties }) => JSON.parse(String(properties['sources'] ?? '[]')) as Source[],
  )
  const layers = new Set(sources.map(({ layer }) => layer))
  return builtInLayers.filter((name) => layers.has(name) && name !== settings.name)
}

/** What built-in layers alone say, read as below any catalogue. */
async function graphOf(layers: readonly string[], options: ReadOptions): Promise<StoredGraph> {
  const folder = mkdtempSync(join(tmpdir(), 'tributary-diff-'))
  try {
    writeFileSync(join(folder, configFile), `name: none\nextends: [${layers.join(', ')}]\n`)
    const { catalogue } = await readCatalogue(folder, options)
    if (catalogue === undefined) throw new Error(`The built-in layers ${layers.join(', ')} have errors.`)
    return wantedGraph(catalogue)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

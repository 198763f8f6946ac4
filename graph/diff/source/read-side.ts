import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, sep } from 'node:path'
import type { Finding } from '../../catalogue/finding.ts'
import { readCatalogue } from '../../catalogue/read-catalogue.ts'
import type { ReadOptions } from '../../catalogue/read-catalogue.ts'
import { readFindings, whole } from '../../load/loaded-lists.ts'
import { ofOneRevision } from '../../load/of-one-revision.ts'
import { readGraph } from '../../load/read-graph.ts'
import { modelFromFiles } from '../../model/read-model.ts'
import { openStore } from '../../store/open-store.ts'
import { absentSide, sideOfCatalogue, sideOfGraph } from '../side.ts'
import type { Side } from '../side.ts'
import { writeRevision } from './revision-files.ts'
import { commitOf, mergeBaseOf } from './revision.ts'
import type { Commit } from './revision.ts'
import type { Source } from './source.ts'

/** A catalogue with errors: nobody knows what it says, so that there is nothing to compare. */
export class InvalidSide extends Error {
  override readonly name = 'InvalidSide'
  readonly label: string
  /** The errors, with places as people know them. */
  readonly errors: readonly Finding[]

  constructor(label: string, findings: readonly Finding[]) {
    super(`there are errors in ${label}`)
    this.label = label
    this.errors = findings.filter(({ severity }) => severity === 'error')
  }
}

/**
 * Reads one of the two sides. A revision that doesn't have the catalogue yet is one without anything in it.
 * @throws InvalidSide for a catalogue with errors, SourceError for a revision that can't be read, and StoreError and
 * NothingLoadedError for a graph.
 */
export async function readSide(source: Source, options: ReadOptions = {}): Promise<Side> {
  switch (source.of) {
    case 'FOLDER':
      return fromFiles(`the files in ${source.folder}`, source.folder, options)
    case 'STORE':
      return fromStore(source.address)
    case 'REVISION':
      return fromCommit(await commitOf(source.folder, source.revision), options)
    case 'MERGE_BASE':
      return fromCommit(await mergeBaseOf(source.folder, source.revisions), options)
  }
}

async function fromFiles(label: string, folder: string, options: ReadOptions): Promise<Side> {
  const { catalogue, findings } = await readCatalogue(folder, options)
  if (catalogue === undefined) throw new InvalidSide(label, findings)
  return sideOfCatalogue(label, catalogue)
}

async function fromStore(address: string): Promise<Side> {
  const store = await openStore(address)
  try {
    return await ofOneRevision(store, async (loaded) => {
      const graph = await readGraph(store, modelFromFiles(loaded.model), loaded)
      const findings = await whole(readFindings(store))
      return sideOfGraph(`revision ${loaded.revision} in ${store.address}`, loaded, graph, findings)
    })
  } finally {
    await store.close()
  }
}

async function fromCommit(commit: Commit, options: ReadOptions): Promise<Side> {
  const below = realpathSync(mkdtempSync(join(tmpdir(), 'tributary-diff-')))
  try {
    const folder = await writeRevision(commit, below)
    if (folder === undefined) return absentSide(commit.label)
    return await fromFiles(commit.label, folder, options)
  } catch (error) {
    if (!(error instanceof InvalidSide)) throw error
    const known = ({ place, ...finding }: Finding): Finding => ({
      ...finding,
      place: { ...place, path: `${commit.hash.slice(0, 7)}:${pathIn(commit, below, place.path)}` },
    })
    throw new InvalidSide(commit.label, error.errors.map(known))
  } finally {
    rmSync(below, { recursive: true, force: true })
  }
}

/** A path below the temporary folder as the repository knows it: what follows the colon in `git show`. */
function pathIn({ root }: Commit, below: string, path: string): string {
  const base = join(below, ...root.split(sep).filter((part) => part !== ''), sep)
  return path.startsWith(base) ? path.slice(base.length) : path
}

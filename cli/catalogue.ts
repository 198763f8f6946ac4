import type { Catalogue } from '../graph/catalogue/catalogue.ts'
import { formatSums, formatText } from '../graph/catalogue/formats/text.ts'
import type { ReadCatalogue } from '../graph/catalogue/read-catalogue.ts'
import { applyPlan } from '../graph/load/apply-plan.ts'
import { planLoad } from '../graph/load/plan.ts'
import type { Plan } from '../graph/load/plan.ts'
import { openAudience, UnknownAudienceError } from '../graph/audience/open-audience.ts'
import { openStore } from '../graph/store/open-store.ts'
import type { Store } from '../graph/store/store.ts'
import { requireRevision } from './at-least-revision.ts'
import { exitCodes, Failure } from './failure.ts'
import { Progress, say } from './progress.ts'

/** Reads a catalogue and shows how far it is. */
export async function readWithProgress(folder: string, today?: string): Promise<ReadCatalogue> {
  const progress = new Progress()
  const onFile = (done: number, of: number): void => {
    progress.show('reading files', done, of)
  }
  const onRule = (done: number, of: number): void => {
    progress.show('checking rules', done, of)
  }
  try {
    // What asks a loaded graph needs none of what reads files.
    const { readCatalogue } = await import('../graph/catalogue/read-catalogue.ts')
    return await readCatalogue(folder, { onFile, onRule, ...(today === undefined ? {} : { today }) })
  } finally {
    progress.end()
  }
}

/** Compares a catalogue with a graph and shows how far it is. */
export async function planWithProgress(store: Store, catalogue: Catalogue, progress = new Progress()): Promise<Plan> {
  const onItem = (done: number, of: number): void => {
    progress.show('comparing items with the graph', done, of)
  }
  try {
    return await planLoad(store, catalogue, onItem)
  } finally {
    progress.end()
  }
}

/** A catalogue that can be loaded. @throws Failure after telling every error, when there are any. */
export async function validCatalogue(folder: string): Promise<Catalogue> {
  const { catalogue, findings, files } = await readWithProgress(folder)
  if (catalogue === undefined) {
    say(formatText(findings.filter((finding) => finding.severity === 'error')))
    throw new Failure(`\n${count(files)} read: ${formatSums(findings)}. Nothing was loaded.`)
  }
  say(`${count(files)} read: ${formatSums(findings)}.`)
  return catalogue
}

/** Which graph a command asks. */
export interface GraphAsked {
  /** A catalogue, loaded into memory; left out: what is loaded in `store`. */
  readonly catalogue?: string
  readonly store: string
  /** Only what this audience sees of it. */
  readonly audience?: string
  /** The revision that the loaded graph must show, if not a later one. */
  readonly atLeastRevision?: number
}

/** The graph that a command asks: the loaded one or a catalogue's; all of it, or what an audience sees of it. @throws Failure for an unknown audience, and StoreError for a graph that can't be had, or is behind. */
export async function openGraph({ catalogue, store, audience, atLeastRevision }: GraphAsked): Promise<Store> {
  const whole = catalogue === undefined ? await openStore(store) : await loadedInMemory(catalogue)
  try {
    if (atLeastRevision !== undefined) await requireRevision(whole, atLeastRevision)
    return audience === undefined ? whole : await openAudience(whole, audience)
  } catch (error) {
    await whole.close()
    if (error instanceof UnknownAudienceError) throw new Failure(error.message, exitCodes.wrongUse)
    throw error
  }
}

async function loadedInMemory(folder: string): Promise<Store> {
  const catalogue = await validCatalogue(folder)
  const store = await openStore('memory:')
  await applyPlan(store, await planLoad(store, catalogue))
  return store
}

/** "1 file", "12 files". */
export const count = (files: number): string => `${String(files)} file${files === 1 ? '' : 's'}`

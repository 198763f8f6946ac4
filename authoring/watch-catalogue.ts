import { watch } from 'chokidar'
import { basename } from 'node:path'
import { FileMemory } from '../graph/catalogue/file-memory.ts'
import { builtInFolder, builtInLayers } from '../graph/catalogue/built-in-layers.ts'
import { readCatalogue } from '../graph/catalogue/read-catalogue.ts'
import type { ReadCatalogue } from '../graph/catalogue/read-catalogue.ts'

/** A catalogue that is read again whenever one of its files changes. */
export interface WatchedCatalogue {
  close(): Promise<void>
}

/** Saving a file is often several changes in a row: waits this long, in milliseconds, for the last of them. */
const settled = 30

const builtIn = new Set(builtInLayers.map(builtInFolder))

/**
 * Reads a catalogue, and again after each change of a file of its layers; of built-in layers nothing changes. Files that stay are
 * read once. Changes while `onRead` is at work lead to one more reading after it.
 * @param folder the catalogue's folder, absolute.
 * @param onRead told what came of each reading, and how long it took in milliseconds. What it throws goes to `onError`.
 */
export async function watchCatalogue(
  folder: string,
  onRead: (read: ReadCatalogue, took: number) => Promise<void>,
  onError: (error: unknown) => void,
): Promise<WatchedCatalogue> {
  const memory = new FileMemory()
  const watcher = watch(folder, { ignored: isNoPart, ignoreInitial: true })
  const state: { waiting?: NodeJS.Timeout; reading?: Promise<void>; changed: boolean } = { changed: false }

  const readOnce = async (): Promise<void> => {
    const started = performance.now()
    const read = await readCatalogue(folder, { memory })
    watcher.add(read.layers.map((layer) => layer.folder).filter((each) => !builtIn.has(each)))
    await onRead(read, performance.now() - started)
  }
  const readAgain = async (): Promise<void> => {
    while (state.changed) {
      state.changed = false
      await readOnce().catch(onError)
    }
    delete state.reading
  }
  watcher.on('all', () => {
    state.changed = true
    clearTimeout(state.waiting)
    state.waiting = setTimeout(() => {
      state.reading ??= readAgain()
    }, settled)
  })
  await readOnce()
  return {
    async close() {
      clearTimeout(state.waiting)
      await watcher.close()
      await state.reading
    },
  }
}

/** Hidden folders hold what tools keep for themselves: `.tributary`, `.git`. */
const isNoPart = (path: string): boolean => /^(\..+|node_modules)$/.test(basename(path))

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { configFile } from '../../catalogue/config-settings.ts'
import { allAdapters } from '../../store/adapter.ts'

/** Where a side is read from. */
export type Source =
  | { readonly of: 'FOLDER'; readonly folder: string }
  | { readonly of: 'REVISION'; readonly revision: string; readonly folder: string }
  | { readonly of: 'STORE'; readonly address: string }
  /** Where the histories of two revisions part. */
  | { readonly of: 'MERGE_BASE'; readonly revisions: readonly [string, string]; readonly folder: string }

/** What a side can't be read from, for people: with what to do about it. */
export class SourceError extends Error {
  override readonly name = 'SourceError'
  readonly hint: string | undefined

  constructor(message: string, hint?: string) {
    super(message)
    this.hint = hint
  }
}

/** What stands for itself and for what isn't said. */
export interface Defaults {
  /** The catalogue whose revisions are meant, and whose files are compared with what is said alone. */
  readonly catalogue: string
  /** Address of the graph that `graph` stands for. */
  readonly store: string
}

/**
 * The two sides that are meant: `A B`; `A..B` of revisions, and `A...B` from where they part; `A` alone against the
 * catalogue's files; nothing: its last commit against its files. Each is a catalogue's folder, a graph's address, `graph`,
 * or a revision.
 * @throws SourceError where there is something else beside a range.
 */
export async function sourcesOf(
  said: readonly string[],
  { catalogue, store }: Defaults,
): Promise<readonly [Source, Source]> {
  const [first = 'HEAD', second] = said
  const range = /^(.*?)(\.{2,3})(.*)$/s.exec(first)
  if (range !== null && !isCatalogue(first)) {
    const [, from = '', dots, to = ''] = range
    if (second !== undefined) throw new SourceError(`"${first}" are two revisions already: leave out "${second}".`)
    const [a, b] = [from || 'HEAD', to || 'HEAD']
    const after: Source = { of: 'REVISION', revision: b, folder: catalogue }
    if (dots === '...') return [{ of: 'MERGE_BASE', revisions: [a, b], folder: catalogue }, after]
    return [{ of: 'REVISION', revision: a, folder: catalogue }, after]
  }
  const schemes = (await allAdapters()).flatMap((each) => each.schemes)
  const sourceOf = (text: string): Source => {
    if (text === 'graph') return { of: 'STORE', address: store }
    const scheme = /^([a-z][a-z0-9+]*):/i.exec(text)?.[1]?.toLowerCase() ?? ''
    if (schemes.includes(scheme)) return { of: 'STORE', address: text }
    if (isCatalogue(text)) return { of: 'FOLDER', folder: text }
    // No revision begins like a path: what was meant is a folder, and its errors are the reader's to tell.
    if (/^(\.{0,2}[\\/]|\.{1,2}$)/.test(text)) return { of: 'FOLDER', folder: text }
    return { of: 'REVISION', revision: text, folder: catalogue }
  }
  return [sourceOf(first), second === undefined ? { of: 'FOLDER', folder: catalogue } : sourceOf(second)]
}

/** Whether a folder is a catalogue's. A revision of the same name is meant by `refs/heads/NAME`. */
const isCatalogue = (folder: string): boolean => existsSync(join(folder, configFile))

import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { builtInFolder } from '../../graph/catalogue/built-in-layers.ts'
import { tributary } from './soaked-server.ts'

/** The item that each revision says something else of, and none of the other questions. */
export const changingItem = 'e-procurement'

/** The example catalogue, which each load changes in one field, so that each makes a revision. */
export class ChangingCatalogue {
  readonly #folder: string
  readonly #store: string
  readonly #summaries = new Map<number, string>()

  /** @param folder where it is written; there is nothing there yet. */
  constructor(folder: string, store: string) {
    this.#folder = folder
    this.#store = store
    cpSync(builtInFolder('example'), folder, { recursive: true })
  }

  /** Number of the revision that was loaded last, or is being loaded. */
  get revision(): number {
    return this.#summaries.size
  }

  /** What a revision says of the changing item. */
  summaryIn(revision: number): string | undefined {
    return this.#summaries.get(revision)
  }

  /** Loads the next revision. */
  async load(): Promise<void> {
    const next = this.revision + 1
    const summary = `Where people order, as of revision ${next}.`
    const path = join(this.#folder, `applications/${changingItem}.yaml`)
    writeFileSync(path, readFileSync(path, 'utf8').replace(/^summary: .*$/m, `summary: ${summary}`))
    // Said before it is so: the server may show it before the load has ended.
    this.#summaries.set(next, summary)
    await tributary('load', '--catalogue', this.#folder, '--store', this.#store)
  }
}

import { Session } from 'node:inspector'
import type { Profiler } from 'node:inspector'

/** Ours and the libraries that read for us; not the fuzzer itself, nor what comes with Node.js. */
const isRead = (url: string): boolean => url.startsWith('file:') && !url.includes('/test/fuzz/')

/** Which blocks of code run, counted by V8 itself: nothing is instrumented. */
export class Coverage {
  readonly #session = new Session()
  readonly #seen = new Set<string>()

  constructor() {
    this.#session.connect()
    this.#session.post('Profiler.enable')
    this.#session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  }

  /** How many blocks have run so far; each counts again when it runs 2, 4, 8 … times as often within one input. */
  get size(): number {
    return this.#seen.size
  }

  /** Whether anything ran since the last call that had never run before, or never so often. */
  grew(): boolean {
    const before = this.#seen.size
    for (const { url, functions } of this.#taken()) {
      if (!isRead(url)) continue
      for (const { ranges } of functions) {
        for (const { startOffset, endOffset, count } of ranges) {
          if (count > 0) this.#seen.add(`${url}:${startOffset}-${endOffset}*${Math.floor(Math.log2(count))}`)
        }
      }
    }
    return this.#seen.size > before
  }

  #taken(): Profiler.ScriptCoverage[] {
    let taken: Profiler.ScriptCoverage[] = []
    this.#session.post('Profiler.takePreciseCoverage', (error, { result }) => {
      if (error !== null) throw error
      taken = result
    })
    return taken
  }
}

import { Router } from 'express'
import type { Response } from 'express'
import type { Api } from '../../execute.ts'

/** How long the graph may take to say that it is there, milliseconds: whoever asks doesn't wait much longer either. */
const patience = 2_000
/** For how long an answer of the graph is good, milliseconds: however often readiness is asked, it isn't asked more often. */
const goodFor = 1_000
/** From when on an unanswered question to the graph is given up, and another is asked, milliseconds. */
const givenUpAfter = 30_000

/**
 * `/health`: the process answers. `/ready`: the graph does too, within two seconds, and something is loaded in it:
 * which revision, unless that is for some readers only.
 */
export function health(api: Pick<Api, 'execute'>, tellsRevision = true): Router {
  const router = Router()
  const readiness = new Readiness(() => askRevision(api))
  router.get('/health', (_, response) => {
    uncached(response).json({ status: 'ok' })
  })
  router.get('/ready', async (_, response) => {
    const revision = await readiness.revision()
    if (revision !== undefined) uncached(response).json({ status: 'ready', ...(tellsRevision ? { revision } : {}) })
    else uncached(response).status(503).json({ status: 'the graph does not answer, or holds nothing' })
  })
  return router
}

const uncached = (response: Response): Response => response.set('cache-control', 'no-store')

async function askRevision(api: Pick<Api, 'execute'>): Promise<number | undefined> {
  const { data } = await api.execute<{ catalogue?: { revision: number } | null }>('{ catalogue { revision } }')
  return data?.catalogue?.revision
}

/** Asks the graph one question at a time, and not more often than needed. */
export class Readiness {
  readonly #ask: () => Promise<number | undefined>
  #asked: { readonly at: number; readonly answer: Promise<number | undefined>; answered: boolean } | undefined

  /** @param ask the graph's revision; a failure is as good as none. */
  constructor(ask: () => Promise<number | undefined>) {
    this.#ask = ask
  }

  /** The revision that is loaded; undefined where there is none, or the graph doesn't answer in time. */
  async revision(): Promise<number | undefined> {
    const answer = this.#question()
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(resolve, patience, undefined)
    })
    try {
      return await Promise.race([answer, late])
    } finally {
      clearTimeout(timer)
    }
  }

  #question(): Promise<number | undefined> {
    const age = performance.now() - (this.#asked?.at ?? -Infinity)
    if (this.#asked !== undefined && age < (this.#asked.answered ? goodFor : givenUpAfter)) return this.#asked.answer
    const asked = { at: performance.now(), answered: false, answer: this.#ask().catch(() => undefined) }
    this.#asked = asked
    void asked.answer.then(() => (asked.answered = true))
    return asked.answer
  }
}

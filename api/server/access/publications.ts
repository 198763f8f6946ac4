import type { RequestHandler } from 'express'
import { routes } from '../routes.ts'
import type { Publication, Routes, Serving } from '../routes.ts'
import { admittedAs } from './admission.ts'
import { everything } from './access-settings.ts'

/** What a server publishes to each audience: routes of their own, made when the first of them asks. */
export class Publications {
  readonly #open: (audience: string) => Promise<Publication>
  readonly #serving: Serving
  readonly #routes = new Map<string, Promise<Routes>>()
  readonly #close: (() => Promise<void>)[] = []

  /**
   * @param whole what those see who may see everything. It is closed by whoever opened it.
   * @param forAudience opens what an audience sees; its API is closed here.
   */
  constructor(whole: Publication, forAudience: (audience: string) => Promise<Publication>, serving: Serving) {
    this.#serving = serving
    this.#open = async (audience) => {
      if (audience === everything) return whole
      const publication = await forAudience(audience)
      this.#close.push(() => publication.api.close())
      return publication
    }
  }

  /** Makes those of whoever may see everything. @throws where they can't be made. */
  async prepare(): Promise<void> {
    await this.#routesOf(everything)
  }

  /** Answers a request with what its audience sees (`admission`), and nothing else. */
  readonly handle: RequestHandler = async (request, response, next) => {
    const { router } = await this.#routesOf(admittedAs(response))
    router(request, response, next)
  }

  /** Answers the requests that have begun, then lets go of the audiences' graphs. */
  async close(): Promise<void> {
    const made = await Promise.allSettled(this.#routes.values())
    await Promise.all(made.map(async (each) => (each.status === 'fulfilled' ? each.value.close() : undefined)))
    await Promise.all(this.#close.map((close) => close()))
  }

  /** Made once, however many ask at the same time; after a failure the next request tries again. */
  #routesOf(audience: string): Promise<Routes> {
    const made =
      this.#routes.get(audience) ?? this.#open(audience).then((publication) => routes(publication, this.#serving))
    this.#routes.set(audience, made)
    made.catch(() => this.#routes.delete(audience))
    return made
  }
}

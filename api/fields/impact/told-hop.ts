import type { Source } from '../../../graph/catalogue/catalogue.ts'
import type { Hop } from '../../../graph/impact/path.ts'
import type { LoadedSnapshot } from '../../../graph/impact/read-snapshot.ts'
import { leftInWords } from '../../../graph/impact/sentence.ts'
import type { Criticality } from '../../../graph/impact/states.ts'
import type * as Answer from '../../generated/resolvers.ts'

/** A need as the API tells it, from one of its ends. Each part is put together when a request selects it. */
export class ToldHop implements Answer.ImpactHop {
  readonly #snapshot: LoadedSnapshot
  readonly #named: (id: string) => Answer.NamedItem
  readonly #hop: Hop
  readonly #from: string

  constructor(snapshot: LoadedSnapshot, named: (id: string) => Answer.NamedItem, hop: Hop, from: string) {
    this.#snapshot = snapshot
    this.#named = named
    this.#hop = hop
    this.#from = from
  }

  get from(): Answer.NamedItem {
    return this.#named(this.#from)
  }

  get to(): Answer.NamedItem {
    const { dependent, needed } = this.#hop.need
    return this.#named(this.#from === dependent ? needed : dependent)
  }

  get relation(): string {
    return this.#hop.need.type
  }

  get verb(): string {
    const { type, dependent } = this.#hop.need
    const [there, back] = this.#snapshot.verbs.get(type) ?? [type, type]
    return this.#from === dependent ? there : back
  }

  get criticality(): Criticality | undefined {
    return this.#hop.need.criticality
  }

  get group(): Answer.GroupLeft | null {
    const { group } = this.#hop
    return group === undefined ? null : { ...group, text: leftInWords(group) }
  }

  get sources(): readonly Source[] {
    return this.#snapshot.sourcesOf(this.#hop.need)
  }
}

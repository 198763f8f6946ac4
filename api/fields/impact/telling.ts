import type { IndexedSnapshot } from '../../../graph/impact/index-snapshot.ts'
import { entry } from '../../../graph/impact/index-snapshot.ts'
import type { Hop, Path } from '../../../graph/impact/path.ts'
import type { LoadedSnapshot } from '../../../graph/impact/read-snapshot.ts'
import { leftInWords } from '../../../graph/impact/sentence.ts'
import type * as Answer from '../../generated/resolvers.ts'

/** Turns what impact found, which speaks of ids and needs, into what the API answers. */
export class Telling {
  readonly #snapshot: LoadedSnapshot
  readonly #index: IndexedSnapshot

  constructor(snapshot: LoadedSnapshot) {
    this.#snapshot = snapshot
    this.#index = snapshot.index
  }

  /** An item by its name. */
  readonly named = (id: string): Answer.NamedItem => {
    const number = this.#index.numbers.get(id)
    return { id, name: number === undefined ? id : entry(this.#index.items, number).name }
  }

  /** A path, hop by hop, in its own direction. */
  readonly hops = ({ items, hops }: Path): Answer.ImpactHop[] =>
    hops.map((hop, i) => this.hop(hop, items[i] ?? hop.need.dependent))

  /** A need, told from one of its ends: from the item that needs, where it is a reason. */
  hop({ need, group }: Hop, from: string = need.dependent): Answer.ImpactHop {
    const isForth = from === need.dependent
    const [there, back] = this.#snapshot.verbs.get(need.type) ?? [need.type, need.type]
    return {
      from: this.named(from),
      to: this.named(isForth ? need.needed : need.dependent),
      relation: need.type,
      verb: isForth ? there : back,
      criticality: need.criticality,
      group: group === undefined ? null : { ...group, text: leftInWords(group) },
      sources: this.#snapshot.sourcesOf(need),
    }
  }
}

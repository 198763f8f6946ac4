import type { Affected, Impact } from '../../../graph/impact/impact.ts'
import type { IndexedSnapshot } from '../../../graph/impact/index-snapshot.ts'
import { nameOf } from '../../../graph/impact/neighbours.ts'
import { pathOf } from '../../../graph/impact/path.ts'
import type { Hop, Path, Trail } from '../../../graph/impact/path.ts'
import type { LoadedSnapshot } from '../../../graph/impact/read-snapshot.ts'
import { failureSentence, pathSentence } from '../../../graph/impact/sentence.ts'
import type { SnapshotItem } from '../../../graph/impact/snapshot.ts'
import type * as Answer from '../../generated/resolvers.ts'
import { ToldHop } from './told-hop.ts'

/** Turns what impact found, which speaks of ids and needs, into what the API answers. */
export class Telling {
  readonly #snapshot: LoadedSnapshot

  constructor(snapshot: LoadedSnapshot) {
    this.#snapshot = snapshot
  }

  /** An item by its name. */
  readonly named = (id: string): Answer.NamedItem => new ToldName(id, this.#snapshot.index)

  /** A path, hop by hop, in its own direction. */
  readonly hops = ({ items, hops }: Path): Answer.ImpactHop[] =>
    hops.map((hop, i) => this.hop(hop, items[i] ?? hop.need.dependent))

  /** A need, told from one of its ends: from the item that needs, where it is a reason. */
  hop(hop: Hop, from: string = hop.need.dependent): Answer.ImpactHop {
    return new ToldHop(this.#snapshot, this.named, hop, from)
  }

  /** An item that isn't OK, and why. */
  affected(affected: Affected, impact: Impact): Answer.AffectedItem {
    const { index, verbs } = this.#snapshot
    const { item, state, declared, degree } = affected
    const because = (): Answer.ImpactHop[] => affected.because.map((hop) => this.hop(hop))
    const sentence = (): string => failureSentence(index, impact, item.id, verbs) ?? ''
    return new ToldAffected(this, item, impact.trail, sentence, { state, declared, degree }, because)
  }

  /** An item that a change reaches, or that is needed. */
  reached(item: SnapshotItem, distance: number, trail: Trail): Answer.ReachedItem {
    const { index, verbs } = this.#snapshot
    const sentence = (): string => pathSentence(index, pathOf(trail, item.id), verbs) ?? ''
    return new ToldReached(this, item, trail, sentence, distance)
  }
}

/** An item that an answer names. Most requests select only ids of hops: its name is looked up when it is asked for. */
class ToldName implements Answer.NamedItem {
  readonly id: string
  readonly #index: IndexedSnapshot

  constructor(id: string, index: IndexedSnapshot) {
    this.id = id
    this.#index = index
  }

  get name(): string {
    return nameOf(this.#index, this.id)
  }
}

/** An item of an answer. Path and sentence are put together when a request selects them: they take longer than all the rest. */
class ToldItem {
  readonly id: string
  readonly kind: string
  readonly name: string
  readonly #telling: Telling
  readonly #trail: Trail
  readonly #sentence: () => string

  constructor(telling: Telling, { id, kind, name }: SnapshotItem, trail: Trail, sentence: () => string) {
    this.id = id
    this.kind = kind
    this.name = name
    this.#telling = telling
    this.#trail = trail
    this.#sentence = sentence
  }

  get path(): Answer.ImpactHop[] {
    return this.#telling.hops(pathOf(this.#trail, this.id))
  }

  get sentence(): string {
    return this.#sentence()
  }
}

class ToldAffected extends ToldItem implements Answer.AffectedItem {
  readonly state: Answer.ImpactState
  readonly declared: Answer.ImpactState | undefined
  readonly degree: number
  readonly #because: () => Answer.ImpactHop[]

  constructor(
    telling: Telling,
    item: SnapshotItem,
    trail: Trail,
    sentence: () => string,
    { state, declared, degree }: Pick<Affected, 'state' | 'declared' | 'degree'>,
    because: () => Answer.ImpactHop[],
  ) {
    super(telling, item, trail, sentence)
    this.state = state
    this.declared = declared
    this.degree = degree
    this.#because = because
  }

  get because(): Answer.ImpactHop[] {
    return this.#because()
  }
}

class ToldReached extends ToldItem implements Answer.ReachedItem {
  readonly distance: number

  constructor(telling: Telling, item: SnapshotItem, trail: Trail, sentence: () => string, distance: number) {
    super(telling, item, trail, sentence)
    this.distance = distance
  }
}

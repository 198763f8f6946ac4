import type { Kind } from '../catalogue/model.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { messages } from '../messages/messages.ts'

/** A part of the subject, as the navigation and the colours of labels tell them apart. */
export interface Area {
  readonly id: 'stream' | 'chain' | 'resource' | 'governance' | 'idea' | 'more'
  readonly title: string
}

/** The areas in the order in which people look: what flows, what feeds it, what that rests on, who directs it. */
export const areas: readonly Area[] = [
  { id: 'stream', title: messages.areas.stream },
  { id: 'chain', title: messages.areas.chain },
  { id: 'resource', title: messages.areas.resource },
  { id: 'governance', title: messages.areas.governance },
  { id: 'idea', title: messages.areas.idea },
  { id: 'more', title: messages.areas.more },
]

/** Where the product's own kinds belong. A kind that a catalogue adds goes by its dimension, or under "More". */
const areaByKind: Readonly<Record<string, Area['id']>> = {
  ValueStream: 'stream',
  Step: 'stream',
  Service: 'stream',
  Product: 'stream',
  Stakeholder: 'stream',
  Metric: 'stream',
  Activity: 'chain',
  Practice: 'chain',
  Improvement: 'chain',
  GuidingPrinciple: 'governance',
  GoverningBody: 'governance',
  Policy: 'governance',
  Decision: 'governance',
  Concept: 'idea',
}

/** The area that a kind belongs to. */
export const areaOf = (kind: Pick<Kind, 'name' | 'dimension'>): Area['id'] =>
  areaByKind[kind.name] ?? (kind.dimension === undefined ? 'more' : 'resource')

/** The kinds of an area, those that people look for first ahead, added ones last. */
export function kindsIn(area: Area['id'], { model }: Pick<Catalogue, 'model'>): Kind[] {
  const order = Object.keys(areaByKind)
  const place = ({ name }: Kind): number => (order.includes(name) ? order.indexOf(name) : order.length)
  return [...model.kinds.values()].filter((kind) => areaOf(kind) === area).sort((a, b) => place(a) - place(b))
}

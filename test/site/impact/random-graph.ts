import { indexSnapshot } from '../../../graph/impact/index-snapshot.ts'
import { criticalities } from '../../../graph/impact/states.ts'
import type { Need } from '../../../graph/impact/snapshot.ts'
import type { ImpactGraph } from '../../../site/src/impact/impact-graph.ts'
import { writeImpactFile } from '../../../site/src/impact/write-impact-file.ts'
import type { ImpactFile } from '../../../site/src/impact/impact-file.ts'
import { itemWith } from '../page/item.ts'

/** A made-up graph that leads from layer to layer, as large as asked for: always the same. */
export function madeUpGraph(items: number, relations: number): ImpactGraph {
  const random = numbersFrom(items)
  const id = (number: number): string => `thing/${words[number % words.length] ?? ''}-${String(number)}`
  const kinds = ['Application', 'Team', 'Step', 'ValueStream', 'Service', 'Contract', 'Practice']
  const needs = Array.from({ length: relations }, (_, relation): Need => {
    const dependent = Math.floor(random() * (items - 10)) + 10
    const needed = Math.floor(dependent * (0.2 + 0.7 * random()))
    const change = random() < 0.3
    return {
      ...{ dependent: id(dependent), needed: id(needed), type: `TYPE_${String(relation % 40)}`, relation },
      criticality: change ? undefined : criticalities[Math.floor(random() * 3)],
      redundancyGroup: !change && random() < 0.1 ? `group ${String(relation % 30)}` : undefined,
      atLeast: undefined,
    }
  })
  const all = Array.from({ length: items }, (_, number) => ({
    id: id(number),
    kind: kinds[number % kinds.length] ?? '',
    name: `${words[(number * 7) % words.length] ?? ''} ${words[number % words.length] ?? ''} ${String(number)}`,
  }))
  const verbs = new Map(Array.from({ length: 40 }, (_, n) => [`TYPE_${String(n)}`, ['needs', 'is needed by']] as const))
  return { revision: 1, index: indexSnapshot({ items: all, needs }), verbs }
}

/** The graph as the site publishes it. */
export function fileOf(graph: ImpactGraph): ImpactFile {
  const { kind } = itemWith({})
  const names = new Set(graph.index.items.map((item) => item.kind))
  const kinds = new Map([...names].map((name) => [name, { ...kind, name }]))
  return writeImpactFile(graph, { model: { kinds }, items: new Map() })
}

const words = 'river service request change team desk mail portal ledger claims member network cloud supplier'.split(
  ' ',
)

/** Mulberry32: small, fast, and the same everywhere. */
function numbersFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

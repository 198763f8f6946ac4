import fc from 'fast-check'
import type { Side } from '../../../graph/diff/side.ts'
import { relationKey } from '../../../graph/load/stored-graph.ts'
import type { Properties, StoredNode, StoredRelation } from '../../../graph/load/stored-graph.ts'
import { readModel } from '../../../graph/model/read-model.ts'

/** What the random graphs are made of: enough of each kind for every meaning to come up. */
const ids = {
  Application: ['application/a', 'application/b', 'application/c'],
  Contract: ['contract/a', 'contract/b'],
  Practice: ['practice/a', 'practice/b', 'practice/c'],
  Service: ['service/a', 'service/b'],
  Step: ['step/x/one', 'step/x/two', 'step/y/one'],
  Supplier: ['supplier/a', 'supplier/b', 'supplier/c'],
  Team: ['team/a', 'team/b'],
  ValueStream: ['value-stream/x', 'value-stream/y'],
} as const

const some = (...kinds: readonly (keyof typeof ids)[]): fc.Arbitrary<string> =>
  fc.constantFrom(...kinds.flatMap((kind): readonly string[] => ids[kind]))

const relation = (type: string, from: fc.Arbitrary<string>, to: fc.Arbitrary<string>): fc.Arbitrary<StoredRelation> =>
  fc.record({ type: fc.constant(type), from, to, properties: fc.constant({}) })

const need = (type: string, from: fc.Arbitrary<string>, to: fc.Arbitrary<string>): fc.Arbitrary<StoredRelation> =>
  fc.record({
    ...{ type: fc.constant(type), from, to },
    properties: fc.record(
      {
        criticality: fc.constantFrom('ESSENTIAL', 'ESSENTIAL', 'IMPORTANT', 'SUPPORTING'),
        redundancyGroup: fc.constantFrom('g', 'h'),
        atLeast: fc.constantFrom(1, 2),
      },
      { requiredKeys: ['criticality'] },
    ),
  })

const drawn = fc.oneof(
  need('NEEDS', some('Application', 'Service'), some('Application', 'Supplier', 'Contract')),
  need('AGREED_WITH', some('Contract'), some('Supplier')),
  need('COVERS', some('Contract'), some('Application', 'Service')),
  need('WORKED_BY', some('Step'), some('Practice')),
  need('NEEDS_TOOL', some('Step'), some('Application')),
  need('RELIES_ON', some('Step'), some('Contract')),
  need('PERFORMED_BY', some('Step'), some('Team', 'Supplier')),
  relation('OWNED_BY', some('Application', 'Practice', 'ValueStream'), some('Team')),
  relation('MADE_BY', some('Application'), some('Supplier')),
)

/** Items of one side: few names, so that some are taken for renamed. */
const item = (id: string, kind: string): fc.Arbitrary<StoredNode> =>
  fc
    .record(
      {
        name: fc.constantFrom('One', 'Two', 'Three', id, id),
        summary: fc.constantFrom('It works.', 'It works well enough.'),
        tags: fc.subarray(['p', 'q', 'r']),
        ...(kind === 'Step'
          ? { leadTime: fc.constantFrom('PT1H', 'PT2H'), completeAndAccurate: fc.constantFrom(50, 90) }
          : {}),
      },
      { requiredKeys: ['name'] },
    )
    .map((values) => {
      const position = id.endsWith('two') ? 2 : 1
      const properties: Properties = { id, ...values, ...(kind === 'Step' ? { position } : {}), sources: '[]' }
      return { id, kind, properties }
    })

const nodes = fc
  .tuple(...Object.entries(ids).flatMap(([kind, all]) => all.map((id) => fc.option(item(id, kind), { freq: 4 }))))
  .map((all) => all.filter((node) => node !== null))

const inSteps: readonly (readonly [string, string])[] = [
  ['value-stream/x', 'step/x/one'],
  ['value-stream/x', 'step/x/two'],
  ['value-stream/y', 'step/y/one'],
]

/** What is drawn of a side: the rest is the same of all. */
export type RandomSide = Pick<Side, 'label' | 'graph'>

/** A catalogue as a graph would hold it, of a few items and whatever relations between them. */
export const randomSides: fc.Arbitrary<RandomSide> = fc
  .record({ all: nodes, relations: fc.array(drawn, { maxLength: 24 }), title: fc.constantFrom('A', 'B') })
  .map(({ all, relations, title }) => {
    const known = new Set(all.map(({ id }) => id))
    const inside = inSteps.map(([from, to]): StoredRelation => {
      return { type: 'HAS_STEP', from, to, properties: { criticality: 'ESSENTIAL' } }
    })
    const kept = [...inside, ...relations].filter(({ from, to }) => known.has(from) && known.has(to))
    return {
      label: title,
      graph: {
        nodes: new Map(all.map((node) => [node.id, node])),
        relations: new Map(kept.map((each) => [relationKey(each), each])),
      },
    }
  })

/** A side of what was drawn. */
export const sideOf = ({ label, graph }: RandomSide): Side => ({
  ...{ label, graph, model: readModel(), findings: [] },
  settings: {
    ...{ name: 'own', title: label, calendar: { hoursPerDay: 8, daysPerWeek: 5 }, audiences: [] },
    site: { title: label, base: '/', locale: 'en' },
  },
})

import { describe, expect, it } from 'vitest'
import { relationKey } from '../../../graph/load/stored-graph.ts'
import { wantedGraph, wantedItems } from '../../../graph/load/wanted-graph.ts'
import { catalogueOf } from '../catalogue/findings-of.ts'
import { smallCatalogue } from '../catalogue/small-catalogue.ts'

describe('the graph that a catalogue asks for', () => {
  it('has a node for each item, with its values as properties', async () => {
    const links = 'links: [{title: T, url: "https://example.org"}]\n'
    const { nodes } = wantedGraph(await catalogueOf({ 'teams/a.yaml': `name: Ünser Team ß\ntags: [x, y]\n${links}` }))
    expect([...nodes]).toStrictEqual([
      [
        'team/a',
        {
          id: 'team/a',
          kind: 'Team',
          properties: {
            id: 'team/a',
            _kind: 'Team',
            _sort: 'unser team ss',
            name: 'Ünser Team ß',
            tags: ['x', 'y'],
            links: '[{"title":"T","url":"https://example.org"}]',
            sources: '[{"layer":"own","file":"teams/a.yaml","line":1}]',
          },
        },
      ],
    ])
  })

  it('has nodes for items written inside others, and defaults', async () => {
    const { nodes } = wantedGraph(await catalogueOf(smallCatalogue))
    expect(nodes.size).toBe(12)
    expect(nodes.get('step/resolve/capture')?.properties).toStrictEqual({
      id: 'step/resolve/capture',
      _kind: 'Step',
      _sort: 'capture',
      name: 'Capture',
      position: 1,
      optional: false,
      sources: '[{"layer":"own","file":"value-streams/resolve.yaml","line":10}]',
    })
  })

  it('is the same item by item, in the order of their ids', async () => {
    const catalogue = await catalogueOf(smallCatalogue)
    const { nodes, relations } = wantedGraph(catalogue)
    const items = [...wantedItems(catalogue)]
    expect(items.map(({ node: { id, kind, properties } }) => ({ id, kind, properties }))).toStrictEqual([
      ...nodes.values(),
    ])
    const held = items.flatMap((item) => item.relations)
    const plain = held.map(({ type, from, to, properties }) => ({ type, from, to, properties }))
    expect(new Map(plain.map((each) => [relationKey(each), each]))).toStrictEqual(new Map(relations))
    expect(items.every(({ node, relations: own }) => own.every(({ from }) => from === node.id))).toBe(true)
  })

  it('is not made of a catalogue that isn’t sorted: relations would be lost', async () => {
    const catalogue = await catalogueOf(smallCatalogue)
    const turned = { ...catalogue, relations: catalogue.relations.toReversed() }
    expect(() => [...wantedItems(turned)]).toThrow('The catalogue is not sorted: relations would be lost.')
  })

  it('has a relation for each reference, with what it carries', async () => {
    const { relations } = wantedGraph(await catalogueOf(smallCatalogue))
    expect(relations.size).toBe(17)
    expect(relations.get('step/resolve/capture WORKED_BY practice/service-desk')).toStrictEqual({
      type: 'WORKED_BY',
      from: 'step/resolve/capture',
      to: 'practice/service-desk',
      properties: {
        criticality: 'ESSENTIAL',
        activities: ['log the call'],
        sources: '[{"layer":"own","file":"value-streams/resolve.yaml","line":14}]',
      },
    })
  })
})

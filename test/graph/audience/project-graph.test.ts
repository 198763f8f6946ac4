import fc from 'fast-check'
import { expect, it } from 'vitest'
import { projectGraph } from '../../../graph/audience/project-graph.ts'
import type { Audience } from '../../../graph/catalogue/audience.ts'
import { relationKey } from '../../../graph/load/stored-graph.ts'
import type { StoredGraph, StoredNode, StoredRelation } from '../../../graph/load/stored-graph.ts'
import { readModel } from '../../../graph/model/read-model.ts'

const model = readModel()
const none: Audience = {
  ...{ name: 'everyone', kinds: [], items: [], tags: [], without: [], mayMention: [], pages: [], fields: {} },
  ...{ sources: false, findings: false, changes: false },
}

/** An item whose every text holds a word of its own, and perhaps another item's. */
const nodeOf = (kind: string, at: number, prefix: string, mentioned: number | undefined, tag: string): StoredNode => {
  const id = `${prefix}/own${String(at)}`
  const also = mentioned === undefined ? '' : ` like own${String(mentioned)}`
  const properties = {
    ...{ id, _kind: kind, _sort: `own${String(at)}`, name: `Own${String(at)}`, tags: [tag] },
    ...{ summary: `Sum${String(at)}x${also}`, body: `Body${String(at)}x`, sources: `[{"file":"file${String(at)}x"}]` },
    ...{ links: JSON.stringify([{ title: `Link${String(at)}x`, url: 'https://example.org' }]) },
  }
  return { id, kind, properties }
}

const kinds = ['Team', 'Application', 'Supplier'] as const
const prefixes = { Team: 'team', Application: 'application', Supplier: 'supplier' }
const types = ['OWNED_BY', 'NEEDS', 'INVOLVES'] as const

/** Any graph of up to ten items, and any audience of it. */
const cases = fc
  .record({
    items: fc.array(
      fc.record({
        kind: fc.constantFrom(...kinds),
        mentioned: fc.option(fc.nat(9), { nil: undefined }),
        tag: fc.constantFrom('red', 'green'),
      }),
      { minLength: 1, maxLength: 10 },
    ),
    relations: fc.array(fc.tuple(fc.constantFrom(...types), fc.nat(9), fc.nat(9)), { maxLength: 15 }),
    kinds: fc.subarray([...kinds]),
    tags: fc.subarray(['red', 'green']),
    chosen: fc.array(fc.nat(9), { maxLength: 3 }),
    without: fc.array(fc.nat(9), { maxLength: 3 }),
    fields: fc.dictionary(
      fc.constantFrom(...kinds),
      fc.subarray(['summary', 'body', 'tags', 'links', 'owner', 'needs', 'contributors']),
    ),
    sources: fc.boolean(),
  })
  .map(({ items, relations, chosen, without, ...said }) => {
    const nodes = items.map(({ kind, mentioned, tag }, at) => nodeOf(kind, at, prefixes[kind], mentioned, tag))
    const idOf = (at: number): string => nodes[at % nodes.length]?.id ?? ''
    const held = relations.map(([type, from, to], at): StoredRelation => ({
      ...{ type, from: idOf(from), to: idOf(to) },
      properties: { note: `Note${String(at)}x`, sources: '[]' },
    }))
    const graph: StoredGraph = {
      nodes: new Map(nodes.map((node) => [node.id, node])),
      relations: new Map(held.map((relation) => [relationKey(relation), relation])),
    }
    const audience: Audience = { ...none, ...said, items: chosen.map(idOf), without: without.map(idOf) }
    return { graph, audience }
  })

it('lets nothing through that an audience doesn’t name, whatever the graph and the audience', () => {
  fc.assert(
    fc.property(cases, ({ graph, audience }) => {
      const { graph: seen } = projectGraph(graph, audience, model)
      const text = JSON.stringify([[...seen.nodes.values()], [...seen.relations.values()]])
      const has = (word: string): boolean => new RegExp(`${word}(?![0-9])`, 'i').test(text)
      for (const { id, kind, properties } of graph.nodes.values()) {
        const at = id.replace(/.*own/, '')
        const tag = (properties['tags'] as string[])[0] ?? ''
        const isNamed = audience.kinds.includes(kind) || audience.items.includes(id) || audience.tags.includes(tag)
        const isSeen = isNamed && !audience.without.includes(id)
        expect(seen.nodes.has(id)).toBe(isSeen)
        expect(has(`own${at}`)).toBe(isSeen)
        const tells = (field: string): boolean => isSeen && audience.fields[kind]?.includes(field) === true
        expect(has(`Body${at}x`)).toBe(tells('body'))
        expect(has(`Link${at}x`)).toBe(tells('links'))
        expect(has(`file${at}x`)).toBe(isSeen && audience.sources)
        if (!tells('summary')) expect(has(`Sum${at}x`)).toBe(false)
      }
      for (const [key, { type, from, to, properties }] of graph.relations) {
        const field = model.relations.get(type)?.field ?? ''
        const isTold = audience.fields[graph.nodes.get(from)?.kind ?? '']?.includes(field) === true
        const isSeen = isTold && seen.nodes.has(from) && seen.nodes.has(to)
        expect(seen.relations.has(key)).toBe(isSeen)
        const carries = model.relations.get(type)?.edge?.attributes.some(({ name }) => name === 'note') === true
        expect(has(String(properties['note']))).toBe(isSeen && carries)
      }
    }),
    { numRuns: 500 },
  )
})

it('lets a graph through as it is where everything is named', () => {
  fc.assert(
    fc.property(cases, ({ graph, audience }) => {
      const fields = Object.fromEntries(
        [...model.kinds.values()].map((kind) => [
          kind.name,
          [...kind.attributes.map(({ name }) => name), ...kind.relations.map(({ field }) => field)],
        ]),
      )
      const all = { ...audience, kinds: [...kinds], without: [], fields, sources: true }
      const { graph: seen, withheld, visible } = projectGraph(graph, all, model)
      expect(seen.nodes).toEqual(graph.nodes)
      expect([...seen.relations.keys()]).toEqual([...graph.relations.keys()])
      expect([withheld, visible.refused]).toEqual([[], []])
    }),
    { numRuns: 100 },
  )
})

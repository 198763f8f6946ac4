import { join } from 'node:path'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import type { Exported } from '../../../exchange/export/exported.ts'
import { exportGraphml } from '../../../exchange/export/graphml.ts'
import { xmlText } from '../../../exchange/export/xml.ts'
import { smallCatalogue } from '../../site/built-site.ts'
import { exportedFrom, exportedOf, hostile, hostileFiles, hostileName } from './exported-from.ts'

interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Element[]
  text: string
}

/** The document as a parser reads it that takes nothing but well-formed XML with declared namespaces. */
function parsed(exported: Exported): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  const parser = new SaxesParser({ xmlns: true })
  parser.on('opentag', ({ name, attributes }) => {
    const plain = Object.fromEntries(Object.entries(attributes).map(([key, { value }]) => [key, value]))
    const element = { name, attributes: plain, children: [], text: '' }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('text', (text) => {
    const last = open.at(-1)
    if (last !== undefined) last.text += text
  })
  parser.on('closetag', () => open.pop())
  parser.on('error', (error) => {
    throw error
  })
  for (const chunk of exportGraphml(exported)) parser.write(chunk)
  parser.close()
  const [graphml] = root.children
  if (graphml === undefined) throw new Error('There is no document.')
  return graphml
}

const named = (of: Element | undefined, name: string): Element[] =>
  of?.children.filter((each) => each.name === name) ?? []

/** Values of a node or an edge by the names of their keys. */
function valuesOf(element: Element | undefined, keys: readonly Element[]): Record<string, string> {
  const names = new Map(keys.map(({ attributes }) => [attributes['id'], attributes['attr.name'] ?? '']))
  return Object.fromEntries(
    named(element, 'data').map(({ attributes, text }) => [names.get(attributes['key']) ?? '?', text]),
  )
}

const nameToken = /^[\p{L}\p{N}._:-]+$/u
const types: Readonly<Record<string, RegExp>> = {
  boolean: /^(true|false)$/,
  int: /^-?\d+$/,
  double: /^-?\d+(\.\d+)?(e[+-]?\d+)?$/,
  string: /^/,
}

describe('GraphML', () => {
  it.each([
    ['the example', join(import.meta.dirname, '../../../catalogues/example')],
    ['a catalogue with a model of its own', smallCatalogue],
  ])('keeps GraphML’s rules for %s', async (_, folder) => {
    const exported = await exportedFrom(folder)
    const graphml = parsed(exported)
    const keys = named(graphml, 'key')
    const [graph] = named(graphml, 'graph')
    expect(graphml.children.map(({ name }) => name)).toEqual([...keys.map(() => 'key'), 'graph'])
    expect(graph?.attributes['edgedefault']).toBe('directed')
    const byId = new Map(keys.map((key) => [key.attributes['id'] ?? '', key.attributes]))
    expect(byId.size).toBe(keys.length)
    for (const kind of ['node', 'edge']) {
      const names = keys
        .filter(({ attributes }) => attributes['for'] === kind)
        .map((key) => key.attributes['attr.name'])
      expect(new Set(names).size).toBe(names.length)
    }
    const nodes = named(graph, 'node')
    const ids = nodes.map(({ attributes }) => attributes['id'] ?? '')
    expect(new Set(ids).size).toBe(exported.items.size)
    for (const token of [...ids, ...byId.keys()]) expect(token).toMatch(nameToken)
    const edges = named(graph, 'edge')
    expect(edges).toHaveLength(exported.relations.length)
    for (const { attributes } of edges) {
      expect(ids).toContain(attributes['source'])
      expect(ids).toContain(attributes['target'])
    }
    for (const element of [...nodes, ...edges])
      for (const { attributes, text } of named(element, 'data')) {
        const key = byId.get(attributes['key'] ?? '')
        expect(key?.['for']).toBe(element.name)
        expect(text).toMatch(types[key?.['attr.type'] ?? 'string'] ?? /$^/)
      }
  })

  it('holds texts as they are, but for characters that XML forbids', async () => {
    const graphml = parsed(await exportedOf(hostileFiles))
    const [graph] = named(graphml, 'graph')
    const [contract, , team] = named(graph, 'node')
    const keys = named(graphml, 'key')
    expect(valuesOf(team, keys)).toMatchObject({
      label: hostileName,
      id: 'team/a',
      kind: 'Team',
      summary: hostile.replace('\u0001', '\uFFFD'),
    })
    expect(valuesOf(contract, keys)).toMatchObject({ 'value.amount': '-12.5', 'value.currency': 'EUR' })
    expect(named(graph, 'edge').map((edge) => valuesOf(edge, keys))).toMatchObject([
      { label: 'is with', type: 'AGREED_WITH' },
      { label: 'needs', type: 'NEEDS', note: hostileName },
    ])
    expect(xmlText('\uFFFE\uD800a')).toBe('\uFFFD\uFFFDa')
  })

  it('has labels that yEd shows', async () => {
    const text = [...exportGraphml(await exportedOf(hostileFiles))].join('')
    expect(text).toContain('<y:NodeLabel>B</y:NodeLabel>')
    expect(text).toContain('<y:EdgeLabel>needs</y:EdgeLabel>')
  })
})

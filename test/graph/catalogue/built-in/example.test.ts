import { describe, expect, it } from 'vitest'
import { builtInFolder } from '../../../../graph/catalogue/built-in-layers.ts'
import { readCatalogue } from '../../../../graph/catalogue/read-catalogue.ts'
import { inOneLine, today } from '../findings-of.ts'
import { expectWellFormed } from '../well-formed.ts'
import { lookAlikes } from './likeness.ts'

const { catalogue, findings } = await readCatalogue(builtInFolder('example'), { today })

describe('the built-in example', () => {
  it('has no errors, and is as a catalogue should be', () => {
    expect(findings.filter((finding) => finding.severity === 'error').map(inOneLine)).toStrictEqual([])
    if (catalogue === undefined) throw new Error('It is no catalogue')
    expectWellFormed(catalogue)
  })

  it('has items of every kind', () => {
    const kinds = new Set([...(catalogue?.items.values() ?? [])].map((item) => item.kind))
    expect([...(catalogue?.model.kinds.keys() ?? [])].filter((kind) => !kinds.has(kind))).toStrictEqual([])
  })

  it('has relations of every type', () => {
    const types = new Set(catalogue?.relations.map((relation) => relation.type))
    expect([...(catalogue?.model.relations.keys() ?? [])].filter((type) => !types.has(type))).toStrictEqual([])
  })

  it('uses every attribute and every word of the model', () => {
    if (catalogue === undefined) throw new Error('It is no catalogue')
    const { model, items, relations } = catalogue
    const used = new Set([
      ...[...items.values()].flatMap((item) => Object.keys(item.values).map((name) => `${item.kind}.${name}`)),
      ...relations.flatMap(({ type, values }) =>
        Object.keys(values).map((name) => `${model.relations.get(type)?.edge?.name ?? ''}.${name}`),
      ),
    ])
    const general = new Set(model.interfaces.get('Item')?.attributes.map((each) => each.name))
    const fields = [
      ...[...model.kinds.values()].flatMap(({ name, attributes }) =>
        attributes.filter((each) => !each.derived && !general.has(each.name)).map((each) => `${name}.${each.name}`),
      ),
      ...[...model.edges.values()].flatMap(({ name, attributes }) => attributes.map((each) => `${name}.${each.name}`)),
    ]
    // A note or a group on every edge type would be too much of a good thing.
    const optional = /\.(note|atLeast|redundancyGroup|contact)$/
    expect(fields.filter((field) => !used.has(field) && !optional.test(field))).toStrictEqual([])
  })

  it('has streams as-is and to-be, from demand and from opportunity, that branch and loop', () => {
    const streams = [...(catalogue?.items.values() ?? [])].filter((item) => item.kind === 'ValueStream')
    const flows = catalogue?.relations.filter((each) => each.type === 'NEXT') ?? []
    expect(new Set(streams.map((item) => item.values.perspective))).toStrictEqual(new Set(['AS_IS', 'TO_BE']))
    expect(new Set(streams.map((item) => item.values.starts))).toStrictEqual(new Set(['DEMAND', 'OPPORTUNITY']))
    expect(flows.some((each) => each.values.rework === true)).toBe(true)
    expect([...Map.groupBy(flows, (each) => each.from).values()].some((ways) => ways.length > 1)).toBe(true)
  })

  it('gives the rules something to find, as real catalogues do, but not much to warn of', () => {
    const warnings = findings.filter((finding) => finding.severity === 'warning')
    expect(new Set(warnings.map((finding) => finding.rule)).size).toBeGreaterThan(2)
    expect(warnings.length).toBeLessThan(40)
  })

  it('says something of its own in every body', () => {
    const bodies = [...(catalogue?.items.values() ?? [])].flatMap(({ id, values }) =>
      typeof values.body === 'string' ? [[id, values.body] as const] : [],
    )
    expect(bodies.length).toBeGreaterThan(100)
    expect(lookAlikes(bodies, 0.6)).toStrictEqual([])
  })
})

import { expect } from 'vitest'
import type { Catalogue, Value } from '../../../graph/catalogue/catalogue.ts'
import { kindOf } from '../../../graph/model/model.ts'
import type { Attribute, Model } from '../../../graph/model/model.ts'

/** Expects of a catalogue what whoever loads and serves it may take for granted, whatever its files say. */
export function expectWellFormed({ model, items, relations }: Catalogue): void {
  for (const { id, kind, values, sources } of items.values()) {
    const { attributes, relations: held, inside } = kindOf(model, kind)
    expect(id.startsWith(`${kindOf(model, kind).idPrefix}/`), id).toBe(true)
    expectValues(
      model,
      attributes.filter((each) => !each.derived || each.name === 'position'),
      values,
      id,
    )
    expect(sources.length, id).toBeGreaterThan(0)
    for (const { line } of sources) expect(line, id).toBeGreaterThan(0)
    for (const { type, required, list } of held) {
      const count = relations.filter((each) => each.type === type && each.from === id).length
      if (required) expect(count, `${id} ${type}`).toBeGreaterThan(0)
      if (!list) expect(count, `${id} ${type}`).toBeLessThanOrEqual(1)
    }
    if (inside !== undefined)
      expect(relations.filter((each) => each.type === inside.type && each.to === id)).toHaveLength(1)
  }
  const keys = relations.map(({ type, from, to }) => `${type} ${from} ${to}`)
  expect(new Set(keys).size).toBe(keys.length)
  for (const { type, from, to, values } of relations) {
    const relation = model.relations.get(type)
    expect(relation?.holders).toContain(items.get(from)?.kind)
    expect(relation?.targets).toContain(items.get(to)?.kind)
    expectValues(model, relation?.edge?.attributes ?? [], values, `${from} ${type} ${to}`)
  }
}

function expectValues(
  model: Model,
  attributes: readonly Attribute[],
  values: Readonly<Record<string, Value>>,
  of: string,
): void {
  const names = attributes.map((each) => each.name)
  for (const name of Object.keys(values)) expect(names, of).toContain(name)
  for (const attribute of attributes) {
    const value = values[attribute.name]
    if (value === undefined) expect(attribute.required && !attribute.derived, `${of} ${attribute.name}`).toBe(false)
    else if (!attribute.list) expectValue(model, attribute, value, of)
    else for (const each of value as readonly Value[]) expectValue(model, attribute, each, of)
  }
}

function expectValue(model: Model, { type, category, name }: Attribute, value: Value, of: string): void {
  const where = `${of} ${name}`
  if (category === 'value')
    expectValues(model, model.values.get(type)?.attributes ?? [], value as Readonly<Record<string, Value>>, where)
  else if (category === 'enum')
    expect(
      model.enums.get(type)?.values.map((each) => each.name),
      where,
    ).toContain(value)
  else if (type === 'Boolean') expect(value, where).toBeTypeOf('boolean')
  else if (['Int', 'Float', 'Percent'].includes(type)) expect(Number.isFinite(value), where).toBe(true)
  else expect(value, where).toBeTypeOf('string')
}

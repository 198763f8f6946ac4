import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { elementTypes } from '../../../../exchange/import/archimate/element-types.ts'
import { importXml, modelXml, withProperties } from './model-file.ts'
import type { ElementSaid, ModelSaid, RelationshipSaid } from './model-file.ts'

const types = [...Object.keys(elementTypes), 'AndJunction', 'OrJunction', 'Widget', 'constructor']
const relationshipTypes = [
  ...['Composition', 'Aggregation', 'Assignment', 'Realization', 'Serving', 'Access', 'Influence'],
  ...['Triggering', 'Flow', 'Specialization', 'Association'],
]
const names = ['CRM', 'crm', 'Desk', 'Incident management', '', '顧客', 'CRM application component', '__proto__']
const values = ['4.2', 'Desk', 'true', 'https://example.org/', '["a"]', '{"amount": 1}', '<b>', 'SUPPLIER']
const count = 12

const element = fc
  .tuple(
    fc.constantFrom(...types),
    fc.constantFrom(...names),
    fc.dictionary(fc.constantFrom('p0', 'p1', 'p2', 'p3'), fc.constantFrom(...values)),
  )
  .map(([type, name, properties]): ElementSaid => {
    return [type, name, Object.keys(properties).length === 0 ? '' : withProperties(properties)]
  })
const end = fc.nat(count).map((index) => `e${index}`)
const relationship = fc
  .tuple(fc.constantFrom(...relationshipTypes), end, end)
  .map(([type, source, target]): RelationshipSaid => [type, source, target])

const keyed = <Each>(prefix: string, all: readonly Each[]): Record<string, Each> =>
  Object.fromEntries(all.map((each, index) => [`${prefix}${index}`, each]))

const anyModel = fc
  .record({
    elements: fc.array(element, { maxLength: count }),
    relationships: fc.array(relationship, { maxLength: 25 }),
    views: fc.array(fc.array(end, { maxLength: 4 }), { maxLength: 3 }),
  })
  .map(({ elements, relationships, views }): ModelSaid => {
    const shown = views.map((ends, index): readonly [string, ...string[]] => [`View ${index}`, ...ends])
    return {
      elements: keyed('e', elements),
      relationships: keyed('r', relationships),
      views: keyed('v', shown),
      properties: { p0: 'Version', p1: 'Owner', p2: 'Form', p3: 'Value' },
    }
  })

describe('whatever a model holds', () => {
  it('every element, relationship and view is in the catalogue or left out with a reason', () => {
    fc.assert(
      fc.property(anyModel, (said) => {
        const { items, leftOut, records } = importXml(modelXml(said))
        const { elements = {}, relationships = {}, views = {} } = said
        expect(records).toBe([elements, relationships, views].flatMap((each) => Object.keys(each)).length)
        const taken = JSON.stringify(items)
        const tags = new Set(items.flatMap(({ fields }) => (fields['tags'] as string[] | undefined) ?? []))
        const isLeft = (id: string): boolean => leftOut.some(({ record }) => record.endsWith(` ${id}`))
        const isTaken = (id: string): boolean => new RegExp(` ${id}[,"]`).test(taken)
        for (const [id, [type]] of Object.entries(elements)) {
          // Groups are tags, and junctions in the notes of relations: their relationships are the ones to look for.
          const said = /^(Grouping|Location)$/.test(type)
            ? tags.size > 0
            : type.endsWith('Junction') && taken.includes('junction')
          expect(isLeft(id) || isTaken(id) || said, `${type} ${id}`).toBe(true)
        }
        for (const [id, [type, source, target]] of Object.entries(relationships)) {
          const groups = [source, target].some((each) => /^(Grouping|Location)$/.test(elements[each]?.[0] ?? ''))
          const isWholly = leftOut.some(({ record, part }) => record.endsWith(` ${id}`) && part === undefined)
          expect(isWholly !== isTaken(id) || (groups && tags.size > 0), `${type} ${id}`).toBe(true)
        }
        for (const [id, [name]] of Object.entries(views)) {
          expect(isLeft(id) !== tags.has(name.toLowerCase().replace(' ', '-')), id).toBe(true)
        }
        expect(leftOut.every(({ reason }) => reason !== '')).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('items have ids of their own that can be file names, and refer to items', () => {
    fc.assert(
      fc.property(anyModel, (said) => {
        const { items } = importXml(modelXml(said))
        const ids = new Set(items.map(({ id }) => id))
        expect(ids.size).toBe(items.length)
        for (const { id, kind, fields } of items) {
          expect(id).toMatch(new RegExp(`^${kind.idPrefix}/[a-z0-9]+(-[a-z0-9]+)*$`))
          const written = new Map(kind.written.map((each) => [each.field, each]))
          for (const [field, value] of Object.entries(fields)) {
            const relation = written.get(field)
            if (relation === undefined) continue
            for (const each of [value].flat()) {
              const to = typeof each === 'string' ? each : (each as { to?: string }).to
              expect(ids).toContain(to)
              expect(to).not.toBe(id)
            }
          }
        }
      }),
      { numRuns: 300 },
    )
  })

  it('the order of its elements and relationships says nothing', () => {
    const turned = <Each>(all: Readonly<Record<string, Each>> = {}): Record<string, Each> =>
      Object.fromEntries(Object.entries(all).toReversed())
    const withoutLines = (said: ModelSaid): unknown =>
      JSON.parse(
        JSON.stringify(importXml(modelXml(said)).items.map(({ id, fields }) => [id, fields])).replace(
          /model\.xml:\d+ /g,
          '',
        ),
      )
    fc.assert(
      fc.property(anyModel, (said) => {
        const { elements, relationships, views } = said
        const other = {
          ...said,
          elements: turned(elements),
          relationships: turned(relationships),
          views: turned(views),
        }
        expect(withoutLines(other)).toStrictEqual(withoutLines(said))
      }),
      { numRuns: 200 },
    )
  })
})

import { describe, expect, it } from 'vitest'
import { fieldsOf, importXml, leftOutOf, modelXml, withProperties } from './model-file.ts'

const xml = modelXml({
  elements: {
    a: ['BusinessActor', 'Cloud One', withProperties({ p1: 'True' })],
    b: ['BusinessActor', 'Audit board', withProperties({ p2: 'Board' })],
    c: ['BusinessActor', 'Vendor X'],
    d: ['BusinessActor', 'Desk'],
    e: ['BusinessActor', 'Vendor'],
    f: ['BusinessActor', 'Partner'],
    g: ['Capability', 'Underwriting', withProperties({ p3: 'Claims handling', p4: 'secret' })],
    h: ['Plateau', 'Target 2028'],
  },
  relationships: { r1: ['Specialization', 'c', 'e'], r2: ['Aggregation', 'h', 'd'] },
  properties: { p1: 'External', p2: 'Stereotype', p3: 'Known as', p4: 'Remark' },
  views: { v1: ['Suppliers', 'f'] },
  organizations: '<item><label>People</label><item><label>Boards</label><item identifierRef="b"/></item></item>',
})

const kinds = (mapping: string): Record<string, string> =>
  Object.fromEntries(importXml(xml, { mapping }).items.map(({ kind, fields }) => [String(fields['name']), kind.name]))

describe('a mapping file', () => {
  it('says what types become, by property, specialization, view, folder and name, the first that fits', () => {
    const when = (conditions: string): Record<string, string> =>
      kinds(`types: { BusinessActor: [{ kind: supplier, when: { ${conditions} } }] }`)
    expect(Object.entries(when("property: External, is: 'true'"))).toContainEqual(['Cloud One', 'Supplier'])
    expect(Object.values(when("property: External, is: 'false'"))).not.toContain('Supplier')
    const found = (conditions: string): string[] =>
      Object.entries(when(conditions)).flatMap(([name, kind]) => (kind === 'Supplier' ? [name] : []))
    expect(found('property: External')).toStrictEqual(['Cloud One'])
    expect(found('specialization: board')).toStrictEqual(['Audit board'])
    expect(found('specialization: Vendor')).toStrictEqual(['Vendor X'])
    expect(found('view: Suppliers')).toStrictEqual(['Partner'])
    expect(found('folder: People')).toStrictEqual(['Audit board'])
    expect(found('name: Desk')).toStrictEqual(['Desk'])
    expect(found('folder: People, name: Desk')).toStrictEqual([])
  })

  it('gives fields, tags and nothing, and names the fields of properties', () => {
    const mapping = `
types:
  BusinessActor: none
  Capability: { kind: practice, fields: { group: GENERAL_MANAGEMENT, resources: [team/desk] } }
  Plateau: tag
properties: { Known as: aliases, Remark: none }
views: none
`
    const all = importXml(xml, { mapping })
    expect(fieldsOf(all)).toStrictEqual({
      'practice/underwriting': {
        name: 'Underwriting',
        aliases: ['Claims handling'],
        group: 'GENERAL_MANAGEMENT',
        resources: ['team/desk'],
      },
    })
    expect(leftOutOf(all)).toContain('model.xml:9 g Remark: secret: The mapping file leaves this property out.')
    expect(leftOutOf(all)).toContain('model.xml:10 h: Target 2028 (Plateau): No item is in it.')
    expect(fieldsOf(importXml(xml, { mapping: 'types: { Plateau: tag }' }))).toMatchObject({
      'team/desk': { tags: ['target-2028'] },
    })
  })

  it('has all that is wrong in it told at once', () => {
    const mapping = `types:
  BusinesActor: team
  BusinessRole: roles
  Capability: { kind: practice, fields: { grup: X }, wenn: {} }
  Node: { when: { property: A } }
  Device:
    - { kind: application, when: { is: x } }
    - { kind: step }
  Product: [{ kind: product, when: {} }]
properties: { Vendor: makr }
views: yes
folder: tags
`
    expect(() => importXml(xml, { mapping })).toThrow(
      [
        'types.yaml:2 There is no element type "BusinesActor". Did you mean "BusinessActor" or "BusinessRole"?',
        'types.yaml:3 There is no kind "roles". Did you mean "role"?',
        'types.yaml:4 There is no field "wenn". Did you mean "when"?',
        'types.yaml:4 There is no field in Practice "grup". Did you mean "group"?',
        'types.yaml:5 Say which kind: "kind: application", or "tag" or "none".',
        'types.yaml:7 "is" says what value a property has: name it in "property".',
        'types.yaml:8 There is no kind "step". Kinds are concept, guiding-principle, governing-body, policy, decision, activity, practice, improvement, team, role, skill, application, information, procedure, supplier, contract, value-stream, service, product, stakeholder, metric.',
        'types.yaml:9 Say when: property, is, specialization, view, folder, name.',
        'types.yaml:10 No kind has the field "makr". Did you mean "maker"?',
        'types.yaml:11 Write tags or none.',
        'types.yaml:12 There is no field "folder". Did you mean "folders"?',
      ].join('\n'),
    )
    expect(() => importXml(xml, { mapping: 'types: [' })).toThrow(/^types\.yaml:1 Flow sequence/)
    expect(() => importXml(xml, { mapping: '- types' })).toThrow('types.yaml:1 A mapping file has fields.')
    expect(importXml(xml, { mapping: '' })).toStrictEqual(importXml(xml))
  })
})

import { describe, expect, it } from 'vitest'
import { elementTypes } from '../../../../exchange/import/archimate/element-types.ts'
import { relationRules } from '../../../../exchange/import/archimate/relation-rules.ts'
import { kindOf } from '../../../../graph/model/model.ts'
import type { KnownCatalogue } from '../../../../exchange/import/imported.ts'
import { fieldsOf, importXml, leftOutOf, model, modelXml, nothingKnown, withProperties } from './model-file.ts'
import type { ModelSaid } from './model-file.ts'

const imported = (said: ModelSaid): ReturnType<typeof importXml> => importXml(modelXml(said))
const idsOf = (said: ModelSaid): string[] => imported(said).items.map(({ id }) => id)

describe('the tables', () => {
  it('name kinds, fields and words of the model only', () => {
    for (const target of Object.values(elementTypes)) {
      if (typeof target === 'string') continue
      const { attributes } = kindOf(model, target.kind)
      for (const [field, value] of Object.entries(target.fields)) {
        const type = attributes.find(({ name }) => name === field)?.type ?? ''
        expect(model.enums.get(type)?.values.map(({ name }) => name)).toContain(value)
      }
    }
    const fields = new Set([...model.relations.values()].map(({ field }) => field))
    for (const { field } of relationRules) expect(fields).toContain(field)
  })

  it('have a rule for each relation that nothing hides behind another', () => {
    const said = relationRules.map(({ types, source, target, named }) =>
      JSON.stringify([types, source, target, String(named)]),
    )
    const unconditional = said.filter((_, index) => relationRules[index]?.access === undefined)
    expect(new Set(unconditional).size).toBe(unconditional.length)
  })
})

describe('a model', () => {
  it('becomes items with the relations between them, each with its record', () => {
    const { items, leftOut, records } = imported({
      elements: {
        crm: ['ApplicationComponent', 'CRM'],
        db: ['SystemSoftware', 'Database'],
        host: ['Node', 'Host'],
        data: ['DataObject', 'Customer data'],
        desk: ['BusinessActor', 'Desk'],
        agent: ['BusinessRole', 'Agent'],
        sales: ['BusinessService', 'Sales'],
        customer: ['Stakeholder', 'Customers'],
        rule: ['Principle', 'Buy before build'],
      },
      relationships: {
        r1: ['Serving', 'db', 'crm'],
        r2: ['Assignment', 'host', 'db'],
        r3: ['Access', 'crm', 'data', 'accessType="ReadWrite"'],
        r4: ['Assignment', 'desk', 'agent'],
        r5: ['Realization', 'crm', 'sales'],
        r6: ['Serving', 'sales', 'customer'],
        r7: ['Influence', 'rule', 'crm', 'modifier="+"', '<name>shapes</name>'],
        r8: ['Assignment', 'agent', 'sales'],
        r9: ['Association', 'desk', 'crm', '', '<name>owns</name>'],
      },
    })
    expect(leftOut).toStrictEqual([])
    expect(records).toBe(18)
    expect(items.map(({ id, fields, record }) => [id, record, fields])).toStrictEqual([
      [
        'application/crm',
        'model.xml:3 crm',
        {
          name: 'CRM',
          owner: { to: 'team/desk', record: 'model.xml:22 r9' },
          holds: [{ to: 'information/customer-data', record: 'model.xml:16 r3' }],
          needs: [{ to: 'application/database', record: 'model.xml:14 r1' }],
        },
      ],
      [
        'application/database',
        'model.xml:4 db',
        { name: 'Database', form: 'PLATFORM', needs: [{ to: 'application/host', record: 'model.xml:15 r2' }] },
      ],
      ['application/host', 'model.xml:5 host', { name: 'Host', form: 'INFRASTRUCTURE' }],
      ['information/customer-data', 'model.xml:6 data', { name: 'Customer data' }],
      [
        'policy/buy-before-build',
        'model.xml:11 rule',
        {
          name: 'Buy before build',
          form: 'ARCHITECTURE_PRINCIPLE',
          governs: [{ to: 'application/crm', note: 'Influence: +\n\nshapes', record: 'model.xml:20 r7' }],
        },
      ],
      ['role/agent', 'model.xml:8 agent', { name: 'Agent' }],
      [
        'service/sales',
        'model.xml:9 sales',
        {
          name: 'Sales',
          needs: [{ to: 'application/crm', record: 'model.xml:18 r5' }],
          consumers: [{ to: 'stakeholder/customers', record: 'model.xml:19 r6' }],
          contributors: [{ to: 'role/agent', as: 'RESPONSIBLE', record: 'model.xml:21 r8' }],
        },
      ],
      ['stakeholder/customers', 'model.xml:10 customer', { name: 'Customers', form: 'CUSTOMER' }],
      ['team/desk', 'model.xml:7 desk', { name: 'Desk', roles: [{ to: 'role/agent', record: 'model.xml:17 r4' }] }],
    ])
  })

  it('says of whatever it has no place for why, with the relationships that it takes along', () => {
    const all = imported({
      elements: {
        a: ['ApplicationComponent', 'A'],
        b: ['ApplicationComponent', 'B'],
        goal: ['Goal', 'Grow'],
        odd: ['Widget', 'Odd'],
        process: ['BusinessProcess', 'Work'],
        contract: ['Contract', 'Deal'],
        stream: ['ValueStream', 'Flow'],
      },
      relationships: {
        r1: ['Influence', 'a', 'goal'],
        r2: ['Triggering', 'a', 'b'],
        r3: ['Serving', 'a', 'gone'],
        r4: ['Association', 'a', 'r1'],
        r5: ['Serving', 'a', 'a'],
        r6: ['Specialization', 'a', 'b'],
        r7: ['Association', 'contract', 'a'],
      },
      views: { v1: ['Goals', 'goal'] },
    })
    expect(all.items.map(({ id }) => id)).toStrictEqual(['application/a', 'application/b'])
    expect(leftOutOf(all)).toStrictEqual([
      'model.xml:5 goal: Grow (Goal): Elements of its type are no items.',
      'model.xml:6 odd: Odd (Widget): ArchiMate has no element type "Widget".',
      'model.xml:7 process: Work (BusinessProcess): Procedure needs “practice”, and the model doesn’t say it.',
      'model.xml:8 contract: Deal (Contract): Contract needs “suppliers”, and the model doesn’t say it.',
      'model.xml:9 stream: Flow (ValueStream): ValueStream needs “perspective”, “situation”, “starts”, “trigger”, “value”, “valueFor”, “steps”, and the model doesn’t say it.',
      'model.xml:12 r1: Influence: A (ApplicationComponent) → Grow (Goal): One of its ends is no item.',
      'model.xml:13 r2: Triggering: A (ApplicationComponent) → B (ApplicationComponent): No relation of the catalogue says what a Triggering from an Application to an Application means.',
      'model.xml:14 r3: Serving: A (ApplicationComponent) → gone: The file has no element "gone".',
      'model.xml:15 r4: Association: A (ApplicationComponent) → r1: It leads to a relationship, not to an element.',
      'model.xml:16 r5: Serving: A (ApplicationComponent) → A (ApplicationComponent): It leads from an item to itself.',
      'model.xml:17 r6: Specialization: A (ApplicationComponent) → B (ApplicationComponent): No relation of the catalogue says what a Specialization from an Application to an Application means.',
      'model.xml:18 r7: Association: Deal (Contract) → A (ApplicationComponent): One of its ends is no item.',
      'model.xml:22 v1: Goals: It shows no element that is an item.',
    ])
  })

  it('keeps dependence that runs through elements without a kind', () => {
    const all = imported({
      elements: {
        service: ['BusinessService', 'Claims'],
        process: ['BusinessProcess', 'Handle claim'],
        part: ['BusinessProcess', 'Check claim'],
        app: ['ApplicationComponent', 'Claims system'],
        api: ['ApplicationInterface', 'API'],
        role: ['BusinessRole', 'Handler'],
        goal: ['Goal', 'Grow'],
      },
      relationships: {
        r1: ['Realization', 'process', 'service'],
        r2: ['Composition', 'process', 'part'],
        r3: ['Serving', 'api', 'part'],
        r4: ['Composition', 'app', 'api'],
        r5: ['Assignment', 'role', 'process'],
        r6: ['Realization', 'service', 'goal'],
      },
    })
    expect(all.items.find(({ id }) => id === 'service/claims')?.fields).toStrictEqual({
      name: 'Claims',
      contributors: [
        {
          to: 'role/handler',
          as: 'RESPONSIBLE',
          note: 'Through “Handle claim” (BusinessProcess).',
          record: 'model.xml:12 r1, model.xml:16 r5',
        },
      ],
      needs: [
        {
          to: 'application/claims-system',
          note: 'Through “Handle claim” (BusinessProcess), “Check claim” (BusinessProcess), “API” (ApplicationInterface).',
          record: 'model.xml:12 r1, model.xml:13 r2, model.xml:14 r3, model.xml:15 r4',
        },
      ],
    })
    expect(leftOutOf(all).filter((each) => / r\d/.test(each))).toHaveLength(1)
  })

  it('has an element between very many neighbours left out whole, rather than a relation of every pair', () => {
    const many = Array.from({ length: 25 }, (_, index) => index)
    const all = imported({
      elements: {
        hub: ['ApplicationInterface', 'Bus'],
        ...Object.fromEntries(
          many.flatMap((n) => [
            [`a${n}`, ['ApplicationComponent', `A${n}`]],
            [`b${n}`, ['ApplicationComponent', `B${n}`]],
          ]),
        ),
      },
      relationships: Object.fromEntries(
        many.flatMap((n) => [
          [`in${n}`, ['Serving', `a${n}`, 'hub']],
          [`out${n}`, ['Serving', 'hub', `b${n}`]],
        ]),
      ),
    })
    expect(all.items.every(({ fields }) => fields['needs'] === undefined)).toBe(true)
    expect(all.leftOut).toHaveLength(51)
  })

  it('is a practice or procedure only where the catalogue or the model says which practice', () => {
    const practice = {
      id: 'practice/incident-management',
      kind: 'Practice',
      name: 'Incident management',
      aliases: ['Incidents'],
    }
    const known: KnownCatalogue = {
      model,
      items: new Map([[practice.id, { ...practice, values: { name: practice.name, summary: 'Of old.' } }]]),
    }
    const xml = modelXml({
      elements: {
        known: ['Capability', 'Incidents', '<documentation>New.</documentation>'],
        new: ['Capability', 'Underwriting'],
        part: ['BusinessProcess', 'Resolve'],
        said: ['BusinessProcess', 'Register', withProperties({ p: 'incident management' })],
      },
      relationships: { r1: ['Composition', 'known', 'part'] },
      properties: { p: 'Practice' },
    })
    expect(fieldsOf(importXml(xml, {}, known))).toStrictEqual({
      'practice/incident-management': { name: 'Incident management' },
      'procedure/register': { name: 'Register', practice: 'practice/incident-management' },
      'procedure/resolve': { name: 'Resolve', practice: 'practice/incident-management' },
    })
    expect(leftOutOf(importXml(xml, {}, known))).toStrictEqual([
      'model.xml:4 new: Underwriting (Capability): Practice needs “group”, and the model doesn’t say it.',
      'model.xml:3 known summary: New.: The catalogue has this item already, with a summary of its own.',
    ])
    expect(importXml(xml, {}, nothingKnown).items).toStrictEqual([])
  })

  it('takes one larger whole, and none in circles', () => {
    const elements = { a: ['BusinessActor', 'A'], b: ['BusinessActor', 'B'], c: ['BusinessActor', 'C'] } as const
    const all = imported({
      elements,
      relationships: { r1: ['Composition', 'a', 'c'], r2: ['Aggregation', 'b', 'c'], r3: ['Composition', 'c', 'a'] },
    })
    expect(fieldsOf(all)).toMatchObject({ 'team/c': { partOf: 'team/a' } })
    expect(leftOutOf(all)).toStrictEqual([
      'model.xml:9 r2: Aggregation: B (BusinessActor) → C (BusinessActor): "partOf" takes one item, and team/a is it already.',
      'model.xml:10 r3: Composition: C (BusinessActor) → A (BusinessActor): "partOf" would lead from team/a back to itself.',
    ])
  })

  it('says one relation once, with all that says it', () => {
    const { items } = imported({
      elements: { a: ['ApplicationComponent', 'A'], b: ['ApplicationComponent', 'B'] },
      relationships: {
        r1: ['Serving', 'a', 'b', '', '<name>orders</name>'],
        r2: ['Flow', 'a', 'b', '', '<documentation>Each night.</documentation>'],
      },
    })
    expect(items[1]?.fields['needs']).toStrictEqual([
      { to: 'application/a', note: 'orders\n\nEach night.', record: 'model.xml:7 r1, model.xml:8 r2' },
    ])
  })
})

describe('ids', () => {
  it('are names, and apart where names are not, by type and then by identifier', () => {
    const same: ModelSaid = {
      elements: {
        'id-1': ['ApplicationComponent', 'CRM'],
        'id-2': ['ApplicationService', 'CRM'],
        'id-3': ['ApplicationComponent', 'crm '],
        'id-4': ['BusinessActor', 'CRM'],
        'id-5': ['ApplicationComponent', 'CRM application service'],
        'id-6': ['BusinessActor', '顧客'],
        'id-7': ['BusinessActor', 'Ärzte/Über'],
      },
    }
    expect(idsOf(same)).toStrictEqual([
      'application/crm-application-component-id-1',
      'application/crm-application-component-id-3',
      'application/crm-application-service-application-component',
      'application/crm-application-service-id-2',
      'team/arzte-uber',
      'team/business-actor-id-6',
      'team/crm',
    ])
  })

  it('stay short, and never leave their folder', () => {
    const [id] = idsOf({ elements: { a: ['BusinessActor', `../../etc/${'long '.repeat(60)}`] } })
    expect(id).toMatch(/^team\/etc(-long)+$/)
    expect(id?.length).toBeLessThan(90)
  })
})

describe('texts', () => {
  it('are in the language asked for, with names in others as aliases and other texts told', () => {
    const xml = modelXml({
      elements: {
        a: [
          'BusinessActor',
          '',
          '<name xml:lang="nl">Balie</name><name xml:lang="en-GB">Desk</name><documentation xml:lang="nl">De balie.</documentation><documentation xml:lang="en">The desk.</documentation>',
        ],
      },
    })
    expect(fieldsOf(importXml(xml))).toStrictEqual({
      'team/balie': { name: 'Balie', aliases: ['Desk'], summary: 'De balie.' },
    })
    const english = importXml(xml, { language: 'en' })
    expect(fieldsOf(english)).toStrictEqual({ 'team/desk': { name: 'Desk', aliases: ['Balie'], summary: 'The desk.' } })
    expect(leftOutOf(english)).toStrictEqual([
      'model.xml:3 a documentation: De balie.: A field holds text in one language, and this is in another.',
    ])
  })

  it('are a summary where they are short, and a body with what looks like HTML as text', () => {
    const documented = (text: string): unknown =>
      fieldsOf(imported({ elements: { a: ['BusinessActor', 'A', `<documentation>${text}</documentation>`] } }))[
        'team/a'
      ]
    expect(documented('One.\n\nTwo &lt;b&gt; 1 &lt; 2.\nThree.')).toStrictEqual({
      name: 'A',
      summary: 'One.',
      body: 'Two \\<b> 1 < 2.\nThree.',
    })
    expect(documented('- a\n- b')).toStrictEqual({ name: 'A', body: '- a\n- b' })
    expect(documented('<![CDATA[In <cdata>.]]>')).toStrictEqual({ name: 'A', summary: 'In <cdata>.' })
  })

  it('of properties are fields by their names, links, relations by the names of items, or a table', () => {
    const properties = {
      p1: 'Version',
      p2: 'Life-cycle',
      p3: 'Owner',
      p4: 'Wiki',
      p5: 'Cost | year',
      p6: 'Tags',
      p7: 'review by',
      p8: '__proto__',
    }
    const values = {
      p1: '4.2',
      p2: 'sunsetting',
      p3: 'Desk',
      p4: 'https://wiki.example/a',
      p5: 'a|b <c>',
      p6: 'one, two',
      p7: 'soon',
      p8: 'x',
    }
    const all = imported({
      elements: { a: ['ApplicationComponent', 'A', withProperties(values)], d: ['BusinessActor', 'Desk'] },
      properties,
    })
    expect(fieldsOf(all)).toMatchObject({
      'application/a': {
        name: 'A',
        tags: ['one', 'two'],
        version: '4.2',
        lifecycle: 'SUNSETTING',
        links: [{ title: 'Wiki', url: 'https://wiki.example/a' }],
        owner: 'team/desk',
        body: '| Property | Value |\n| --- | --- |\n| Cost \\| year | a\\|b &lt;c> |\n| review by | soon |\n| \\_\\_proto\\_\\_ | x |',
      },
    })
    expect(Object.prototype).not.toHaveProperty('x')
  })
})

describe('junctions', () => {
  const elements = {
    a: ['ApplicationComponent', 'A'],
    b: ['ApplicationComponent', 'B'],
    c: ['ApplicationComponent', 'C'],
    d: ['ApplicationComponent', 'D'],
    and: ['AndJunction', ''],
    or: ['OrJunction', 'Either'],
  } as const

  it('are resolved into relations from each to each, through others, and told in their notes', () => {
    const all = imported({
      elements,
      relationships: {
        r1: ['Serving', 'a', 'and'],
        r2: ['Serving', 'b', 'and'],
        r3: ['Serving', 'and', 'or'],
        r4: ['Serving', 'or', 'c'],
        r5: ['Serving', 'or', 'd'],
        r6: ['Serving', 'or', 'and'],
      },
    })
    const note = 'Meets others in the and-junction. Meets others in the or-junction “Either”: not all may be needed.'
    const needs = [
      { to: 'application/a', note },
      { to: 'application/b', note },
    ]
    expect(fieldsOf(all)).toMatchObject({ 'application/c': { needs }, 'application/d': { needs } })
    expect(leftOutOf(all)).toStrictEqual([
      'model.xml:16 r6: Serving: Either (OrJunction) → AndJunction and (AndJunction): Its junction joins it with no other relationship of its type.',
    ])
  })

  it('that join nothing are told', () => {
    const all = imported({ elements, relationships: { r1: ['Serving', 'a', 'and'], r2: ['Flow', 'and', 'b'] } })
    expect(leftOutOf(all)).toHaveLength(4)
    expect(all.items.every(({ fields }) => fields['needs'] === undefined)).toBe(true)
  })
})

describe('groups, locations, views and folders', () => {
  const said: ModelSaid = {
    elements: {
      outer: ['Grouping', 'Back office'],
      inner: ['Grouping', 'Claims'],
      empty: ['Grouping', 'Empty'],
      place: ['Location', 'Head office', '<documentation>By the river.</documentation>'],
      team: ['BusinessActor', 'Team'],
      app: ['ApplicationComponent', 'App'],
    },
    relationships: {
      r1: ['Composition', 'outer', 'inner'],
      r2: ['Aggregation', 'inner', 'team'],
      r3: ['Association', 'app', 'place'],
      r4: ['Serving', 'inner', 'app'],
    },
    views: { v1: ['Overview', 'outer', 'team'], v2: ['Overview', 'app'], v3: ['Nothing', 'empty'] },
    organizations:
      '<item><label>Business</label><item identifierRef="team"/></item><item><label>Views</label><item><label>One</label><item identifierRef="v1"/></item><item><label>Two</label><item identifierRef="v2"/></item></item>',
  }

  it('are tags of what is in them', () => {
    const all = imported(said)
    expect(fieldsOf(all)).toStrictEqual({
      'application/app': { name: 'App', tags: ['head-office', 'two-overview'] },
      'team/team': { name: 'Team', tags: ['back-office', 'claims', 'one-overview'] },
    })
    expect(leftOutOf(all)).toStrictEqual([
      'model.xml:5 empty: Empty (Grouping): No item is in it.',
      'model.xml:6 place documentation: By the river.: It became a tag, which is a word and no more.',
      'model.xml:14 r4: Serving: Claims (Grouping) → App (ApplicationComponent): One of its ends is no item.',
      'model.xml:20 v3: Nothing: It shows no element that is an item.',
    ])
  })

  it('are tags only as the mapping file says', () => {
    const { items } = importXml(modelXml(said), { mapping: 'views: none\nfolders: tags\ntypes: {Grouping: none}\n' })
    expect(items.map(({ fields }) => fields['tags'])).toStrictEqual([['head-office'], ['business']])
  })
})

import { describe, expect, it } from 'vitest'
import { builtInFolder } from '../../../../graph/catalogue/built-in-layers.ts'
import { readCatalogue } from '../../../../graph/catalogue/read-catalogue.ts'
import type { Item } from '../../../../graph/catalogue/catalogue.ts'
import { expectWellFormed } from '../well-formed.ts'
import { lookAlikes, wordsOf } from './likeness.ts'

const { catalogue, findings } = await readCatalogue(builtInFolder('itil4'))
const items = [...(catalogue?.items.values() ?? [])]
const ofKind = (kind: string): Item[] => items.filter((item) => item.kind === kind)
const text = (item: Item, field: string): string => {
  const value = item.values[field]
  return typeof value === 'string' ? value : ''
}
const names = (of: readonly Item[]): string[] => of.map((item) => text(item, 'name')).sort()

describe('the built-in layer itil4', () => {
  it('has no findings at all, and is as a catalogue should be', () => {
    expect(findings).toStrictEqual([])
    if (catalogue === undefined) throw new Error('It is no catalogue')
    expectWellFormed(catalogue)
  })

  it('holds nothing that differs from one organisation to the next', () => {
    expect(new Set(items.map((item) => item.kind))).toStrictEqual(
      new Set(['Concept', 'GuidingPrinciple', 'Activity', 'Practice', 'Skill']),
    )
  })

  it('holds the 34 practices in their groups', () => {
    const inGroup = (group: string) => names(ofKind('Practice').filter((item) => item.values.group === group))
    expect(inGroup('GENERAL_MANAGEMENT')).toStrictEqual([
      ...[
        'Architecture management',
        'Continual improvement',
        'Information security management',
        'Knowledge management',
      ],
      ...[
        'Measurement and reporting',
        'Organizational change management',
        'Portfolio management',
        'Project management',
      ],
      ...['Relationship management', 'Risk management', 'Service financial management', 'Strategy management'],
      ...['Supplier management', 'Workforce and talent management'],
    ])
    expect(inGroup('SERVICE_MANAGEMENT')).toStrictEqual([
      ...['Availability management', 'Business analysis', 'Capacity and performance management', 'Change enablement'],
      ...['IT asset management', 'Incident management', 'Monitoring and event management', 'Problem management'],
      ...['Release management', 'Service catalogue management', 'Service configuration management'],
      ...['Service continuity management', 'Service design', 'Service desk', 'Service level management'],
      ...['Service request management', 'Service validation and testing'],
    ])
    expect(inGroup('TECHNICAL_MANAGEMENT')).toStrictEqual([
      ...['Deployment management', 'Infrastructure and platform management', 'Software development and management'],
    ])
    expect(ofKind('Practice')).toHaveLength(14 + 17 + 3)
  })

  it('holds the seven guiding principles, each with advice', () => {
    expect(names(ofKind('GuidingPrinciple'))).toStrictEqual([
      'Collaborate and promote visibility',
      'Focus on value',
      'Keep it simple and practical',
      'Optimize and automate',
      'Progress iteratively with feedback',
      'Start where you are',
      'Think and work holistically',
    ])
    for (const { id, values } of ofKind('GuidingPrinciple'))
      expect([values.advice].flat().length, id).toBeGreaterThan(2)
  })

  it('holds the six activities, each with the skills that it calls for, and no skill without', () => {
    expect(names(ofKind('Activity'))).toStrictEqual([
      ...['Deliver and support', 'Design and transition', 'Engage', 'Improve', 'Obtain/build', 'Plan'],
    ])
    const calls = catalogue?.relations.filter((each) => each.type === 'CALLS_FOR') ?? []
    for (const { id } of ofKind('Activity')) {
      expect(calls.filter((each) => each.from === id).length, id).toBeGreaterThanOrEqual(2)
    }
    expect(new Set(calls.map((each) => each.to))).toStrictEqual(new Set(ofKind('Skill').map((skill) => skill.id)))
  })

  it('holds the service value system and its parts', () => {
    const system = catalogue?.relations.filter(
      (each) => each.type === 'PART_OF_CONCEPT' && each.to === 'concept/service-value-system',
    )
    expect(system?.map((each) => each.from)).toEqual(
      expect.arrayContaining([
        ...['concept/governance', 'concept/guiding-principles', 'concept/service-value-chain'],
        ...['concept/practice', 'concept/continual-improvement'],
      ]),
    )
  })

  it('tells the three ideas apart that people mix up', () => {
    const apart = catalogue?.relations
      .filter((each) => each.type === 'DIFFERS_FROM')
      .map(({ from, to }) => [from, to].sort().join(' '))
    expect(apart).toEqual(
      expect.arrayContaining([
        'concept/service-value-chain concept/service-value-system',
        'concept/service-value-chain concept/value-stream',
      ]),
    )
  })
})

describe('its texts', () => {
  it('are there: every item has a summary and a body, practices and activities a purpose', () => {
    for (const item of items) {
      expect(text(item, 'summary').length, item.id).toBeGreaterThan(30)
      expect(text(item, 'body').length, item.id).toBeGreaterThan(100)
      if (['Practice', 'Activity'].includes(item.kind))
        expect(text(item, 'purpose').length, item.id).toBeGreaterThan(40)
    }
  })

  it.each(['summary', 'purpose', 'body'])('are each item’s own: no two have the same %s', (field) => {
    const texts = items.map((item) => text(item, field)).filter((each) => each !== '')
    expect(new Set(texts).size).toBe(texts.length)
  })

  it.each([
    ['Practice', 'summary', 0.3],
    ['Practice', 'purpose', 0.3],
    ['Practice', 'body', 0.3],
    ['Concept', 'summary', 0.4],
    ['Concept', 'body', 0.3],
    ['GuidingPrinciple', 'body', 0.3],
    ['Activity', 'body', 0.3],
    ['Skill', 'body', 0.3],
  ])('could not be swapped: of two of kind %s, each %s has its own words', (kind, field, bound) => {
    const texts = ofKind(kind).map((item) => [item.id, text(item, field)] as const)
    expect(lookAlikes(texts, bound)).toStrictEqual([])
  })

  it('are about their practice: what its name says apart from others’ is in them', () => {
    const common = new Set(['management', 'service', 'enablement'])
    for (const practice of ofKind('Practice')) {
      const said = ['summary', 'purpose', 'body']
        .map((field) => text(practice, field))
        .join(' ')
        .toLowerCase()
      for (const word of wordsOf(text(practice, 'name'))) {
        if (!common.has(word)) expect(said, practice.id).toContain(word.slice(0, 5))
      }
    }
  })

  it('keep the older names that people look for', () => {
    const aliases = (name: string) => items.find((item) => item.id === `practice/${name}`)?.values.aliases
    expect(aliases('change-enablement')).toContain('Change management')
    expect(aliases('service-configuration-management')).toContain('CMDB')
  })
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isEnumType, isInputObjectType, isInterfaceType, isObjectType, printSchema, validateSchema } from 'graphql'
import type { GraphQLNamedType, GraphQLSchema } from 'graphql'
import { describe, expect, it } from 'vitest'
import { apiSchema } from '../../api/api-schema.ts'
import { readModel } from '../../graph/model/read-model.ts'
import { packageRoot } from '../../graph/package-root.ts'
import { ownModel } from './seed.ts'

const schema = apiSchema(ownModel)
const typesOf = (of: GraphQLSchema): GraphQLNamedType[] =>
  Object.values(of.getTypeMap()).filter((type) => !type.name.startsWith('__'))

/** Places in a schema that say nothing about themselves. */
function undescribed(of: GraphQLSchema): string[] {
  const bare: string[] = []
  const check = (place: string, at: { readonly description?: string | null | undefined }): void => {
    if ((at.description ?? '').trim() === '') bare.push(place)
  }
  for (const type of typesOf(of)) {
    check(type.name, type)
    if (isEnumType(type)) for (const value of type.getValues()) check(`${type.name}.${value.name}`, value)
    if (isInputObjectType(type))
      for (const field of Object.values(type.getFields())) check(`${type.name}.${field.name}`, field)
    if (!isObjectType(type) && !isInterfaceType(type)) continue
    for (const field of Object.values(type.getFields())) {
      check(`${type.name}.${field.name}`, field)
      for (const argument of field.args) check(`${type.name}.${field.name}(${argument.name}:)`, argument)
    }
  }
  return bare
}

describe('apiSchema', () => {
  it('makes a valid schema in which everything is described', () => {
    expect(validateSchema(schema)).toStrictEqual([])
    expect(undescribed(schema)).toStrictEqual([])
  })

  it('is what api/schema.graphql says', () => {
    const committed = readFileSync(join(packageRoot, 'api/schema.graphql'), 'utf8')
    expect(committed.split('\n')[0]).toMatch(/^# Generated /)
    expect(committed.slice(committed.indexOf('\n\n') + 2)).toBe(`${printSchema(schema)}\n`)
  })

  it('gives every kind a field for one and a field for many', () => {
    const fields = schema.getQueryType()?.getFields() ?? {}
    for (const kind of ownModel.kinds.values()) {
      expect(String(fields[kind.singular]?.type)).toBe(kind.name)
      expect(String(fields[kind.plural]?.type)).toBe(`${kind.name}Connection!`)
    }
  })

  it('gives every relation a field at both ends, on interfaces and on their members', () => {
    const fieldOf = (type: string, field: string): string | undefined => {
      const found = schema.getType(type)
      return isObjectType(found) || isInterfaceType(found) ? String(found.getFields()[field]?.type) : undefined
    }
    expect(fieldOf('Practice', 'resources')).toBe('ResourceNeedConnection!')
    expect(fieldOf('Practice', 'owner')).toBe('Party')
    expect(fieldOf('Procedure', 'practice')).toBe('Practice!')
    expect(fieldOf('Step', 'stream')).toBe('ValueStream!')
    for (const type of ['Resource', 'Team', 'Contract']) expect(fieldOf(type, 'usedBy')).toBe('PracticeNeedConnection!')
    for (const type of ['Party', 'Team', 'Supplier']) expect(fieldOf(type, 'owns')).toBe('ItemRelationConnection!')
    expect(fieldOf('Stakeholder', 'raises')).toBe('ImprovementRelationConnection!')
    expect(fieldOf('ValueStream', 'practices')).toBe('PracticeViaStepsConnection!')
    expect(fieldOf('PracticeViaStepsEdge', 'steps')).toBe('[Step!]!')
    expect(fieldOf('Practice', 'feeds')).toBe('ValueStreamViaStepsConnection!')
    for (const type of ['Item', 'Party', 'Metric']) expect(fieldOf(type, 'relations')).toBe('RelationConnection!')
  })

  it('puts what a relation carries flat on its edge', () => {
    const edge = schema.getType('ResourceNeedEdge')
    expect(isObjectType(edge) && Object.keys(edge.getFields())).toStrictEqual([
      'cursor',
      'node',
      'criticality',
      'redundancyGroup',
      'atLeast',
      'note',
      'sources',
    ])
  })

  it('follows what a catalogue adds to the model', () => {
    const text = `
      """A place where people work."""
      type Site @kind(folder: "sites") {
        """How many people fit in."""
        seats: Int
        """Teams that work there."""
        teams: [Team!] @relation(type: "HOUSES", inverse: "sites", verbs: ["houses", "is housed in"])
      }`
    const extended = apiSchema(readModel([{ path: 'model/site.graphql', text }]))
    expect(undescribed(extended)).toStrictEqual([])
    const team = extended.getType('Team')
    expect(isObjectType(team) && String(team.getFields()['sites']?.type)).toBe('SiteRelationConnection!')
    expect(Object.keys(extended.getQueryType()?.getFields() ?? {})).toEqual(expect.arrayContaining(['site', 'sites']))
  })
})

import { execute, parse } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isPlain } from '../../../api/execution/is-plain.ts'
import { runRequest } from '../../../api/execution/run-request.ts'
import { ownFields } from '../../../api/fields/own-fields.ts'
import type { OwnFields } from '../../../api/schema/attach-resolvers.ts'
import { deriveSchema } from '../../../api/schema/derive-schema.ts'
import type { OwnItemField } from '../../../api/schema/own-item-field.ts'
import { memoryStore } from '../../stores-under-test.ts'
import { apiOver } from '../api-under-test.ts'
import type { ApiUnderTest } from '../api-under-test.ts'
import { sample } from '../sample.ts'
import { ownModel } from '../seed.ts'

interface Required {
  readonly resources: {
    readonly edges: readonly { readonly criticality: string; readonly node: { readonly name: string } }[]
  }
}

const toolNames: OwnItemField<Required, { readonly prefix: string }> = {
  requires: '{ resources(first: 1000, filter: { kind: [APPLICATION] }) { edges { criticality node { name } } } }',
  answer: ({ resources }, { prefix }) =>
    resources.edges.map((edge) => `${prefix}${edge.node.name}: ${edge.criticality}`),
}

const own = (requires = toolNames.requires): OwnFields => ({
  definitions: `extend type Practice {
    """What its tools are called."""
    toolNames("""What stands before each.""" prefix: String! = ""): [String!]!
  }`,
  resolvers: { Practice: { toolNames: { ...toolNames, requires } } },
})

describe('fields of items that are written by hand', () => {
  const schema = deriveSchema(ownModel, [own(), ...ownFields(ownModel)])
  let under: ApiUnderTest
  beforeAll(async () => {
    under = await apiOver(memoryStore.fresh(), sample)
  })
  afterAll(() => under.api.close())

  it('answer from what they require, which is read with everything else', async () => {
    const document = parse(`{ practices(filter: { group: [SERVICE_MANAGEMENT] }) { nodes {
      name toolNames dashed: toolNames(prefix: "- ") resources(first: 1) { nodes { name } }
    } } }`)
    const request = { schema, document, variables: {}, operationName: undefined }
    expect(isPlain(document, schema)).toBe(true)
    under.store.taken()
    const fast = await runRequest({ ...request, context: under.api.context(), plain: true })
    expect(under.store.taken()).toHaveLength(1)
    const nodes = [
      {
        name: 'Incident management',
        toolNames: ['Ticketing: ESSENTIAL'],
        dashed: ['- Ticketing: ESSENTIAL'],
        resources: { nodes: [{ name: 'Network' }] },
      },
      {
        name: 'Service desk',
        toolNames: ['Ticketing: IMPORTANT'],
        dashed: ['- Ticketing: IMPORTANT'],
        resources: { nodes: [{ name: 'Ticketing' }] },
      },
    ]
    expect(fast).toStrictEqual({ data: { practices: { nodes } } })
    const slow = await execute({ schema, document, contextValue: under.api.context() })
    expect(JSON.parse(JSON.stringify(slow))).toStrictEqual(fast)
  })

  it('say at once when they require what there is not', () => {
    expect(() => deriveSchema(ownModel, [own('{ tools { name } }')])).toThrow(
      'What Practice.toolNames requires is wrong: Cannot query field "tools" on type "Practice".',
    )
  })

  it('are refused where the schema has no such field', () => {
    const stray: OwnFields = { definitions: own().definitions, resolvers: { Practice: { other: () => 1 } } }
    expect(() => deriveSchema(ownModel, [stray])).toThrow('The schema has no field Practice.other to resolve.')
  })
})

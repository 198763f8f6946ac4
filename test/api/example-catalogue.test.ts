import { getNamedType, isInterfaceType, isLeafType, isObjectType } from 'graphql'
import type { GraphQLField, GraphQLNamedType } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApi } from '../../api/execute.ts'
import type { Api } from '../../api/execute.ts'
import { builtInFolder } from '../../graph/catalogue/built-in-layers.ts'
import { loadedStore } from '../loaded-store.ts'
import { ownModel } from './seed.ts'

describe('the API over the example catalogue', () => {
  let api: Api
  beforeAll(async () => {
    api = await createApi(await loadedStore(builtInFolder('example')))
  })
  afterAll(() => api.close())

  /** Everything that can be selected of a type, `depth` relations deep. */
  function everything(type: GraphQLNamedType, depth: number): string {
    const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : []
    return `__typename ${fields.map((field) => selected(field, depth)).join(' ')}`
  }

  function selected(field: GraphQLField<unknown, unknown>, depth: number): string {
    const type = getNamedType(field.type)
    if (isLeafType(type)) return field.name
    const isItem = ownModel.kinds.has(type.name) || ownModel.interfaces.has(type.name) || ownModel.unions.has(type.name)
    if (isItem && depth === 0) return ''
    const deeper = isItem || field.args.length > 0 ? depth - 1 : depth
    if (deeper < 0) return ''
    const turning = field.args.some((each) => each.name === 'first') ? '(first: 5)' : ''
    return `${field.name}${turning} { ${everything(type, deeper)} }`
  }

  it.each([...ownModel.kinds.values()])(
    'answers all that can be asked of $plural',
    async ({ name, plural, singular }) => {
      const type = api.schema.getType(name)
      if (type === undefined) throw new Error(`There is no ${name}.`)
      const selection = everything(type, 2)
      const { data, errors } = await api.execute<Record<string, { nodes: { id: string }[] }>>(
        `{ ${plural}(first: 3) { totalCount pageInfo { endCursor } nodes { ${selection} } } }`,
      )
      expect(errors).toBeUndefined()
      const [first] = data?.[plural]?.nodes ?? []
      expect(first).toMatchObject({ __typename: name })
      const one = await api.execute(`query ($id: ID!) { ${singular}(id: $id) { ${selection} } }`, { id: first?.id })
      expect(one).toStrictEqual({ data: { [singular]: first } })
    },
  )
})

import { expect, it } from 'vitest'
import { writable } from '../../../graph/catalogue/catalogue.ts'
import { kindOf } from '../../../graph/model/model.ts'
import { readModel } from '../../../graph/model/read-model.ts'

it('files write every attribute but those that Tributary sets', () => {
  const { attributes } = kindOf(readModel(), 'Step')
  const left = attributes.filter((each) => !writable(attributes).includes(each)).map((each) => each.name)
  expect(left).toStrictEqual(['id', 'sources', 'position'])
})

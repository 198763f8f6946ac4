import { expect, it } from 'vitest'
import { impactRules } from '../../../graph/impact/impact-rules.ts'
import { needOf } from '../../../graph/impact/need-of.ts'
import { writtenNeed } from '../../../graph/impact/scenario/written-need.ts'
import { kindOf } from '../../../graph/model/model.ts'
import { readModel } from '../../../graph/model/read-model.ts'

const model = readModel()
const rules = impactRules(model)
const rule = (type: string) => {
  const found = rules.get(type)
  if (found === undefined) throw new Error(`${type} carries nothing.`)
  return found
}

it('turns round what serves, and gives change alone no criticality', () => {
  expect(needOf(rule('COVERS'), 'contract/c', 'application/a', { criticality: 'ESSENTIAL' }, 7)).toEqual({
    ...{ dependent: 'application/a', needed: 'contract/c', type: 'COVERS', relation: 7, criticality: 'ESSENTIAL' },
  })
  expect(needOf(rule('VISITS'), 'step/s', 'activity/a', {}, 0)).toMatchObject({ criticality: undefined })
})

it('lets no planned tool fail anybody, whoever writes of it', () => {
  const planned = { criticality: 'ESSENTIAL', status: 'PLANNED' }
  const tools = kindOf(model, 'Step').relations.find(({ type }) => type === 'NEEDS_TOOL')
  if (tools === undefined) throw new Error('Steps have no tools.')
  expect(needOf(rule('NEEDS_TOOL'), 'step/s', 'application/a', planned, 0).criticality).toBeUndefined()
  expect(writtenNeed(tools, rule('NEEDS_TOOL'), 'step/s', 'application/a', planned).criticality).toBeUndefined()
  expect(writtenNeed(tools, rule('NEEDS_TOOL'), 'step/s', 'application/a', {}).criticality).toBe('IMPORTANT')
})

import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findItem, UnknownItem } from '../../../exchange/export/find-item.ts'
import { findKinds, UnknownKind } from '../../../exchange/export/find-kinds.ts'
import { exportedFrom, exportedOf } from './exported-from.ts'

const example = await exportedFrom(join(import.meta.dirname, '../../../catalogues/example'))

describe('findItem', () => {
  it('takes a whole id, its last part, and one that it had before', async () => {
    expect(findItem(example, 'application/ticketing')).toBe('application/ticketing')
    expect(findItem(example, 'ticketing')).toBe('application/ticketing')
    expect(findItem(example, 'resolve-user-incident/capture')).toBe('step/resolve-user-incident/capture')
    const renamed = await exportedOf({ 'teams/new.yaml': 'name: New\nformerIds: [team/old]\n' })
    expect(findItem(renamed, 'team/old')).toBe('team/new')
    expect(findItem(renamed, 'old')).toBe('team/new')
  })

  it('says what may have been meant', () => {
    expect(() => findItem(example, 'tickting')).toThrow(UnknownItem)
    expect(() => findItem(example, 'tickting')).toThrow(
      'There is no item "tickting". Did you mean "application/ticketing"',
    )
    expect(() => findItem(example, 'ticketing', 'ValueStream')).toThrow('There is no value stream "ticketing".')
  })

  it('asks which where several kinds have it', async () => {
    const twice = await exportedOf({ 'teams/x.yaml': 'name: X\n', 'applications/x.yaml': 'name: X tool\n' })
    expect(() => findItem(twice, 'x')).toThrow('"x" may be application/x or team/x: write which.')
    expect(findItem(twice, 'x', 'Team')).toBe('team/x')
  })
})

describe('findKinds', () => {
  it('takes a kind’s name, folder and id prefix, however it is written', () => {
    const written = ['ValueStream', 'value-stream', 'VALUE_STREAM', 'value-streams', 'team', 'policies']
    expect(findKinds(example.model, written)).toEqual([
      ...['ValueStream', 'ValueStream', 'ValueStream', 'ValueStream'],
      ...['Team', 'Policy'],
    ])
  })

  it('says what may have been meant', () => {
    expect(() => findKinds(example.model, ['aplication'])).toThrow(UnknownKind)
    expect(() => findKinds(example.model, ['aplication'])).toThrow(
      'There is no kind "aplication". Did you mean "application"?',
    )
  })
})

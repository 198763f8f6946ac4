import { describe, expect, it } from 'vitest'
import { suggest, suggestId } from '../../../graph/catalogue/suggest.ts'

describe('suggest', () => {
  it('names what is close, closest first', () => {
    expect(suggest('onwer', ['name', 'owner', 'summary'])).toBe('Did you mean "owner"?')
    expect(suggest('tem', ['teams', 'item', 'team'])).toBe('Did you mean "item", "team", or "teams"?')
  })

  it('names at most three', () => {
    expect(suggest('name', ['names', 'namer', 'named', 'fame'])?.match(/"/g)).toHaveLength(6)
  })

  it('says nothing where nothing is close', () => {
    expect(suggest('colour', ['name', 'owner'])).toBeUndefined()
  })
})

describe('suggestId', () => {
  const ids = ['practice/incident-management', 'practice/problem-management', 'team/incident-management', 'team/desk']

  it('compares last parts only', () => {
    expect(suggestId('practice/incidnt-management', ids)).toBe(
      'Did you mean "practice/incident-management", "team/incident-management", or "practice/problem-management"?',
    )
    expect(suggestId('desks', ids)).toBe('Did you mean "team/desk"?')
    expect(suggestId('step/resolve/captur', ['step/resolve/capture', 'step/resolve/close'])).toBe(
      'Did you mean "step/resolve/capture"?',
    )
  })

  it('says nothing where only beginnings are alike', () => {
    expect(suggestId('practice/x', ids)).toBeUndefined()
  })
})

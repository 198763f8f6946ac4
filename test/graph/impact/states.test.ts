import { describe, expect, it } from 'vitest'
import { impact } from '../../../graph/impact/impact.ts'
import { indexSnapshot } from '../../../graph/impact/index-snapshot.ts'
import type { Need } from '../../../graph/impact/snapshot.ts'
import type { State } from '../../../graph/impact/states.ts'
import { change, member, need, snapshotOf } from './small-snapshot.ts'

/** The state of "service" when these items are in these states. */
function serviceWith(declared: Record<string, State>, ...needs: Need[]): State {
  const { affected } = impact(indexSnapshot(snapshotOf(...needs)), new Map(Object.entries(declared)))
  return affected.get('service')?.state ?? 'OK'
}

describe('a need', () => {
  it.each([
    ['DOWN', 'ESSENTIAL', 'DOWN'],
    ['DOWN', 'IMPORTANT', 'DEGRADED'],
    ['DOWN', 'SUPPORTING', 'AT_RISK'],
    ['DEGRADED', 'ESSENTIAL', 'DEGRADED'],
    ['DEGRADED', 'IMPORTANT', 'AT_RISK'],
    ['DEGRADED', 'SUPPORTING', 'OK'],
    ['AT_RISK', 'ESSENTIAL', 'AT_RISK'],
    ['AT_RISK', 'IMPORTANT', 'OK'],
    ['AT_RISK', 'SUPPORTING', 'OK'],
  ] as const)('of an item that is %s, when %s, passes on %s', (state, criticality, passed) => {
    expect(serviceWith({ app: state }, need('service', 'app', criticality))).toBe(passed)
  })

  it('passes nothing on where it carries only change', () => {
    expect(serviceWith({ app: 'DOWN' }, change('service', 'app'))).toBe('OK')
  })

  it('adds to others: an item has the worst state that reaches it or is declared', () => {
    const needs = [need('service', 'app', 'SUPPORTING'), need('service', 'team', 'IMPORTANT')]
    expect(serviceWith({ app: 'DOWN', team: 'DOWN' }, ...needs)).toBe('DEGRADED')
    expect(serviceWith({ app: 'DOWN', service: 'DEGRADED' }, ...needs)).toBe('DEGRADED')
    expect(serviceWith({ team: 'DOWN', service: 'AT_RISK' }, ...needs)).toBe('DEGRADED')
  })
})

describe('what a redundancy group of three passes on', () => {
  const lost = [
    {},
    { a: 'DOWN' },
    { a: 'DOWN', b: 'DOWN' },
    { a: 'DOWN', b: 'DOWN', c: 'DOWN' },
    { a: 'DOWN', b: 'DEGRADED' },
    { a: 'DOWN', b: 'DEGRADED', c: 'AT_RISK' },
    { a: 'AT_RISK' },
    { a: 'AT_RISK', b: 'AT_RISK', c: 'AT_RISK' },
  ] as const
  it.each([
    [1, ['OK', 'AT_RISK', 'AT_RISK', 'DOWN', 'AT_RISK', 'AT_RISK', 'OK', 'AT_RISK']],
    [2, ['OK', 'AT_RISK', 'DOWN', 'DOWN', 'DEGRADED', 'DEGRADED', 'OK', 'AT_RISK']],
    [3, ['OK', 'DOWN', 'DOWN', 'DOWN', 'DOWN', 'DOWN', 'AT_RISK', 'AT_RISK']],
  ] as const)('of which at least %i must work', (atLeast, passed) => {
    const needs = ['a', 'b', 'c'].map((id) => member('service', id, atLeast))
    expect(lost.map((declared) => serviceWith(declared, ...needs))).toEqual(passed)
  })

  it('weighs each member by its criticality', () => {
    const needs = [member('service', 'a'), member('service', 'b', undefined, 'IMPORTANT')]
    expect(serviceWith({ a: 'DOWN', b: 'DOWN' }, ...needs)).toBe('DEGRADED')
    expect(serviceWith({ a: 'DOWN', b: 'DEGRADED' }, ...needs)).toBe('AT_RISK')
  })

  it('is nothing while its loss would hardly matter: a SUPPORTING member that is down leaves cover', () => {
    const needs = ['a', 'b'].map((id) => member('service', id, undefined, 'SUPPORTING'))
    expect(serviceWith({ a: 'DOWN' }, ...needs)).toBe('OK')
    expect(serviceWith({ a: 'DOWN', b: 'DOWN' }, ...needs)).toBe('AT_RISK')
  })

  it('counts members of all relation types, but only those of one dependent', () => {
    const tool = { ...member('service', 'b'), type: 'NEEDS_TOOL' }
    expect(serviceWith({ a: 'DOWN' }, member('service', 'a'), tool)).toBe('AT_RISK')
    expect(serviceWith({ a: 'DOWN' }, member('service', 'a'), member('other', 'b'))).toBe('DOWN')
  })

  it('takes the largest atLeast that any member says, and no more than there are members', () => {
    expect(serviceWith({ a: 'DOWN' }, member('service', 'a', 2), member('service', 'b', 1))).toBe('DOWN')
    expect(serviceWith({ a: 'DOWN' }, member('service', 'a', 9), member('service', 'b'))).toBe('DOWN')
    expect(serviceWith({}, member('service', 'a', 9), member('service', 'b'))).toBe('OK')
    expect(serviceWith({ a: 'DOWN' }, member('service', 'a', 0), member('service', 'b', -1))).toBe('AT_RISK')
  })
})

import { describe, expect, it } from 'vitest'
import { upstream } from '../../../graph/impact/change.ts'
import { impact } from '../../../graph/impact/impact.ts'
import { indexSnapshot } from '../../../graph/impact/index-snapshot.ts'
import { pathOf, reversed } from '../../../graph/impact/path.ts'
import { failureSentence, pathSentence } from '../../../graph/impact/sentence.ts'
import type { Need } from '../../../graph/impact/snapshot.ts'
import type { State } from '../../../graph/impact/states.ts'
import { member, need, snapshotOf } from './small-snapshot.ts'

const verbs = new Map([
  ['HAS_STEP', ['has the step', 'is a step of']],
  ['NEEDS_TOOL', ['is done with', 'is a tool in']],
  ['COVERS', ['is covered by', 'covers']],
  ['AGREED_WITH', ['is with', 'has the contract']],
] as const)
const along = (type: string, each: Need): Need => ({ ...each, type })
const needs = [
  along('HAS_STEP', need('value-stream/resolve', 'step/capture')),
  along('NEEDS_TOOL', need('step/capture', 'application/ticketing')),
  along('COVERS', need('application/ticketing', 'contract/c-104', 'IMPORTANT')),
  along('AGREED_WITH', need('contract/c-104', 'supplier/acme')),
]

/** Why an item is as it is, when others are in these states. */
function why(id: string, declared: Record<string, State>, ...given: readonly Need[]): string | undefined {
  const index = indexSnapshot(snapshotOf(...given))
  return failureSentence(index, impact(index, new Map(Object.entries(declared))), id, verbs)
}

describe('failureSentence', () => {
  it('goes along the path, relation by relation, to what was declared', () => {
    expect(why('value-stream/resolve', { 'supplier/acme': 'DOWN' }, ...needs)).toBe(
      'Resolve is degraded because it has the step Capture, which is done with Ticketing, which is covered by C-104, ' +
        'which is with Acme, which is down.',
    )
    expect(why('contract/c-104', { 'supplier/acme': 'AT_RISK' }, ...needs)).toBe(
      'C-104 is at risk because it is with Acme, which is at risk.',
    )
  })

  it('says what is only declared', () => {
    expect(why('supplier/acme', { 'supplier/acme': 'DOWN' }, ...needs)).toBe('Acme is taken to be down.')
  })

  it('says how groups stand', () => {
    const three = (atLeast?: number): Need[] =>
      ['a', 'b', 'c'].map((id) => along('NEEDS_TOOL', member('step/capture', id, atLeast)))
    expect(why('step/capture', { a: 'DOWN' }, ...three())).toBe(
      'Capture is at risk because it is done with A (2 of 3 left), which is down.',
    )
    expect(why('step/capture', { b: 'DOWN', c: 'DOWN' }, ...three(2))).toBe(
      'Capture is down because it is done with B (1 of 3 left, 2 needed), which is down.',
    )
  })

  it('says nothing of items that aren’t affected', () => {
    expect(why('supplier/acme', { 'contract/c-104': 'DOWN' }, ...needs)).toBeUndefined()
  })

  it('refuses types without verbs', () => {
    expect(() => why('a', { b: 'DOWN' }, need('a', 'b'))).toThrow('There are no verbs for NEEDS.')
  })
})

describe('pathSentence', () => {
  it('says a path from either end', () => {
    const index = indexSnapshot(snapshotOf(...needs))
    const path = pathOf(upstream(index, ['step/capture']).trail, 'contract/c-104')
    expect(pathSentence(index, path, verbs)).toBe('C-104 covers Ticketing, which is a tool in Capture.')
    expect(pathSentence(index, reversed(path), verbs)).toBe(
      'Capture is done with Ticketing, which is covered by C-104.',
    )
    expect(pathSentence(index, { items: ['step/capture'], hops: [] }, verbs)).toBeUndefined()
  })
})

import { describe, expect, it } from 'vitest'
import { compareImpact } from '../../../graph/impact/compare-impact.ts'
import type { StateChange } from '../../../graph/impact/compare-impact.ts'
import { impact } from '../../../graph/impact/impact.ts'
import type { Impact } from '../../../graph/impact/impact.ts'
import { indexSnapshot } from '../../../graph/impact/index-snapshot.ts'
import type { Need } from '../../../graph/impact/snapshot.ts'
import { member, need, snapshotOf } from './small-snapshot.ts'

const down = (id: string, ...needs: readonly Need[]): Impact =>
  impact(indexSnapshot(snapshotOf(...needs)), new Map([[id, 'DOWN']]))
const said = (changes: readonly StateChange[]): unknown[] =>
  changes.map(({ item, before, after }) => [item.id, before, after])

describe('compareImpact', () => {
  it('tells who is hit anew, worse, less and no longer', () => {
    const before = down(
      'network',
      need('mail', 'network'),
      member('service', 'mail'),
      member('service', 'chat'),
      need('door', 'network'),
    )
    const after = down(
      'network',
      need('mail', 'network', 'IMPORTANT'),
      need('service', 'mail'),
      need('shop', 'service', 'IMPORTANT'),
    )
    const changes = compareImpact(before, after)
    expect(said(changes.added)).toEqual([['shop', 'OK', 'AT_RISK']])
    expect(said(changes.worse)).toEqual([['service', 'AT_RISK', 'DEGRADED']])
    expect(said(changes.better)).toEqual([['mail', 'DOWN', 'DEGRADED']])
    expect(said(changes.gone)).toEqual([['door', 'DOWN', 'OK']])
  })

  it('finds nothing between an answer and itself', () => {
    const answer = down('network', need('mail', 'network'))
    expect(compareImpact(answer, answer)).toEqual({ added: [], worse: [], better: [], gone: [] })
  })
})

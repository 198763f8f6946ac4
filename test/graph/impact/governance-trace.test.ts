import { describe, expect, it } from 'vitest'
import type { GovernanceFacts } from '../../../graph/impact/governance-facts.ts'
import { allGovernanceGaps, governanceTrace } from '../../../graph/impact/governance-trace.ts'
import { indexSnapshot } from '../../../graph/impact/index-snapshot.ts'
import type { Need } from '../../../graph/impact/snapshot.ts'
import { need, snapshotOf } from './small-snapshot.ts'

const joins = (dependent: string, type: string, needed: string): Need => need(dependent, needed, 'ESSENTIAL', { type })
/** A relation that carries only change. */
const names = (dependent: string, type: string, needed: string): Need => ({ dependent, needed, type, relation: 0 })

const index = indexSnapshot(
  snapshotOf(
    names('Practice/desk', 'GOVERNS', 'Policy/rule'),
    names('Application/mail', 'GOVERNS', 'Policy/detail'),
    names('Policy/detail', 'UNDER', 'Policy/rule'),
    names('Decision/mail', 'BASED_ON', 'Policy/detail'),
    names('Application/mail', 'DECIDES_ON', 'Decision/mail'),
    names('Application/idle', 'DECIDES_ON', 'Decision/idle'),
    names('Practice/idle', 'GOVERNS', 'Policy/idle'),
    names('Metric/speed', 'GOVERNS', 'Policy/idle'),
    names('Metric/speed', 'MEASURES', 'Policy/everything'),
    names('Contract/support', 'GOVERNS', 'Policy/supply'),
    names('Supplier/acme', 'GOVERNS', 'Policy/supply'),
    names('Service/desk', 'GOVERNS', 'Policy/service'),
    names('Metric/speed', 'MEASURES', 'GuidingPrinciple/simple'),
    joins('ValueStream/resolve', 'HAS_STEP', 'Step/capture'),
    joins('ValueStream/resolve', 'HAS_STEP', 'Step/close'),
    joins('Step/capture', 'WORKED_BY', 'Practice/desk'),
    joins('Step/close', 'WORKED_BY', 'Practice/desk'),
    joins('Step/capture', 'NEEDS_TOOL', 'Application/ticketing'),
    joins('Step/capture', 'RELIES_ON', 'Contract/support'),
    joins('Step/capture', 'PERFORMED_BY', 'Supplier/night'),
    joins('Application/ticketing', 'COVERS', 'Contract/support'),
    joins('Contract/support', 'AGREED_WITH', 'Supplier/acme'),
    joins('Practice/desk', 'USES', 'Application/ticketing'),
    joins('Practice/desk', 'USES', 'Application/mail'),
    joins('Service/desk', 'PART_OF_SERVICE', 'ValueStream/resolve'),
    joins('Service/desk', 'BASED_ON_PRODUCT', 'Product/desk'),
    joins('Product/desk', 'COMPOSED_OF', 'Application/mail'),
  ),
)
const policy = (id: string, more = {}) => ({ id: `Policy/${id}`, inForceFrom: null, inForceUntil: null, ...more })
const decision = (id: string, more = {}) => ({
  ...{ id: `Decision/${id}`, status: 'APPROVED', expires: null, isSuperseded: false },
  ...more,
})
const facts: GovernanceFacts = {
  policies: [
    ...['rule', 'detail', 'everything', 'supply', 'service'].map((id) => policy(id)),
    policy('idle', { inForceUntil: '2026-11-21' }),
  ],
  decisions: [decision('mail', { expires: '2026-11-21' }), decision('idle', { expires: '2026-11-21' })],
  principles: [{ id: 'GuidingPrinciple/simple', appliedIn: ['Policy/supply', 'Step/close'] }],
  makers: new Map([['Application/mail', 'Supplier/acme']]),
  isResource: (kind) => ['Application', 'Contract', 'Supplier'].includes(kind),
  today: '2026-11-22',
}

/** A trace's rows, a line a row: what governs what, then step, resource, contract and supplier. */
const rowsOf = (id: string): string[] | undefined =>
  governanceTrace(index, facts, id)?.rows.map(({ governor, governed, step, resource, contract, supplier }) =>
    [governor, governed, step, resource, contract, supplier].map((cell) => cell?.split('/')[1] ?? '-').join(' '),
  )

const deskRows = (by: string): string[] => [
  `${by} capture ticketing support acme`,
  `${by} capture - - night`,
  `${by} close - - -`,
]

describe('governanceTrace', () => {
  it('follows a practice to steps, resources, contracts and suppliers, and what is under or based on the policy', () => {
    expect(rowsOf('Policy/rule')).toEqual([
      ...deskRows('rule desk'),
      'rule desk - mail - -',
      'detail mail - mail - -',
      'mail mail - mail - -',
    ])
    expect(governanceTrace(index, facts, 'Policy/rule')).toMatchObject({
      everything: false,
      summary:
        'Rule names 1 item. It reaches 2 steps of 1 value stream, 2 resources, 1 contract and 2 suppliers. 3 gaps are left.',
    })
  })

  it('follows a service, a contract and a supplier, which come to the same steps', () => {
    expect(rowsOf('Policy/service')).toEqual([...deskRows('service desk'), 'service desk - mail - -'])
    expect(rowsOf('Policy/supply')).toEqual([
      'supply support capture ticketing support acme',
      'supply acme capture ticketing support acme',
    ])
  })

  it('follows a principle through the policies and decisions that apply it', () => {
    expect(rowsOf('GuidingPrinciple/simple')).toEqual([
      'simple supply - - - -',
      'simple close close - - -',
      'supply support capture ticketing support acme',
      'supply acme capture ticketing support acme',
    ])
  })

  it('takes a policy that names nothing to hold for everything, which is no gap', () => {
    expect(governanceTrace(index, facts, 'Policy/everything')).toEqual({
      ...{ everything: true, rows: [], gaps: [] },
      summary: 'Everything names nothing, and so holds for everything.',
    })
  })

  it('has no answer for anything else', () => {
    expect(governanceTrace(index, facts, 'Practice/desk')).toBeUndefined()
  })
})

describe('governance’s gaps', () => {
  const gaps = allGovernanceGaps(index, facts).map(({ about, message }) => `${about}: ${message}`)

  it('are told of the whole catalogue', () => {
    expect(gaps).toEqual([
      'Policy/idle: Policy "Idle" was in force only until 2026-11-21.',
      'Policy/idle: Policy "Idle" reaches no work: no step and no resource is behind what it governs.',
      'Decision/mail: Decision "Mail" expired on 2026-11-21, and "Mail" is in use.',
      'Practice/idle: Practice "Idle" is governed, but feeds no value stream.',
      'Step/close: Step "Close" of "Resolve" has no resources: no people, information, tools or contracts.',
      'Application/mail: "Mail" is made by "Acme", but no contract covers it.',
    ])
  })

  it('are those of its own way for one policy', () => {
    expect(governanceTrace(index, facts, 'Policy/rule')?.gaps.map(({ about }) => about)).toEqual([
      ...['Decision/mail', 'Step/close', 'Application/mail'],
    ])
  })

  it.each([
    ['superseded', { isSuperseded: true }],
    ['on its last day', { expires: '2026-11-22' }],
    ['withdrawn', { status: 'WITHDRAWN' }],
  ])('aren’t made by a decision that is %s', (_, more) => {
    const decisions = [decision('mail', { expires: '2026-11-21', ...more })]
    const about = allGovernanceGaps(index, { ...facts, decisions }).map((gap) => gap.about)
    expect(about).not.toContain('Decision/mail')
  })

  it.each(['APPROVED', 'PILOT', 'EXCEPTION', 'SUNSETTING'])('are made by an expired decision that is %s', (status) => {
    const decisions = [decision('mail', { expires: '2026-11-21', status })]
    const about = allGovernanceGaps(index, { ...facts, decisions }).map((gap) => gap.about)
    expect(about).toContain('Decision/mail')
  })

  it.each([
    ['on its first and last day', { inForceFrom: '2026-11-22', inForceUntil: '2026-11-22' }],
    ['amid its time', { inForceFrom: '2026-11-21', inForceUntil: '2026-11-23' }],
  ])('aren’t made by a policy that is %s', (_, times) => {
    const about = allGovernanceGaps(index, { ...facts, policies: [policy('rule', times)] }).map((gap) => gap.about)
    expect(about).not.toContain('Policy/rule')
  })

  it('are made by a policy that isn’t in force yet', () => {
    const policies = [policy('rule', { inForceFrom: '2026-11-23' })]
    expect(allGovernanceGaps(index, { ...facts, policies, decisions: [] })[0]?.message).toBe(
      'Policy "Rule" is in force only from 2026-11-23.',
    )
  })
})

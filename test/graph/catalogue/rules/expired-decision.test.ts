import { expect, it } from 'vitest'
import { foundBy } from '../findings-of.ts'

/** Checked for 2026-11-22. */
const found = (status: string, expires: string, more = {}) =>
  foundBy('expired-decision', {
    'decisions/d.yaml': `name: D\nstatus: ${status}\nexpires: ${expires}\nabout: [team/a]\n`,
    'teams/a.yaml': 'name: A\n',
    ...more,
  })

it.each(['APPROVED', 'PILOT', 'EXCEPTION', 'SUNSETTING'])(
  'finds decisions that have expired and are %s',
  async (status) => {
    expect(await found(status, '2026-11-21')).toStrictEqual([
      'decisions/d.yaml:3:1  warning  expired-decision  Decision "D" expired on 2026-11-21. → Decide again: write a decision that "supersedes" it, or set its status to WITHDRAWN.',
    ])
  },
)

it.each(['PROPOSED', 'DENIED', 'WITHDRAWN'])('finds nothing in decisions that are %s', async (status) => {
  expect(await found(status, '2026-11-21')).toStrictEqual([])
})

it('finds nothing on the last day, nor where another takes its place', async () => {
  expect(await found('APPROVED', '2026-11-22')).toStrictEqual([])
  const successor = { 'decisions/e.yaml': 'name: E\nstatus: APPROVED\nabout: [team/a]\nsupersedes: d\n' }
  expect(await found('APPROVED', '2026-11-21', successor)).toStrictEqual([])
})

import { expect, it } from 'vitest'
import { foundBy } from '../findings-of.ts'

/** Checked for 2026-11-22. */
const found = (...lines: readonly string[]) =>
  foundBy('contract-past-notice', {
    'suppliers/s.yaml': 'name: S\n',
    'contracts/c.yaml': ['name: C', 'suppliers: [s]', ...lines].join('\n'),
  })

it('finds contracts that have ended', async () => {
  expect(await found('end: 2026-11-21')).toStrictEqual([
    'contracts/c.yaml:3:1  warning  contract-past-notice  Contract "C" ended on 2026-11-21. → Renew or replace it, or delete its file.',
  ])
})

it('finds contracts of which notice can’t be given any more', async () => {
  expect(await found('end: 2027-02-21', 'noticePeriod: 3 months')).toStrictEqual([
    'contracts/c.yaml:3:1  warning  contract-past-notice  Contract "C" ends on 2027-02-21; notice could be given until 2026-11-21. → Agree on what follows it.',
  ])
  expect(await found('noticePeriod: 3 months', 'end: 2027-02-21', 'renewsItself: true')).toStrictEqual([
    'contracts/c.yaml:4:1  warning  contract-past-notice  Contract "C" ends on 2027-02-21; notice could be given until 2026-11-21. → It renews itself: plan for the next term.',
  ])
})

it('finds nothing on the last day of each, and where there is no end', async () => {
  expect(await found('end: 2026-11-22')).toStrictEqual([])
  expect(await found('end: 2027-02-22', 'noticePeriod: 3 months')).toStrictEqual([])
  expect(await found('noticePeriod: 3 months')).toStrictEqual([])
})

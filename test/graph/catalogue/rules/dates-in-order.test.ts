import { expect, it } from 'vitest'
import { foundBy } from '../findings-of.ts'

const found = (file: string, ...lines: readonly string[]) =>
  foundBy('dates-in-order', {
    'suppliers/s.yaml': 'name: S\n',
    [file]: ['name: N', ...lines].join('\n'),
  })

it('finds what ends before it begins', async () => {
  expect(await found('contracts/n.yaml', 'suppliers: [s]', 'start: 2027-03-02', 'end: 2027-03-01')).toStrictEqual([
    'contracts/n.yaml:4:1  warning  dates-in-order  Contract "N" ends before it begins: "start" is 2027-03-02, "end" is 2027-03-01. → Correct the day that is wrong.',
  ])
  const decision = ['status: APPROVED', 'about: [supplier/s]', 'decidedOn: 2027-01-02', 'expires: 2026-12-31']
  expect(await found('decisions/n.yaml', ...decision)).toStrictEqual([
    'decisions/n.yaml:5:1  warning  dates-in-order  Decision "N" ends before it begins: "decidedOn" is 2027-01-02, "expires" is 2026-12-31. → Correct the day that is wrong.',
  ])
  expect(await found('policies/n.yaml', 'inForceUntil: 2026-12-31', 'inForceFrom: 2027-01-02')).toStrictEqual([
    'policies/n.yaml:2:1  warning  dates-in-order  Policy "N" ends before it begins: "inForceFrom" is 2027-01-02, "inForceUntil" is 2026-12-31. → Correct the day that is wrong.',
  ])
})

it('finds nothing in a single day, in days in order, and where one is missing', async () => {
  expect(await found('contracts/n.yaml', 'suppliers: [s]', 'start: 2027-03-01', 'end: 2027-03-01')).toStrictEqual([])
  expect(await found('policies/n.yaml', 'inForceFrom: 2026-12-31', 'inForceUntil: 2027-01-02')).toStrictEqual([])
  expect(await found('contracts/n.yaml', 'suppliers: [s]', 'end: 2020-03-01')).toStrictEqual([])
})

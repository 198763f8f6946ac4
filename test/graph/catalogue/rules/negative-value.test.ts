import { expect, it } from 'vitest'
import { foundBy } from '../findings-of.ts'

const found = (amount: string) =>
  foundBy('negative-value', {
    'suppliers/s.yaml': 'name: S\n',
    'contracts/c.yaml': `name: C\nsuppliers: [s]\nvalue: { amount: ${amount}, currency: EUR }\n`,
  })

it('finds contracts that are worth less than nothing', async () => {
  expect(await found('-1200.5')).toStrictEqual([
    'contracts/c.yaml:3:1  warning  negative-value  Contract "C" has a value below zero: -1200.5. → Write what is paid over its whole term, or leave the value out.',
  ])
})

it('finds nothing in a contract that costs nothing, or something', async () => {
  expect(await found('0')).toStrictEqual([])
  expect(await found('10')).toStrictEqual([])
})

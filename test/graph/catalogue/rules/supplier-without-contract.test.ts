import { expect, it } from 'vitest'
import { foundBy } from '../findings-of.ts'

const found = (more: Readonly<Record<string, string>> = {}) =>
  foundBy('supplier-without-contract', { 'suppliers/s.yaml': 'name: S\n', ...more })

it('finds suppliers with whom there is nothing agreed', async () => {
  expect(await found()).toStrictEqual([
    'suppliers/s.yaml:1:1  warning  supplier-without-contract  Supplier "S" has no contract. → Write the contract (contracts/…, "suppliers"), or retire the supplier.',
  ])
})

it('finds nothing where there is a contract', async () => {
  expect(await found({ 'contracts/c.yaml': 'name: C\nsuppliers: [s]\n' })).toStrictEqual([])
})

it('finds nothing where it makes what another sells', async () => {
  expect(await found({ 'applications/a.yaml': 'name: A\nmaker: s\n' })).toStrictEqual([])
})

it('finds nothing where it is the group of another, who is asked instead', async () => {
  expect(await found({ 'suppliers/t.yaml': 'name: T\npartOf: s\n' })).toStrictEqual([
    expect.stringMatching(/^suppliers\/t\.yaml:1:1 .*Supplier "T" has no contract/),
  ])
})

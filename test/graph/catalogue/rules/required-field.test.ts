import { expect, it } from 'vitest'
import { foundBy } from '../findings-of.ts'
import { smallCatalogue, streamHead } from '../small-catalogue.ts'

it('finds fields that are required and that nobody says', async () => {
  expect(await foundBy('required-field', { 'practices/p.yaml': '# Ours.\nsummary: B\n' })).toStrictEqual([
    'practices/p.yaml:2:1  error  required-field  Practice needs "group". → Which of the three groups it belongs to.',
    'practices/p.yaml:2:1  error  required-field  Practice needs "name". → What people call it.',
  ])
})

it('finds relations that are required', async () => {
  expect(
    await foundBy('required-field', {
      'procedures/p.yaml': 'name: P\n',
      'contracts/c.yaml': 'name: C\nsuppliers: []\n',
    }),
  ).toStrictEqual([
    'contracts/c.yaml:2:1  error  required-field  Contract needs at least one of "suppliers". → Whom it is with.',
    'procedures/p.yaml:1:1  error  required-field  Procedure needs "practice". → The practice that it belongs to.',
  ])
})

it('finds them in steps, where these begin', async () => {
  const files = {
    ...smallCatalogue,
    'value-streams/resolve.yaml': `${streamHead}steps:\n  - id: capture\n    name: Capture\n`,
  }
  expect(await foundBy('required-field', files)).toStrictEqual([
    'value-streams/resolve.yaml:10:5  error  required-field  Step needs "activity". → The value chain activity that it visits.',
    'value-streams/resolve.yaml:10:5  error  required-field  Step needs at least one of "practices". → The practices that work it, and what each does in it.',
  ])
})

it('finds nothing where the model has a default, or a field is optional', async () => {
  expect(await foundBy('required-field', { 'suppliers/s.yaml': 'name: S\n' })).toStrictEqual([])
})

it('doesn’t repeat that what is there is wrong', async () => {
  const files = {
    'practices/p.yaml': 'name: P\ngroup: OURS\n',
    'procedures/p.yaml': 'name: P\npractice: [p]\n',
    'contracts/c.yaml': 'name: C\nsuppliers: s\n',
    'contracts/d.yaml': 'name: D\nsuppliers: [nobody]\n',
    'value-streams/v.yaml': `${streamHead}steps: none\n`,
  }
  expect(await foundBy('required-field', files)).toStrictEqual([])
})

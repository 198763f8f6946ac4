import { expect, it } from 'vitest'
import { foundBy } from '../findings-of.ts'
import { captureStep, smallCatalogue, streamHead } from '../small-catalogue.ts'

const found = (perspective: string, more = '') =>
  foundBy('as-is-evidence', {
    ...smallCatalogue,
    'value-streams/resolve.yaml': `${streamHead.replace('TO_BE', perspective)}${more}steps:\n${captureStep}`,
  })

it('finds as-is streams that don’t say when and how they were observed', async () => {
  expect(await found('AS_IS')).toStrictEqual([
    'value-streams/resolve.yaml:3:1  warning  as-is-evidence  Value stream "Resolve an incident" is as-is, but doesn’t say when and how it was observed. → Write "mapped: {on: …, by: …, cases: …, method: …}".',
  ])
})

it('finds nothing where they do, or where a stream is to-be', async () => {
  expect(await found('AS_IS', 'mapped: {on: 2026-10-01}\n')).toStrictEqual([])
  expect(await found('TO_BE')).toStrictEqual([])
})

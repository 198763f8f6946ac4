import { expect, it } from 'vitest'
import { foundBy } from '../findings-of.ts'
import { captureStep, smallCatalogue, streamHead } from '../small-catalogue.ts'

const found = (perspective: string, more = '') =>
  foundBy('as-is-evidence', {
    ...smallCatalogue,
    'value-streams/resolve.yaml': `${streamHead.replace('TO_BE', perspective)}${more}steps:\n${captureStep}`,
  })

it('finds as-is streams that don’t say when, where and how they were observed', async () => {
  expect(await found('AS_IS')).toStrictEqual([
    'value-streams/resolve.yaml:3:1  warning  as-is-evidence  Value stream "Resolve an incident" is as-is, but doesn’t say when, where, and how it was observed. → Write "mapped: {on: …, where: …, by: …, cases: …, method: …}".',
  ])
  expect(await found('AS_IS', 'mapped: {on: 2026-10-01, method: Walked through}\n')).toStrictEqual([
    'value-streams/resolve.yaml:9:1  warning  as-is-evidence  Value stream "Resolve an incident" is as-is, but doesn’t say where it was observed. → Write "mapped: {on: …, where: …, by: …, cases: …, method: …}".',
  ])
})

it('finds nothing where they do, or where a stream is to-be', async () => {
  expect(await found('AS_IS', 'mapped: {on: 2026-10-01, where: Halden, method: Walked through}\n')).toStrictEqual([])
  expect(await found('TO_BE')).toStrictEqual([])
})

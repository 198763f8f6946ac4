import { expect, it } from 'vitest'
import { foundBy } from '../findings-of.ts'
import { captureStep, smallCatalogue, streamHead } from '../small-catalogue.ts'

const stream = (perspective: string, more = ''): string =>
  `${streamHead.replace('TO_BE', perspective)}${more}steps:\n${captureStep}`

const found = (perspective: string, replaced: string) =>
  foundBy('replaced-stream', {
    ...smallCatalogue,
    'value-streams/resolve.yaml': stream(perspective, 'replaces: [today]\n'),
    'value-streams/today.yaml': stream(replaced),
  })

it('finds streams that replace or are replaced the wrong way round', async () => {
  const hint = 'Write "replaces" in the to-be stream, with the ids of as-is streams.'
  const place = 'value-streams/resolve.yaml:9:12  warning  replaced-stream  A to-be stream replaces as-is streams, but'
  expect(await found('AS_IS', 'AS_IS')).toStrictEqual([
    `${place} "Resolve an incident" is as-is and can’t replace anything. → ${hint}`,
  ])
  expect(await found('TO_BE', 'TO_BE')).toStrictEqual([`${place} "Resolve an incident" is to-be itself. → ${hint}`])
  expect(await found('AS_IS', 'TO_BE')).toHaveLength(1)
})

it('finds nothing where a plan replaces what happens', async () => {
  expect(await found('TO_BE', 'AS_IS')).toStrictEqual([])
})

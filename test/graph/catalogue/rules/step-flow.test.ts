import { expect, it } from 'vitest'
import { foundBy } from '../findings-of.ts'
import { captureStep, smallCatalogue, streamHead } from '../small-catalogue.ts'

const step = (id: string) => captureStep.replace('id: capture', `id: ${id}`)
const found = (...next: readonly string[]) =>
  foundBy('step-flow', {
    ...smallCatalogue,
    'value-streams/other.yaml': `${streamHead.replace('Resolve', 'Prevent')}steps:\n${step('watch')}`,
    'value-streams/resolve.yaml': `${streamHead}steps:\n${captureStep}    next:\n${next.map((way) => `      - ${way}\n`).join('')}${step('close')}${step('swap')}`,
  })

it('finds steps that lead out of their stream', async () => {
  expect(await found('close', 'step/other/watch')).toStrictEqual([
    'value-streams/resolve.yaml:22:9  error  step-flow  Step "Capture" leads to step/other/watch, a step of another stream. → A stream is followed within its own file.',
  ])
})

it('finds more cases leaving than come', async () => {
  expect(await found('{to: close, share: 60}', '{to: swap, share: 40.5}')).toStrictEqual([
    'value-streams/resolve.yaml:20:5  error  step-flow  The ways out of step "Capture" add up to 100.5 of 100 cases. → Shares are of the cases that leave this step.',
  ])
  expect(
    await found('{to: close, share: 33.4}', '{to: swap, share: 33.4}', '{to: capture, share: 33.4}'),
  ).toStrictEqual([
    'value-streams/resolve.yaml:20:5  error  step-flow  The ways out of step "Capture" add up to 100.2 of 100 cases. → Shares are of the cases that leave this step.',
  ])
})

it('finds nothing where a hundred leave, or fewer, or nobody says', async () => {
  expect(await found('{to: close, share: 60}', '{to: swap, share: 40}')).toStrictEqual([])
  expect(
    await found('{to: close, share: 33.3}', '{to: swap, share: 33.3}', '{to: capture, share: 33.4}'),
  ).toStrictEqual([])
  expect(await found('close', '{to: swap, share: 10}', '{to: capture, rework: true}')).toStrictEqual([])
})

import { expect, it } from 'vitest'
import { foundBy } from '../findings-of.ts'
import { captureStep, smallCatalogue, streamHead } from '../small-catalogue.ts'

const step = (id: string, ...more: readonly string[]): string =>
  [captureStep.replaceAll('capture', id).trimEnd(), ...more.map((line) => `    ${line}`), ''].join('\n')

const found = async (...steps: readonly string[]): Promise<string[]> =>
  (
    await foundBy('stream-figures', {
      ...smallCatalogue,
      'value-streams/resolve.yaml': `${streamHead}steps:\n${steps.join('')}`,
    })
  ).map((finding) => finding.replace(/^.* {2}stream-figures {2}(.*) → .*$/, '$1'))

it('finds streams that never end', async () => {
  expect(await found(step('a'), step('b', 'next: [{to: a, share: 100, rework: true}]'))).toEqual([
    expect.stringContaining(
      'No figures of "Resolve an incident" can be worked out. From steps "Capture" and "Capture" no case',
    ),
  ])
})

it('finds steps that nobody comes to, and shares that nobody says', async () => {
  expect(await found(step('a', 'next: [c]'), step('b'), step('c'))).toEqual([
    'Value stream "Resolve an incident": 1 of 3 steps is reached by no way from the first step, and left out.',
  ])
  expect(await found(step('a', 'next: [b, c]'), step('b'), step('c', 'optional: true'))).toEqual([
    expect.stringContaining('has several ways on without a share; equal parts are assumed.'),
    expect.stringContaining('is optional, but no share says how many cases pass it by'),
  ])
})

it('finds rework that leads on', async () => {
  expect(
    await found(step('a', 'next: [{to: b, rework: true, share: 10}, {to: c, share: 90}]'), step('b'), step('c')),
  ).toContain('Step "Capture" says "rework" of a way that leads on, to step/resolve/b.')
})

it('finds nothing where figures need no assumption', async () => {
  const loop = 'next: [{to: a, share: 10, rework: true}, {to: c, share: 90}]'
  expect(await found(step('a'), step('b', loop), step('c', 'next: []'))).toEqual([])
})

import { expect, it } from 'vitest'
import { foundBy } from '../findings-of.ts'
import { captureStep, smallCatalogue, streamHead } from '../small-catalogue.ts'

const found = (...lines: readonly string[]) =>
  foundBy('process-time', {
    ...smallCatalogue,
    'value-streams/resolve.yaml': `${streamHead}steps:\n${captureStep}${lines.map((line) => `    ${line}\n`).join('')}`,
  })

it('finds steps that take longer hands-on than altogether', async () => {
  expect(await found('leadTime: 2 h', 'processTime: 121 min')).toStrictEqual([
    'value-streams/resolve.yaml:21:5  error  process-time  Step "Capture" takes longer hands-on (PT121M) than from arriving to leaving (PT2H). → Lead time includes process time.',
  ])
})

it('counts in working days', async () => {
  expect(await found('processTime: 9 h', 'leadTime: 1 d')).toHaveLength(1)
  expect(await found('processTime: 8 h', 'leadTime: 1 d')).toStrictEqual([])
})

it('counts in the days of the catalogue’s calendar, and of a stream in elapsed time', async () => {
  const within = (config: string, head: string) =>
    foundBy('process-time', {
      ...smallCatalogue,
      'tributary.config.yaml': `name: own\n${config}`,
      'value-streams/resolve.yaml': `${streamHead}${head}steps:\n${captureStep}    processTime: 9 h\n    leadTime: 1 d\n`,
    })
  expect(await within('', '')).toHaveLength(1)
  expect(await within('calendar: {hoursPerDay: 10}\n', '')).toStrictEqual([])
  expect(await within('', 'timesIn: ELAPSED_TIME\n')).toStrictEqual([])
})

it('finds nothing where one of them isn’t said', async () => {
  expect(await found('processTime: 9 h')).toStrictEqual([])
  expect(await found('leadTime: 1 min')).toStrictEqual([])
})

import { expect, it } from 'vitest'
import { foundBy, readFiles } from '../findings-of.ts'
import { captureStep, smallCatalogue, streamHead } from '../small-catalogue.ts'

const bareStep = '  - id: capture\n    name: Capture\n    activity: engage\n    practices: [service-desk]\n'
const { 'metrics/time-to-resolve.yaml': _, ...unmeasured } = smallCatalogue
const stream = (steps: string, more = '') => ({
  ...unmeasured,
  'value-streams/resolve.yaml': `${streamHead}${more}steps:\n${steps}`,
})
const found = (steps: string, more?: string) => foundBy('unanswered-question', stream(steps, more))
const unanswered = (asks: string, question: string) =>
  `value-streams/resolve.yaml:9:1  warning  unanswered-question  Value stream "Resolve an incident" doesn’t say ${asks}. → Write it, or answer in words: "answersInWords: [{question: ${question}, answer: none needed, because …}]".`
const all = {
  SUPPLIERS: 'which contracts and suppliers it relies on (steps’ "contracts")',
  INFORMATION: 'which information it needs, when and where (steps’ "information")',
  METRICS: 'which metrics show that it works (its or its steps’ "metrics")',
  PROCESS_ACTIVITIES: 'which process activities each practice contributes ("activities" under a step’s practices)',
  SKILLS: 'which skills it needs (steps’ "skills")',
  TOOLS: 'which tools and automation serve it (steps’ "tools")',
}

it('finds each of the six that a stream leaves open', async () => {
  expect(await found(bareStep)).toStrictEqual(Object.entries(all).map(([question, asks]) => unanswered(asks, question)))
})

it('finds one that is open', async () => {
  expect(await found(captureStep)).toStrictEqual([unanswered(all.METRICS, 'METRICS')])
})

it('finds process activities missing when one practice of one step says none', async () => {
  const steps = `${captureStep}${captureStep.replace('id: capture', 'id: close').replace('[log the call]', '[]')}`
  expect(await found(steps)).toStrictEqual([
    unanswered(all.METRICS, 'METRICS'),
    unanswered(all.PROCESS_ACTIVITIES, 'PROCESS_ACTIVITIES'),
  ])
})

it('finds nothing where all are answered, by the stream’s relations or a step’s', async () => {
  expect(await foundBy('unanswered-question', smallCatalogue)).toStrictEqual([])
  const metric = smallCatalogue['metrics/time-to-resolve.yaml']
  if (typeof metric !== 'string') throw new Error('The small catalogue has no metric')
  const files = {
    ...stream(captureStep),
    'metrics/m.yaml': metric.replace('value-stream/resolve', 'step/resolve/capture'),
  }
  expect(await foundBy('unanswered-question', files)).toStrictEqual([])
})

it('finds nothing where the answer is in words', async () => {
  const words = Object.keys(all).map(
    (question) => `  - {question: ${question}, answer: "none needed, because it is simple"}\n`,
  )
  const { findings } = await readFiles(stream(bareStep, `answersInWords:\n${words.join('')}`))
  expect(findings).toStrictEqual([])
})

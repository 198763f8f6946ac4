import { askUntyped } from '../catalogue/ask.ts'
import { buildInput } from '../catalogue/build-input.ts'
import type { BuildInput } from '../catalogue/build-input.ts'
import type { Model } from '../catalogue/model.ts'
import { exampleField } from './example-query.ts'

/** A server refuses questions that cost too much: so many kinds are asked about at once, more than the product brings. */
const kindsAtOnce = 40

const readings = new WeakMap<BuildInput, Promise<ReadonlyMap<string, unknown>>>()

/** What the API answers to each kind's example query, by the kind's name: asked once for a build. */
export function exampleAnswers(model: Model): Promise<ReadonlyMap<string, unknown>> {
  const input = buildInput()
  const reading = readings.get(input) ?? readExamples(input, model)
  readings.set(input, reading)
  return reading
}

async function readExamples({ execute }: BuildInput, model: Model): Promise<ReadonlyMap<string, unknown>> {
  const kinds = [...model.kinds.values()]
  const answers = new Map<string, unknown>()
  for (let i = 0; i < kinds.length; i += kindsAtOnce) {
    const some = kinds.slice(i, i + kindsAtOnce)
    const document = `query SiteExamples {\n${some.map((kind) => exampleField(kind, model)).join('\n')}\n}`
    const answer = (await askUntyped(execute, document, {})) as Readonly<Record<string, unknown>>
    for (const { name, plural } of some) answers.set(name, { data: { [plural]: answer[plural] } })
  }
  return answers
}

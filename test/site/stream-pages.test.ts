import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApi } from '../../api/execute.ts'
import { builtInFolder } from '../../graph/catalogue/built-in-layers.ts'
import { loadedStore } from '../loaded-store.ts'
import { builtSite, smallCatalogue, today } from './built-site.ts'
import type { BuiltSite } from './built-site.ts'
import { exampleSite } from './example-site.ts'
import type { SiteFiles } from './site-files.ts'
import { plain, textOf } from './text-of.ts'

const question = `query ($today: Date!) {
  valueStreams(first: 100) { nodes { id name perspective
    measures { clock problems { message } figures { name text formula remarks } missing { message } }
    answers(today: $today) { asks statement gaps { message } }
    contributions { practice { name } steps { step { name } } }
    comparisons { asIs { name } toBe { name } problems asIsRemarks toBeRemarks
      figures { name asIs toBe change } }
  } }
}`

interface Told {
  readonly id: string
  readonly name: string
  readonly perspective: string
  readonly measures: {
    readonly clock: string
    readonly problems: readonly { readonly message: string }[]
    readonly figures: readonly { name: string; text: string | null; formula: string; remarks: readonly string[] }[]
    readonly missing: readonly { readonly message: string }[]
  }
  readonly answers: readonly { asks: string; statement: string; gaps: readonly { readonly message: string }[] }[]
  readonly contributions: readonly { practice: { name: string }; steps: readonly { step: { name: string } }[] }[]
  readonly comparisons: readonly {
    asIs: { name: string }
    toBe: { name: string }
    problems: readonly string[]
    asIsRemarks: readonly string[]
    toBeRemarks: readonly string[]
    figures: readonly { name: string; asIs: string | null; toBe: string | null; change: string | null }[]
  }[]
}

/** What must stand on a stream's page, word for word. */
function sayings({ measures, answers, contributions, comparisons, name, perspective }: Told): string[] {
  return [
    perspective === 'AS_IS' ? 'It is not a template' : 'To-be: what should happen',
    measures.clock,
    ...measures.problems.map(({ message }) => message),
    ...measures.missing.map(({ message }) => message),
    ...measures.figures.flatMap((figure) => [
      `${figure.name} ${figure.text ?? 'not recorded'}`,
      `${figure.name} ${figure.formula} ${figure.remarks.join(' ')}`,
    ]),
    ...answers.flatMap(({ asks, statement, gaps }) => [`${asks} ${statement}`, ...gaps.map(({ message }) => message)]),
    ...contributions.flatMap(({ practice, steps }) => [`${practice.name} ${steps[0]?.step.name ?? ''}`]),
    ...comparisons.flatMap(({ asIs, toBe, figures, ...said }) => [
      name === asIs.name ? `To be replaced by: ${toBe.name}` : `To replace: ${asIs.name}`,
      ...said.problems,
      ...said.asIsRemarks.map((each) => `As-is: ${each}`),
      ...said.toBeRemarks.map((each) => `To-be: ${each}`),
      ...figures.map(
        (each) =>
          `${each.name} ${each.asIs ?? 'not recorded'} ${each.toBe ?? 'not recorded'} ${each.change ?? 'can’t be compared'}`,
      ),
    ]),
  ].map(plain)
}

describe.each([
  ['the example', builtInFolder('example'), exampleSite, 9],
  ['a catalogue that records little', smallCatalogue, () => builtSite(smallCatalogue), 2],
])('%s: a stream’s page', (_, folder, siteOf, most) => {
  let site: SiteFiles & Partial<BuiltSite>
  let streams: readonly Told[]
  beforeAll(async () => {
    site = await siteOf()
    const api = await createApi(await loadedStore(folder))
    const { data } = await api.execute<{ valueStreams: { nodes: Told[] } }>(question, { today })
    await api.close()
    streams = data?.valueStreams.nodes ?? []
  })
  afterAll(() => site.remove?.())

  it('says word for word what the API says: every figure, every answer, every gap, every change', () => {
    expect(streams.length).toBeGreaterThanOrEqual(most)
    const unsaid = streams.flatMap((stream) => {
      const text = textOf(site.page(`value-streams/${stream.id.slice(stream.id.indexOf('/') + 1)}/`))
      return sayings(stream)
        .filter((each) => !text.includes(each))
        .map((each) => `${stream.id}: ${each}`)
    })
    expect(unsaid).toStrictEqual([])
  })

  it('is found from each practice that feeds it, with the steps and the perspective', () => {
    const lacking = streams.flatMap(({ name, perspective, contributions }) =>
      contributions
        .map(({ practice, steps }) => ({
          practice: practice.name,
          said: `${name} ${perspective === 'AS_IS' ? 'As-is' : 'To-be'} ${steps[0]?.step.name ?? ''}`,
        }))
        .filter(({ practice, said }) => {
          const page = practice.toLowerCase().replaceAll(' ', '-')
          return !textOf(site.page(`practices/${page}/`)).includes(plain(said))
        }),
    )
    expect(lacking).toStrictEqual([])
  })
})

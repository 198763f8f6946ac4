import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApi } from '../../api/execute.ts'
import type { Api } from '../../api/execute.ts'
import { builtInFolder } from '../../graph/catalogue/built-in-layers.ts'
import { loadedStore } from '../loaded-store.ts'
import { memoryStore, storesUnderTest } from '../stores-under-test.ts'
import { countingStore } from './counting-store.ts'
import type { CountingStore } from './counting-store.ts'

const figures = 'figures { name value text formula remarks }'
const everything = `{
  id name
  measures {
    clock problems { message } ${figures} rolledCompleteAndAccurate
    criticalPath { steps { name } onePass { lead { minutes text } process { minutes } wait { minutes } activityRatio }
      total { lead { minutes } missing { message } } }
    expected { lead { minutes text } process { minutes } missing { message } }
    steps { step { id name } visits reach onCriticalPath lead { text } process { text } wait { text } expectedLead { minutes }
      activityRatio shareOfLeadTime shareOfWait }
    loops { from { name } to { name } share repetitions repetitionsOnceThere }
    leadTimeBy { ${['activities', 'practices', 'performers', 'suppliers'].map((by) => `${by} { item { id name } steps { id } lead { text } share shareAlone }`).join(' ')} }
    longestWait { step { name } wait { text } }
    handOffsBetweenPractices { onCriticalPath perCase ways { from { name } to { name } } }
    handOffsBetweenPerformers { onCriticalPath perCase }
    endsEarly { step { name } share } missing { message of steps { name } }
  }
  answers(today: "2026-11-22") {
    __typename question asks answered statement words gaps { about { id name } message }
    ... on ProcessActivitiesAnswer { practices { practice { name } steps { step { name } activities } } }
    ... on SkillsAnswer { skills { skill { name } level steps { name } activities { name } heldBy { holder { id name } asRole level people } } }
    ... on InformationAnswer { information { information { name } steps { step { name } use when where } } }
    ... on ToolsAnswer { tools { tool { name } steps { step { name } status automates } } stepsWithout { name } }
    ... on SuppliersAnswer { contracts { contract { id name } steps { name } end daysLeft noticeBy renewsItself }
      suppliers { supplier { id name } contracts { name } performs { name } } }
    ... on MetricsAnswer { metrics { metric { name } unit direction target ofStream steps { name } reportedIn { name } } }
  }
  contributions { practice { id name } stream { id } perspective steps { step { name } activity { name } activities with { name } } lead { text } share shareAlone }
  comparisons { ...Comparison }
}`
const comparison = `fragment Comparison on StreamComparison {
  asIs { id } toBe { id } problems figures { name asIs toBe change difference better }
  steps { asIs { name } toBe { name } matchedBy activityChanges figures { name asIs toBe change } practices { added { name } removed { name } } }
  practices { added { name } removed { name } kept { name } } suppliers { added { name } removed { name } } asIsRemarks toBeRemarks
}`

interface Named {
  readonly id: string
  readonly name: string
}
interface Contribution {
  readonly practice: Named
  readonly stream: Pick<Named, 'id'>
  readonly share: number
  readonly steps: readonly { readonly step: Pick<Named, 'id'>; readonly with: readonly Named[] }[]
}
interface Stream extends Named {
  readonly measures: {
    readonly clock: string
    readonly figures: readonly { readonly name: string; readonly value: number }[]
    readonly longestWait: unknown
  }
  readonly answers: readonly { readonly __typename: string; readonly gaps: unknown }[]
  readonly contributions: readonly Contribution[]
  readonly comparisons: readonly { readonly asIs: Named }[]
}
interface Matrix {
  readonly columns: readonly unknown[]
  readonly rows: readonly {
    readonly practice: Pick<Named, 'id'>
    readonly cells: readonly {
      readonly column: Pick<Named, 'id'>
      readonly share: number
      readonly steps: readonly unknown[]
    }[]
  }[]
}

describe.each(storesUnderTest())('value streams in the API, on $name', ({ name, fresh }) => {
  let store: CountingStore
  let api: Api
  beforeAll(async () => {
    store = countingStore(await loadedStore(builtInFolder('example'), await fresh()))
    api = await createApi(store, { freshFor: Infinity })
  })
  afterAll(() => api.close())

  async function ask<Result>(document: string): Promise<Result> {
    const { data, errors } = await api.execute(document)
    expect(errors).toBeUndefined()
    return JSON.parse(JSON.stringify(data)) as Result
  }

  const all = `${comparison} { valueStreams(first: 100) { nodes ${everything} } }`

  it('answers everything of every stream, the same on every store, in one statement', async () => {
    store.taken()
    const { valueStreams } = await ask<{ valueStreams: { nodes: Stream[] } }>(all)
    expect(store.taken()).toHaveLength(1)
    expect(valueStreams.nodes).toHaveLength(9)
    if (name === 'memory') return
    const other = await createApi(await loadedStore(builtInFolder('example'), await memoryStore.fresh()))
    expect({ valueStreams }).toEqual(JSON.parse(JSON.stringify((await other.execute(all)).data)))
    await other.close()
  })

  it('measures the worked example as it is worked out by hand', async () => {
    const { valueStream } = await ask<{ valueStream: Stream }>(
      `${comparison} { valueStream(id: "resolve-user-incident") ${everything} }`,
    )
    const { measures, answers, contributions, comparisons } = valueStream
    expect(measures.clock).toBe('Working time: a day is 8 h, a week 5 days')
    const values = Object.fromEntries(measures.figures.map(({ name: each, value }) => [each, value]))
    expect(values['Lead time']).toBeCloseTo(1207.391304, 6)
    expect(values['Lead time once through']).toBe(1150)
    expect(values['Expected lead time']).toBeCloseTo(977.826087, 6)
    expect(values['Rolled %C&A']).toBeCloseTo(78.0975, 4)
    expect(values['Repetitions']).toBeCloseTo(0.08 / 0.92, 12)
    expect(measures.longestWait).toEqual({
      step: { name: 'Review for an underlying problem' },
      wait: { text: '7 h 52 min' },
    })
    expect(answers.map(({ __typename: type }) => type)).toEqual([
      ...['ProcessActivitiesAnswer', 'SkillsAnswer', 'InformationAnswer'],
      ...['ToolsAnswer', 'SuppliersAnswer', 'MetricsAnswer'],
    ])
    expect(answers[1]?.gaps).toEqual([
      {
        about: { id: 'skill/active-listening', name: 'Active listening' },
        message: 'No team has the skill "Active listening" at the level asked for (advanced).',
      },
    ])
    expect(contributions[0]).toMatchObject({ practice: { name: 'Problem management' }, steps: [{ with: [] }] })
    expect(comparisons.map((each) => each.asIs.id)).toEqual([
      'value-stream/resolve-user-incident-as-is',
      'value-stream/resolve-user-incident-night',
    ])
  })

  it('tells a practice what it feeds, and shows the whole as a matrix', async () => {
    const { practice, byStream, byActivity } = await ask<
      { practice: Pick<Stream, 'contributions'> } & Record<'byStream' | 'byActivity', Matrix>
    >(`{
      practice(id: "problem-management") { contributions { stream { id } share steps { step { id } } } }
      byStream: practiceMatrix { columns { id } rows { practice { id } cells { column { id } share steps { id } } } }
      byActivity: practiceMatrix(by: ACTIVITY) { columns { name } rows { practice { id } cells { column { name } alone steps { id } share } } }
    }`)
    const row = byStream.rows.find((each) => each.practice.id === 'practice/problem-management')
    expect(row?.cells.map(({ column, ...cell }) => ({ stream: column, ...cell }))).toEqual(
      practice.contributions.map(({ steps, ...each }) => ({ ...each, steps: steps.map(({ step }) => step) })),
    )
    expect(byStream.columns).toHaveLength(9)
    expect(byStream.rows).toHaveLength(34)
    expect(byActivity.columns).toHaveLength(6)
    const counts = ({ rows }: Matrix): number => rows.flatMap(({ cells }) => cells.flatMap(({ steps }) => steps)).length
    expect(counts(byActivity)).toBe(counts(byStream))
  })

  it('compares any two streams, and none that there isn’t', async () => {
    const { same, gone } = await ask<{ same: { asIs: Named; figures: unknown[] }; gone: unknown }>(`{
      same: compareStreams(asIs: "resolve-user-incident-night", toBe: "value-stream/resolve-user-incident") { asIs { id } figures { name better } }
      gone: compareStreams(asIs: "resolve-user-incident", toBe: "nothing") { problems }
    }`)
    expect(same.asIs.id).toBe('value-stream/resolve-user-incident-night')
    expect(same.figures.length).toBeGreaterThan(10)
    expect(gone).toBeNull()
  })
})

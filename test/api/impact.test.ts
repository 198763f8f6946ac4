import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApi } from '../../api/execute.ts'
import type { Api } from '../../api/execute.ts'
import { catalogueWith } from '../graph/catalogue/catalogue-folder.ts'
import { tinyAnswers } from '../graph/impact/tiny-answers.ts'
import { tinyCatalogue } from '../graph/impact/tiny-catalogue.ts'
import { loadedStore } from '../loaded-store.ts'
import { storesUnderTest } from '../stores-under-test.ts'
import { countingStore } from './counting-store.ts'
import type { CountingStore } from './counting-store.ts'

interface Impact {
  readonly total: number
  readonly complete: boolean
  readonly cuts: unknown
  readonly summary: string
  readonly affected: readonly {
    readonly id: string
    readonly state: string
    readonly declared: string | null
    readonly degree: number
  }[]
}

describe.each(storesUnderTest())('impact of a small catalogue, on $name', ({ fresh }) => {
  let store: CountingStore
  let api: Api
  beforeAll(async () => {
    store = countingStore(await loadedStore(catalogueWith(tinyCatalogue), await fresh()))
    api = await createApi(store, { freshFor: Infinity })
  })
  afterAll(() => api.close())

  async function ask<Result>(document: string, variables = {}): Promise<Result> {
    const { data, errors } = await api.execute(document, variables)
    expect(errors).toBeUndefined()
    return JSON.parse(JSON.stringify(data)) as Result
  }

  it.each(tinyAnswers)('is as it was worked out by hand: %s', async (_, failed, expected) => {
    const { impact } = await ask<{ impact: Impact }>(
      'query ($failed: [Failure!]!) { impact(failed: $failed) { total complete affected { id state declared degree } } }',
      { failed: Object.entries(failed).map(([id, state]) => ({ id, state })) },
    )
    const others = impact.affected.filter(({ declared }) => declared === null)
    const inWords = others.map(({ id, state, degree }) => `${id} ${state} ${degree}`)
    expect(inWords.toSorted()).toEqual(expected.toSorted())
    expect(impact).toMatchObject({ complete: true, total: impact.affected.length })
  })

  it('says why, what carries it, and who feels it, in three statements at most', async () => {
    store.taken()
    const { impact } = await ask<{
      impact: unknown
    }>(`{ impact(failed: [{id: "application/ring-b"}, {id: "application/left"}]) {
      summary
      affected { id sentence because { to { id } verb criticality group { text } sources { file line } } path { from { name } relation } }
      streams { stream { name } perspective state steps { step { name } state } shareOfLeadTime shareOfDemand practices { name } stakeholders { name } }
      services { service { name } state stakeholders { name } } stakeholders { stakeholder { name } state through { name } }
    } }`)
    expect(store.taken().length).toBeLessThanOrEqual(3)
    expect(impact).toMatchObject({
      summary:
        'With Ring B down and Left down: the one value stream is down; of 3 services 1 is down and 2 at risk. 2 other items aren’t OK.',
      streams: [
        {
          ...{ stream: { name: 'Resolve an incident' }, perspective: 'TO_BE', state: 'DOWN' },
          ...{ steps: [{ step: { name: 'Capture' }, state: 'DOWN' }], shareOfLeadTime: 0.25, shareOfDemand: 1 },
          ...{ practices: [{ name: 'Service desk' }], stakeholders: [{ name: 'User' }] },
        },
      ],
      services: [
        { service: { name: 'Echo' }, state: 'DOWN', stakeholders: [] },
        { service: { name: 'Pair' }, state: 'AT_RISK', stakeholders: [{ name: 'User' }] },
        { service: { name: 'Quorum' }, state: 'AT_RISK', stakeholders: [] },
      ],
      stakeholders: [
        { stakeholder: { name: 'User' }, state: 'DOWN', through: [{ name: 'Pair' }, { name: 'Resolve an incident' }] },
      ],
    })
    const { affected } = impact as { affected: { id: string }[] }
    expect(affected.find(({ id }) => id === 'service/pair')).toEqual({
      id: 'service/pair',
      sentence: 'Pair is at risk because it needs Left (1 of 2 left), which is down.',
      because: [
        {
          ...{
            to: { id: 'application/left' },
            verb: 'needs',
            criticality: 'ESSENTIAL',
            group: { text: '1 of 2 left' },
          },
          sources: [{ file: 'services/pair.yaml', line: 2 }],
        },
      ],
      path: [{ from: { name: 'Pair' }, relation: 'NEEDS' }],
    })
  })

  it('tells what changes reach, what is needed, the paths between and the single points of failure', async () => {
    interface Reach {
      readonly summary: string
      readonly reached: readonly { readonly id: string; readonly distance: number }[]
    }
    const { change, needed, paths, echo, quorum } = await ask<
      Record<string, unknown> & Record<'change' | 'needed', Reach>
    >(`{
      change: changeImpact(changed: ["policy/rule"]) { summary reached { id distance } }
      needed: upstream(of: ["service/pair"]) { summary reached { id distance } }
      paths(from: "service/pair", to: "application/ring-b") { items { id } sentence }
      echo: singlePointsOfFailure(of: ["service/echo"]) { total points { id state degree down degraded } }
      quorum: singlePointsOfFailure(of: ["service/quorum"]) { total }
    }`)
    const inWords = ({ reached }: Reach): string => reached.map(({ id, distance }) => `${distance} ${id}`).join(', ')
    expect(inWords(change)).toBe(
      '1 application/core, 2 application/left, 2 application/ring-b, 2 metric/time-to-resolve, 3 step/resolve/capture, 3 service/pair, 3 application/ring-a, 4 service/echo, 4 value-stream/resolve, 5 service/quorum',
    )
    expect(change.summary).toBe(
      'If Rule changes, 10 items must be looked at again, 1 value stream and 3 services among them.',
    )
    expect(inWords(needed)).toBe('1 application/left, 1 application/right, 2 application/core, 3 policy/rule')
    expect(needed.summary).toBe('Pair needs 4 items, all the way down.')
    expect(paths).toEqual([
      {
        items: ['service/pair', 'application/left', 'application/core', 'application/ring-b'].map((id) => ({ id })),
        sentence: 'Pair needs Left, which needs Core, which is needed by Ring B.',
      },
    ])
    expect(echo).toEqual({
      total: 3,
      points: [
        { id: 'application/ring-a', state: 'DOWN', degree: 1, down: 1, degraded: 0 },
        { id: 'application/ring-b', state: 'DOWN', degree: 2, down: 1, degraded: 0 },
        { id: 'application/core', state: 'DEGRADED', degree: 3, down: 0, degraded: 1 },
      ],
    })
    expect(quorum).toEqual({ total: 0 })
  })

  it('narrows and limits, and names every limit that cuts', async () => {
    const { narrow, near, few } = await ask<Record<'narrow' | 'near' | 'few', Impact>>(`{
      narrow: impact(failed: [{id: "application/core"}], kinds: [APPLICATION], relations: [NEEDS]) { total complete cuts { limit } affected { id } }
      near: impact(failed: [{id: "application/core"}], maxDegree: 1) { total complete cuts { limit value items } affected { id } }
      few: impact(failed: [{id: "application/core"}], maxDegree: 2, first: 3) { total complete summary cuts { limit value items } affected { id } }
    }`)
    expect(narrow).toMatchObject({ total: 4, complete: true, cuts: [] })
    expect(near.affected).toHaveLength(3)
    expect(near).toMatchObject({ total: 7, complete: false, cuts: [{ limit: 'maxDegree', value: 1, items: 4 }] })
    expect(few.affected).toHaveLength(3)
    expect(few.summary).toContain('the one value stream is degraded')
    expect(few).toMatchObject({
      ...{ total: 7, complete: false },
      cuts: [
        { limit: 'maxDegree', value: 2, items: 2 },
        { limit: 'first', value: 3, items: 2 },
      ],
    })
  })
})

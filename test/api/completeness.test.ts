import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApi } from '../../api/execute.ts'
import type { Api } from '../../api/execute.ts'
import { summarize } from '../../graph/catalogue/completeness/summary.ts'
import type { Catalogue } from '../../graph/catalogue/catalogue.ts'
import { builtInFolder } from '../../graph/catalogue/built-in-layers.ts'
import { catalogueIn } from '../graph/catalogue/findings-of.ts'
import { loadedStore } from '../loaded-store.ts'

interface Answer {
  readonly completeness: {
    readonly totalCount: number
    readonly score: number
    readonly nodes: readonly {
      readonly item: string
      readonly score: number
      readonly owner: string | null
      readonly missing: readonly { readonly field: string; readonly reason: string }[]
    }[]
    readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean }
    readonly kinds: readonly { readonly kind: string; readonly score: number }[]
    readonly next: readonly { readonly kind: string; readonly field: string; readonly score: number }[]
  }
}

describe('completeness over the example catalogue', () => {
  let api: Api
  let catalogue: Catalogue
  beforeAll(async () => {
    api = await createApi(await loadedStore(builtInFolder('example')))
    catalogue = await catalogueIn(builtInFolder('example'))
  })
  afterAll(() => api.close())

  async function ask(given: string): Promise<Answer['completeness']> {
    const { data, errors } = await api.execute<Answer>(
      `{ completeness(${given}) { totalCount score nodes { item score owner missing { field reason } }
        pageInfo { endCursor hasNextPage } kinds { kind score } next { kind field score } } }`,
    )
    expect(errors).toBeUndefined()
    if (data == null) throw new Error('There is an answer.')
    return data.completeness
  }

  it('is what the catalogue says, the least complete first, page by page', async () => {
    const ids: string[] = []
    let after = ''
    for (let more = true; more;) {
      const { nodes, pageInfo, totalCount } = await ask(`first: 100${after}`)
      expect(totalCount).toBe(catalogue.completeness.length)
      ids.push(...nodes.map(({ item }) => item))
      after = `, after: "${pageInfo.endCursor ?? ''}"`
      more = pageInfo.hasNextPage
    }
    const sorted = [...catalogue.completeness].sort((a, b) => a.score - b.score || (a.item < b.item ? -1 : 1))
    expect(ids).toStrictEqual(sorted.map(({ item }) => item))
  })

  it('sums up what is asked for, not the page', async () => {
    const applications = catalogue.completeness.filter(({ kind }) => kind === 'Application')
    const summary = summarize(applications, catalogue.model)
    const answer = await ask('first: 1, kind: ["Application"]')
    expect(answer.score).toBe(summary.score)
    expect(answer.kinds).toStrictEqual([{ kind: 'Application', score: summary.score }])
    expect(answer.next).toStrictEqual(summary.next.map(({ kind, field, score }) => ({ kind, field, score: score[1] })))
  })

  it('says of an item what it lacks and why that matters', async () => {
    expect(await ask('item: "skill/facilitation"')).toMatchObject({
      totalCount: 1,
      nodes: [{ item: 'skill/facilitation', missing: [{ field: 'teams', reason: 'No team holds it.' }] }],
    })
  })

  it('is asked by who can mend it', async () => {
    const { nodes } = await ask('first: 100, owner: "team/network"')
    expect(nodes.length).toBeGreaterThan(0)
    expect(nodes.every(({ owner }) => owner === 'team/network')).toBe(true)
  })

  it('refuses cursors of other lists', async () => {
    const { data } = await api.execute<{ findings: { pageInfo: { endCursor: string } } }>(
      '{ findings(first: 1) { pageInfo { endCursor } } }',
    )
    const { errors } = await api.execute(
      `{ completeness(after: "${data?.findings.pageInfo.endCursor ?? ''}") { totalCount } }`,
    )
    expect(errors?.[0]?.message).toContain('"after" is not a cursor of the completeness.')
  })
})

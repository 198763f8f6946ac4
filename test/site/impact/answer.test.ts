import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerOf } from '../../../site/src/impact/answer.ts'
import { answerCsv, answerJson } from '../../../site/src/impact/downloads.ts'
import { impactGraph } from '../../../site/src/impact/impact-graph.ts'
import { emptyQuestion } from '../../../site/src/impact/question.ts'
import type { Question } from '../../../site/src/impact/question.ts'
import { readImpactFile } from '../../../site/src/impact/read-impact-file.ts'
import type { ReadGraph } from '../../../site/src/impact/read-impact-file.ts'
import { suggestItems } from '../../../site/src/impact/suggest-items.ts'
import { writeImpactFile } from '../../../site/src/impact/write-impact-file.ts'
import { siteCatalogue } from '../site-catalogue.ts'
import type { SiteCatalogue } from '../site-catalogue.ts'
import { fileOf, madeUpGraph } from './random-graph.ts'

const ticketing: Question = { ...emptyQuestion, items: [{ id: 'application/ticketing', state: 'DOWN' }] }

describe('the explorer’s answers about the example', () => {
  let site: SiteCatalogue
  let graph: ReadGraph
  beforeAll(async () => {
    site = await siteCatalogue(join(import.meta.dirname, '../../../catalogues/example'))
    graph = readImpactFile(writeImpactFile(impactGraph(site.catalogue), site.catalogue), '/')
  })
  afterAll(() => site.api.close())

  it('are those of the API, failure by failure', async () => {
    const items = [
      { id: 'application/ticketing', state: 'DEGRADED' as const },
      { id: 'application/internet-line-east', state: 'DOWN' as const },
    ]
    const { data, errors } = await site.api.execute<{ impact: { summary: string; affected: unknown[] } }>(
      `query ($failed: [Failure!]!) { impact(failed: $failed) { summary affected { id state degree declared sentence } } }`,
      { failed: items },
    )
    expect(errors).toBeUndefined()
    const { summary, rows } = answerOf(graph, { ...emptyQuestion, items })
    expect(summary).toBe(data?.impact.summary)
    const asked = (data?.impact.affected ?? []) as { declared: string | null }[]
    expect(
      rows.map(({ item, state, degree, sentence }) => {
        return { id: item.id, state, degree, declared: null, sentence: sentence() }
      }),
    ).toStrictEqual(asked.filter(({ declared }) => declared === null).map((each) => ({ ...each })))
  })

  it.each([
    ['changes', 'changeImpact(changed: $ids)'],
    ['needs', 'upstream(of: $ids)'],
  ] as const)('are those of the API, where the question is what %s', async (direction, field) => {
    const { data } = await site.api.execute<{ reach: { summary: string; reached: unknown[] } }>(
      `query ($ids: [ID!]!) { reach: ${field} { summary reached { id distance sentence } } }`,
      { ids: ['application/ticketing'] },
    )
    const { summary, rows } = answerOf(graph, { ...ticketing, direction })
    expect(summary).toBe(data?.reach.summary)
    const said = rows.map(({ item, degree, sentence }) => ({ id: item.id, distance: degree, sentence: sentence() }))
    expect(said).toStrictEqual(data?.reach.reached.map((each) => ({ ...(each as object) })))
  })

  it('say what is further away than asked, and what isn’t there', () => {
    const near = answerOf(graph, {
      ...ticketing,
      items: [...ticketing.items, { id: 'team/x', state: 'DOWN' }],
      most: 1,
    })
    const all = answerOf(graph, ticketing)
    expect(near.rows.every(({ degree }) => degree === 1)).toBe(true)
    expect(near.rows.length + near.further).toBe(all.rows.length)
    expect(near.summary).toBe(all.summary)
    expect(near.unknown).toStrictEqual(['team/x'])
  })

  it('leave kinds out, and what is only reached through them', () => {
    const without = answerOf(graph, { ...ticketing, without: ['Step'] })
    expect(without.rows.some(({ item }) => item.kind === 'Step' || item.kind === 'ValueStream')).toBe(false)
  })

  it('can be taken along as CSV and JSON', () => {
    const answer = answerOf(graph, ticketing)
    const lines = answerCsv(ticketing, answer).split('\r\n')
    expect(lines[0]).toBe('\uFEFFState,Degree,Kind,Name,Id,Why')
    expect(lines).toHaveLength(answer.rows.length + 2)
    expect(lines[1]).toMatch(/^DOWN,1,.*,"?.* is down because .*Ticketing, which is down\."?$/)
    const whole = JSON.parse(answerJson(graph, ticketing, answer)) as Record<string, unknown>
    expect(whole).toMatchObject({ question: { fails: ticketing.items }, complete: true, total: answer.rows.length })
    expect(whole['affected']).toHaveLength(answer.rows.length)
  })

  it('begin with items found by name, other name or id', () => {
    const suggest = suggestItems(graph.described)
    const names = (words: string): string[] => suggest(words, 3).map(({ name }) => name)
    expect(names('TICKETING')[0]).toBe('Ticketing')
    expect(suggest('application/ticketing', 3)[0]?.id).toBe('application/ticketing')
    expect(names('change managem')).toContain('Change enablement')
    expect(names(' ')).toStrictEqual([])
  })
})

it('answers about 10,000 items and 90,000 relations within 100 ms', () => {
  const graph = readImpactFile(fileOf(madeUpGraph(10_000, 90_000)), '/')
  const suggest = suggestItems(graph.described)
  const reached: number[] = []
  const ask = (number: number): number => {
    // The lower its number, the more of the graph rests on it.
    const { id } = graph.described.find((item) => item.id.endsWith(`-${String(number)}`)) ?? { id: '' }
    const started = worked()
    const { rows } = answerOf(graph, { ...emptyQuestion, items: [{ id, state: 'DOWN' }] })
    for (const row of rows.slice(0, 200)) row.sentence()
    suggest('ticket serv', 10)
    reached.push(rows.length)
    return worked() - started
  }
  const best = (i: number): number => Math.min(ask(i), ask(i), ask(i))
  const times = Array.from({ length: 15 }, (_, i) => best(i)).sort((a, b) => a - b)
  expect(Math.max(...reached)).toBeGreaterThan(5_000)
  // Of three times, the best counts, and of fifteen items, the median.
  expect(times[7]).toBeLessThan(100)
})

/** For how long this thread has worked, in milliseconds: machines have other things to do as well. */
function worked(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApi } from '../../api/execute.ts'
import type { Api } from '../../api/execute.ts'
import { asking } from '../../cli/ask.ts'
import { answerStream } from '../../cli/stream/answer-stream.ts'
import { streamReport } from '../../cli/stream/report.ts'
import { loadedStore } from '../loaded-store.ts'

const today = '2026-11-22'

type Figure = Record<'name' | 'text', string>
type Answer = { valueStreams: { nodes: { id: string; measures: { figures: Figure[] } }[] } }

const question = `query ($today: Date) {
  valueStreams(first: 100) {
    nodes {
      id
      measures { clock figures { name text remarks } }
      answers(today: $today) { asks statement gaps { message } }
      contributions { practice { name } }
      comparisons { figures { name asIs toBe change } }
    }
  }
}`

/** Every text that the API gives, at any depth: ids apart, which the report shows where they are wanted. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([field, each]) => (field === 'id' ? [] : textsIn(each)))
}

describe('the text of tributary stream', () => {
  let api: Api
  beforeAll(async () => {
    api = await createApi(await loadedStore('catalogues/example'))
  })
  afterAll(() => api.close())

  it('says word for word what the API answers, for every stream of the example', async () => {
    const { data } = await api.execute(question, { today })
    const streams = (data as Answer).valueStreams.nodes
    expect(streams).toHaveLength(9)
    await asking({ catalogue: 'catalogues/example', store: 'memory:' }, async (asked) => {
      for (const stream of streams) {
        const figures = stream.measures.figures.map(({ name, text }) => `${name} ${text}`)
        const texts = [...textsIn(stream), ...figures]
        expect(texts.length).toBeGreaterThan(30)
        const report = streamReport(await answerStream(asked, stream.id, { today }), 100).replace(/\s+/g, ' ')
        expect(texts.filter((text) => !report.includes(text))).toEqual([])
      }
    })
  })
})

import { isDeepStrictEqual } from 'node:util'
import autocannon from 'autocannon'
import type { Competitor } from './competitors.ts'
import type { Question, Variables } from './questions/question.ts'

/** How long is measured, and how often. */
export interface Measuring {
  /** Of one run. */
  readonly seconds: number
  /** Of runs of all competitors in turns. */
  readonly rounds: number
  /** Ends what a run leaves behind, so that each begins on a quiet machine. */
  readonly settle: () => Promise<void>
}

/** What a competitor reached: medians of its runs. */
export interface Reached {
  readonly perSecond: number
  /** Milliseconds. */
  readonly p50: number
  readonly p95: number
}

/** How many clients ask at the same time, and how many answers are compared before. */
const [clients, verified] = [10, 12]
const headers = { 'content-type': 'application/json' }

/**
 * Has everybody answer a question: first compares the answers field by field, then measures in turns.
 * @returns the median size of an answer in bytes, and what each competitor reached that can answer it.
 * @throws when an answer isn't what bare Cypher, the first competitor, answers, when a request fails, and when there are no variables.
 */
export async function compare(
  question: Question,
  number: number,
  variables: readonly Variables[],
  competitors: readonly Competitor[],
  { seconds, rounds, settle }: Measuring,
): Promise<{ readonly bytes: number; readonly reached: ReadonlyMap<Competitor, Reached> }> {
  if (variables.length === 0) throw new Error(`${question.name}: the catalogue is too small to ask it of.`)
  const able = competitors.filter((each) => each.body(question, {}) !== undefined)
  const bytes = await verify(question, number, variables, able)
  const measured = new Map(able.map((each) => [each, [] as Reached[]]))
  for (let round = 0; round <= rounds; round += 1) {
    for (const each of able) {
      const reached = await run(each, question, number, variables, round === 0 ? 1 : seconds)
      await settle()
      if (round > 0) measured.get(each)?.push(reached) // The first warms.
    }
  }
  const reached = [...measured].map(([each, runs]) => {
    const of = (part: keyof Reached): number => median(runs.map((one) => one[part]))
    return [each, { perSecond: of('perSecond'), p50: of('p50'), p95: of('p95') }] as const
  })
  return { bytes, reached: new Map(reached) }
}

async function verify(
  question: Question,
  number: number,
  variables: readonly Variables[],
  competitors: readonly Competitor[],
): Promise<number> {
  const sizes: number[] = []
  const step = Math.max(1, Math.floor(variables.length / verified))
  for (const each of variables.filter((_, i) => i % step === 0)) {
    let expected: unknown
    for (const competitor of competitors) {
      const body = competitor.body(question, each) ?? ''
      const text = await (await fetch(competitor.url(number), { method: 'POST', body, headers })).text()
      const answer = JSON.parse(text) as { readonly data?: unknown; readonly errors?: unknown }
      if (answer.data === undefined || answer.errors !== undefined)
        throw new Error(`${question.name}, ${JSON.stringify(each)}: ${competitor.name} fails: ${text.slice(0, 500)}`)
      const data = competitor.answer(answer.data)
      const compared = question.compared?.(data as never) ?? data
      if (competitor === competitors[0]) expected = compared
      else if (!isDeepStrictEqual(compared, expected)) {
        const [first] = text.match(/.{0,500}/s) ?? []
        throw new Error(
          `${question.name}, ${JSON.stringify(each)}: ${competitor.name} answers otherwise: ${first ?? ''}`,
        )
      }
      if (competitor === competitors[1]) sizes.push(text.length)
    }
  }
  return median(sizes)
}

async function run(
  competitor: Competitor,
  question: Question,
  number: number,
  variables: readonly Variables[],
  duration: number,
): Promise<Reached> {
  let client = 0
  const requests = variables.map((each) => ({
    method: 'POST' as const,
    headers,
    body: competitor.body(question, each) ?? '',
  }))
  const times: number[] = []
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const running = autocannon(
      {
        ...{ url: competitor.url(number), connections: clients, duration, timeout: 120 },
        // Clients go through the same sequence, each from another place.
        setupClient: (one) => {
          const from = Math.floor((requests.length / clients) * client++)
          one.setRequests([...requests.slice(from), ...requests.slice(0, from)])
        },
      },
      (error: Error | null, measured) => {
        if (error === null) resolve(measured)
        else reject(error)
      },
    )
    running.on('response', (_, __, ___, milliseconds) => times.push(milliseconds))
  })
  const failed = result.non2xx + result.errors
  if (failed > 0) throw new Error(`${question.name}: ${String(failed)} requests to ${competitor.name} failed.`)
  return { perSecond: times.length / result.duration, p50: quantile(times, 0.5), p95: quantile(times, 0.95) }
}

const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0
const median = (values: readonly number[]): number => quantile(values, 0.5)

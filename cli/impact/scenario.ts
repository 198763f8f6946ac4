import { formatSums, formatText } from '../../graph/catalogue/formats/text.ts'
import type { StateChange } from '../../graph/impact/compare-impact.ts'
import type { Outcome } from '../../graph/impact/scenario/evaluate-scenario.ts'
import { runScenario } from '../../graph/impact/scenario/run-scenario.ts'
import { openGraph } from '../catalogue.ts'
import type { GraphAsked } from '../catalogue.ts'
import { Failure } from '../failure.ts'

/** What a scenario comes to, with the revision that it was compared with. */
export interface AnsweredScenario {
  readonly revision: number
  readonly outcome: Outcome
}

/** Evaluates a scenario's file against the graph that is asked. @throws Failure naming everything that is wrong with it. */
export async function answerScenario(path: string, from: GraphAsked): Promise<AnsweredScenario> {
  const store = await openGraph(from)
  try {
    const run = await runScenario(store, path)
    if ('outcome' in run) return run
    throw new Failure(`${formatText(run.findings)}\n\n${path}: ${formatSums(run.findings)}. Nothing was worked out.`)
  } finally {
    await store.close()
  }
}

/** The answer as data: places and changes are flat. */
export function scenarioJson({ revision, outcome }: AnsweredScenario): object {
  const { name, summary, holds, expectations, singlePoints, failure } = outcome
  return {
    revision,
    question: { scenario: name },
    complete: true,
    summary,
    holds,
    expectations: expectations.map(({ place: { path: file, line, column }, instead = null, ...each }) => ({
      ...each,
      instead,
      file,
      line,
      column,
    })),
    singlePoints: singlePoints.map(({ of, worse, better }) => ({
      of,
      worse: worse.map(flat),
      better: better.map(flat),
    })),
    failure: failure === undefined ? null : failureJson(failure),
  }
}

const failureJson = ({ before, after, added, worse, better, gone }: NonNullable<Outcome['failure']>): object => ({
  before,
  after,
  added: added.map(flat),
  worse: worse.map(flat),
  better: better.map(flat),
  gone: gone.map(flat),
})

const flat = ({ item, before, after }: StateChange): object => ({ ...item, before, after })

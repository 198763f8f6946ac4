import type { Gap, MetricsAnswer } from '../stream-answers.ts'
import type { StreamFacts } from '../stream-facts.ts'
import { answerHead, counted, named } from './answer-head.ts'

/**
 * 6. What metrics and reporting ensure that the stream works as it should?
 *
 * Answered by relations where any metric measures the stream or one of its steps. Metrics without target or report are
 * gaps, and so is a stream of which only steps are measured.
 */
export function metrics(facts: StreamFacts): MetricsAnswer {
  const listed = facts.metrics.map((metric) => ({
    ...metric,
    ofStream: metric.measures.includes(facts.stream.id),
    steps: facts.steps.filter((step) => metric.measures.includes(step.id)).map(named),
  }))
  const used = listed.filter((metric) => metric.ofStream || metric.steps.length > 0)
  const onlySteps = used.length > 0 && !used.some((metric) => metric.ofStream)
  const gaps: Gap[] = [
    ...(onlySteps
      ? [{ about: named(facts.stream), message: `No metric measures "${facts.stream.name}" as a whole, only steps.` }]
      : []),
    ...used.flatMap((metric) => [
      ...(metric.target === undefined
        ? [{ about: named(metric), message: `The metric "${metric.name}" has no target.` }]
        : []),
      ...(metric.reportedIn.length === 0
        ? [{ about: named(metric), message: `The metric "${metric.name}" stands in no report.` }]
        : []),
    ]),
  ]
  const reports = new Set(used.flatMap((metric) => metric.reportedIn.map((report) => report.id))).size
  const found = `${counted(used.length, 'metric')} in ${counted(reports, 'report')}.`
  return { ...answerHead(facts, 'METRICS', used.length > 0, used.length > 0 ? found : undefined, gaps), metrics: used }
}

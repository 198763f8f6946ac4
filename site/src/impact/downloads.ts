import type { Path } from '../../../graph/impact/path.ts'
import { messages } from '../messages/messages.ts'
import { csvOf } from '../words/csv.ts'
import type { Answer } from './answer.ts'
import type { Question } from './question.ts'
import type { ReadGraph } from './read-impact-file.ts'

/** An answer for spreadsheets: every item of it, with why. */
export function answerCsv({ direction }: Question, { rows }: Pick<Answer, 'rows'>): string {
  const isFailure = direction === 'fails'
  const { state: stateTitle, degree: degreeTitle, distance, why } = messages.impact
  const { kind, name, id } = messages.explorer.columns
  const heading = [...(isFailure ? [stateTitle, degreeTitle] : [distance]), kind, name, id, why]
  const lines = rows.map(({ item, state, degree, sentence }) => [
    ...(isFailure ? [state ?? ''] : []),
    String(degree),
    ...[item.label, item.name, item.id, sentence()],
  ])
  return csvOf([heading, ...lines])
}

/** An answer as JSON, with the words of the API: question, then every item with its path and why. */
export function answerJson(graph: ReadGraph, question: Question, answer: Answer): string {
  const { direction, items, without, most } = question
  const isFailure = direction === 'fails'
  const asked = isFailure ? items : items.map(({ id }) => id)
  const rows = answer.rows.map((row) => ({
    ...{ id: row.item.id, kind: row.item.kind, name: row.item.name },
    ...(isFailure ? { state: row.state, degree: row.degree } : { distance: row.degree }),
    ...{ path: hopsOf(graph, row.path()), sentence: row.sentence() },
  }))
  const whole = {
    revision: graph.revision,
    question: { [direction]: asked, withoutKinds: without, [isFailure ? 'maxDegree' : 'maxDistance']: most },
    summary: answer.summary,
    complete: answer.further === 0,
    total: answer.rows.length + answer.further,
    [isFailure ? 'affected' : 'reached']: rows,
  }
  return `${JSON.stringify(whole, null, 2)}\n`
}

/** A path, hop by hop. */
export function hopsOf({ verbs }: Pick<ReadGraph, 'verbs'>, { items, hops }: Path): object[] {
  return hops.map(({ need, group }, i) => {
    const isForth = need.dependent === items[i]
    return {
      from: items[i],
      to: items[i + 1],
      relation: need.type,
      verb: verbs.get(need.type)?.[isForth ? 0 : 1],
      criticality: need.criticality ?? null,
      group: group ?? null,
    }
  })
}

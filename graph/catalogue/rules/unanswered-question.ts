import type { Rule } from '../rule.ts'
import { nameOf, placeIn } from '../view.ts'

/** Relations as far as answers are read off them, each list in any order. */
export interface AnsweringRelations {
  readonly from: (id: string, type: string) => readonly { readonly to: string; readonly values: Values }[]
  readonly to: (id: string, type: string) => readonly unknown[]
}
type Values = Readonly<Record<string, unknown>>

/** The six questions of the domain ("Six questions that documenting a stream must answer"), and what answers each. */
const questions: Readonly<
  Record<
    string,
    {
      readonly asks: string
      readonly answered: (steps: readonly string[], stream: string, view: AnsweringRelations) => boolean
    }
  >
> = {
  PROCESS_ACTIVITIES: {
    asks: 'which process activities each practice contributes ("activities" under a step’s practices)',
    answered: (steps, _, view) =>
      steps.every((step) =>
        view
          .from(step, 'WORKED_BY')
          .every((work) => Array.isArray(work.values['activities']) && work.values['activities'].length > 0),
      ),
  },
  SKILLS: { asks: 'which skills it needs (steps’ "skills")', answered: some('NEEDS_SKILL') },
  INFORMATION: {
    asks: 'which information it needs, when and where (steps’ "information")',
    answered: some('NEEDS_INFORMATION'),
  },
  TOOLS: { asks: 'which tools and automation serve it (steps’ "tools")', answered: some('NEEDS_TOOL') },
  SUPPLIERS: { asks: 'which contracts and suppliers it relies on (steps’ "contracts")', answered: some('RELIES_ON') },
  METRICS: {
    asks: 'which metrics show that it works (its or its steps’ "metrics")',
    answered: (steps, stream, view) => [stream, ...steps].some((id) => view.to(id, 'MEASURES').length > 0),
  },
}

function some(type: string): (steps: readonly string[], stream: string, view: AnsweringRelations) => boolean {
  return (steps, _, view) => steps.some((step) => view.from(step, type).length > 0)
}

/** A stream answers all six questions, by relations or in words (also "none needed, because …"). */
export const rule: Rule = {
  name: 'unanswered-question',
  description: 'Every value stream answers the six questions, by its steps’ relations or in words.',
  severity: 'warning',
  *check(view) {
    for (const stream of view.items.values()) {
      if (stream.kind.name !== 'ValueStream') continue
      for (const question of openQuestions(stream.id, stream.values.get('answersInWords')?.value, view)) {
        const asks = questions[question]?.asks ?? question
        yield {
          message: `Value stream "${nameOf(stream)}" doesn’t say ${asks}.`,
          hint: `Write it, or answer in words: "answersInWords: [{question: ${question}, answer: none needed, because …}]".`,
          place: placeIn(stream, 'steps'),
          item: stream.id,
        }
      }
    }
  },
}

/** The questions that a stream leaves open, by name. @param inWords what its field `answersInWords` holds. */
export function openQuestions(stream: string, inWords: unknown, view: AnsweringRelations): string[] {
  const steps = view.from(stream, 'HAS_STEP').map((each) => each.to)
  const told = new Set(Array.isArray(inWords) ? (inWords as { question: string }[]).map((each) => each.question) : [])
  return Object.entries(questions)
    .filter(([question, { answered }]) => !told.has(question) && !answered(steps, stream, view))
    .map(([question]) => question)
}

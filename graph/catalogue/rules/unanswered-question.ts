import type { MergedItem } from '../merge-layers.ts'
import type { Rule } from '../rule.ts'
import { nameOf, placeIn } from '../view.ts'
import type { View } from '../view.ts'

/** The six questions of the domain ("Six questions that documenting a stream must answer"), and what answers each. */
const questions: Readonly<
  Record<
    string,
    { readonly asks: string; readonly answered: (steps: readonly string[], stream: string, view: View) => boolean }
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

function some(type: string): (steps: readonly string[], stream: string, view: View) => boolean {
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
      const steps = view.from(stream.id, 'HAS_STEP').map((each) => each.to)
      const inWords = answeredInWords(stream)
      for (const [question, { asks, answered }] of Object.entries(questions)) {
        if (inWords.has(question) || answered(steps, stream.id, view)) continue
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

function answeredInWords(stream: MergedItem): Set<string> {
  const answers = stream.values.get('answersInWords')?.value
  return new Set(Array.isArray(answers) ? (answers as { question: string }[]).map((each) => each.question) : [])
}

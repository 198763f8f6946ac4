import type { Gap, InformationAnswer } from '../stream-answers.ts'
import type { StreamFacts } from '../stream-facts.ts'
import { answerHead, counted, grouped, named } from './answer-head.ts'

/**
 * 3. What information should be provided, when and where is it needed?
 *
 * Answered by relations where any step names information. Steps that name none are gaps, and so is information without
 * its when or where.
 */
export function information(facts: StreamFacts): InformationAnswer {
  const uses = facts.steps.flatMap((step) => step.information.map((each) => ({ step, each })))
  const gaps: Gap[] = facts.steps.flatMap((step) => [
    ...(step.information.length === 0
      ? [{ about: named(step), message: `The step "${step.name}" names no information.` }]
      : []),
    ...step.information.flatMap((each) => {
      const open = [...(each.when === undefined ? ['when'] : []), ...(each.where === undefined ? ['where'] : [])]
      if (open.length === 0) return []
      return [
        {
          about: named(each),
          message: `The step "${step.name}" doesn’t say ${open.join(' and ')} "${each.name}" is at hand.`,
        },
      ]
    }),
  ])
  const listed = grouped(
    uses.map(({ step, each }) => {
      const { use, when, where } = each
      return [each, { step: named(step), use, when, where }] as const
    }),
  ).map(({ item, entries }) => ({ information: item, steps: entries }))
  const provided = uses.filter(({ each }) => each.use === 'PROVIDES').length
  const found = `${counted(listed.length, 'kind')} of information, needed ${counted(uses.length - provided, 'time')} and provided ${counted(provided, 'time')}.`
  return {
    ...answerHead(facts, 'INFORMATION', uses.length > 0, uses.length > 0 ? found : undefined, gaps),
    information: listed,
  }
}

import type { Gap, ProcessActivitiesAnswer } from '../stream-answers.ts'
import type { StreamFacts } from '../stream-facts.ts'
import { answerHead, counted, grouped, named } from './answer-head.ts'

/**
 * 1. What process activities are required from each practice?
 *
 * Answered by relations where every practice of every step says at least one; the gaps name those that don't, and steps
 * that no practice works.
 */
export function processActivities(facts: StreamFacts): ProcessActivitiesAnswer {
  const works = facts.steps.flatMap((step) => step.practices.map((practice) => ({ step, practice })))
  const silent = works.filter(({ practice }) => practice.activities.length === 0)
  const gaps: Gap[] = facts.steps.flatMap((step) => [
    ...(step.practices.length === 0
      ? [{ about: named(step), message: `No practice works the step "${step.name}".` }]
      : []),
    ...silent
      .filter((work) => work.step === step)
      .map(({ practice }) => ({
        about: named(practice),
        message: `The step "${step.name}" doesn’t say what it asks of "${practice.name}".`,
      })),
  ])
  const practices = grouped(
    works.map(({ step, practice }) => [practice, { step: named(step), activities: practice.activities }] as const),
  ).map(({ item, entries }) => ({ practice: item, steps: entries }))
  const number = works.reduce((sum, { practice }) => sum + practice.activities.length, 0)
  const found = `${counted(practices.length, 'practice')} ${practices.length === 1 ? 'contributes' : 'contribute'} ${counted(number, 'process activity', 'process activities')}.`
  const answered = works.length > 0 && silent.length === 0
  return { ...answerHead(facts, 'PROCESS_ACTIVITIES', answered, number === 0 ? undefined : found, gaps), practices }
}

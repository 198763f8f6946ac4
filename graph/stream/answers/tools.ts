import type { ToolsAnswer } from '../stream-answers.ts'
import type { StreamFacts } from '../stream-facts.ts'
import { answerHead, counted, grouped, named } from './answer-head.ts'

/**
 * 4. What tools and automation can improve the workflow?
 *
 * Answered by relations where any step names a tool, in use, planned or as an idea. Steps that name none are gaps.
 */
export function tools(facts: StreamFacts): ToolsAnswer {
  const uses = facts.steps.flatMap((step) => step.tools.map((tool) => ({ step, tool })))
  const listed = grouped(
    uses.map(({ step, tool }) => {
      const { status, automates } = tool
      return [tool, { step: named(step), status, automates }] as const
    }),
  ).map(({ item, entries }) => ({ tool: item, steps: entries }))
  const stepsWithout = facts.steps.filter((step) => step.tools.length === 0).map(named)
  const gaps = stepsWithout.map((step) => ({ about: step, message: `The step "${step.name}" names no tool.` }))
  const automating = uses.filter(({ tool }) => tool.automates !== undefined).length
  const without = stepsWithout.length === 0 ? 'every step has one' : `${counted(stepsWithout.length, 'step')} without`
  const found = `${counted(listed.length, 'tool')}, ${counted(automating, 'piece')} of automation; ${without}.`
  return {
    ...answerHead(facts, 'TOOLS', uses.length > 0, uses.length > 0 ? found : undefined, gaps),
    tools: listed,
    stepsWithout,
  }
}

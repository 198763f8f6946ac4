import { information } from './answers/information.ts'
import { metrics } from './answers/metrics.ts'
import { processActivities } from './answers/process-activities.ts'
import { skills } from './answers/skills.ts'
import { suppliers } from './answers/suppliers.ts'
import { tools } from './answers/tools.ts'
import type { StreamAnswers } from './stream-answers.ts'
import type { StreamFacts, StreamQuestion } from './stream-facts.ts'

/** The six questions as people ask them. */
export const questionTexts: Readonly<Record<StreamQuestion, string>> = {
  PROCESS_ACTIVITIES: 'What process activities are required from each practice?',
  SKILLS: 'What skills and competence are needed?',
  INFORMATION: 'What information should be provided, when and where is it needed?',
  TOOLS: 'What tools and automation can improve the workflow?',
  SUPPLIERS: 'What supplier contracts and relationships are needed?',
  METRICS: 'What metrics and reporting ensure that the stream works as it should?',
}

/**
 * Answers the six questions for one stream, each from relations, from words or from both, with what it leaves open. Where
 * neither says anything, `answered` is false and the statement says so plainly.
 */
export function answerQuestions(facts: StreamFacts): StreamAnswers {
  return [processActivities(facts), skills(facts), information(facts), tools(facts), suppliers(facts), metrics(facts)]
}

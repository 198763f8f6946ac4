import { answerQuestions, questionTexts } from '../../../graph/stream/questions.ts'
import type { AnswerHead } from '../../../graph/stream/stream-answers.ts'
import type { StreamQuestion } from '../../../graph/stream/stream-facts.ts'
import type * as Answer from '../../generated/resolvers.ts'
import { factsOf } from './facts-selection.ts'
import type { SelectedFacts } from './facts-selection.ts'

/** `ValueStream.answers`: the six, each with the name of its type. */
export function answersOf(
  read: SelectedFacts,
  today: string,
): [
  Typed<Answer.ProcessActivitiesAnswer>,
  Typed<Answer.SkillsAnswer>,
  Typed<Answer.InformationAnswer>,
  Typed<Answer.ToolsAnswer>,
  Typed<Answer.SuppliersAnswer>,
  Typed<Answer.MetricsAnswer>,
] {
  const [work, skills, information, tools, suppliers, metrics] = answerQuestions(factsOf(read, today))
  return [
    { __typename: 'ProcessActivitiesAnswer', ...head(work), practices: work.practices },
    {
      ...{ __typename: 'SkillsAnswer', ...head(skills) },
      skills: skills.skills.map((called) => ({
        ...called,
        heldBy: called.heldBy.map(({ id, name, as, level, people }) => ({
          ...{ holder: { id, name }, asRole: as === 'ROLE', level, people },
        })),
      })),
    },
    { __typename: 'InformationAnswer', ...head(information), information: information.information },
    { __typename: 'ToolsAnswer', ...head(tools), tools: tools.tools, stepsWithout: tools.stepsWithout },
    {
      ...{ __typename: 'SuppliersAnswer', ...head(suppliers), suppliers: suppliers.suppliers },
      contracts: suppliers.contracts.map(({ id, name, ...contract }) => ({ ...contract, contract: { id, name } })),
    },
    {
      ...{ __typename: 'MetricsAnswer', ...head(metrics) },
      metrics: metrics.metrics.map(({ id, name, ...metric }) => ({ ...metric, metric: { id, name } })),
    },
  ]
}

/** An answer with the name of its type, by which it is told apart. */
type Typed<Kind> = Kind & { readonly __typename: string }

const head = ({ question, answered, statement, words, gaps }: AnswerHead<StreamQuestion>) => ({
  ...{ question, asks: questionTexts[question], answered, statement, words, gaps },
})

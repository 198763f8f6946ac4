import { openQuestions } from '../../catalogue/rules/unanswered-question.ts'
import { questionTexts } from '../../stream/questions.ts'
import { streamQuestions } from '../../stream/stream-facts.ts'
import { inBoth } from '../view.ts'
import type { SideView } from '../view.ts'
import { byName, counted } from './topic.ts'
import type { Found, Topic } from './topic.ts'

/** Of the six questions, those that a value stream no longer answers, or answers at last. */
export const topic: Topic = {
  name: 'questions',
  title: 'Questions that value streams leave open or answer',
  verdict: {
    WORSE: counted('question is no longer answered', 'questions are no longer answered'),
    BETTER: counted('question is answered at last', 'questions are answered at last'),
  },
  find: (before, after) =>
    inBoth(before, after, 'ValueStream')
      .sort(byName)
      .flatMap((item) => {
        const [was, is] = [openIn(before, item.id), openIn(after, item.id)]
        return streamQuestions
          .filter((question) => was.has(question) !== is.has(question))
          .map((question): Found => {
            const asked = `“${questionTexts[question]}”`
            return is.has(question)
              ? { effect: 'WORSE', item, others: [], sentence: `${item.name} no longer answers ${asked}` }
              : { effect: 'BETTER', item, others: [], sentence: `${item.name} now answers ${asked}` }
          })
      }),
}

function openIn(view: SideView, stream: string): ReadonlySet<string> {
  const open = openQuestions(stream, view.value(stream, 'answersInWords'), {
    from: (id, type) => view.from(id, type).map(({ to, properties }) => ({ to, values: properties })),
    to: (id, type) => view.to(id, type),
  })
  return new Set(open)
}

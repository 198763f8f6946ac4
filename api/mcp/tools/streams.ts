import { z } from 'zod'
import { itemId, today } from '../arguments.ts'
import { Refused } from '../asking.ts'
import { feedsDocument, practicesDocument, valueStreamDocument } from '../documents/streams.ts'
import { tool } from '../tool.ts'

const parts = ['measures', 'steps', 'questions', 'contributions'] as const

/** One value stream, measured and answered. */
export const valueStream = tool({
  name: 'value_stream',
  title: 'Value stream',
  description:
    'A value stream: its measures (lead and process time, activity ratio, %C&A, with formulas), its steps with times, loops and shares, the six questions (activities, skills, information, tools, suppliers, metrics) with their gaps, and what each practice contributes. Shares are from 0 to 1.',
  input: {
    id: itemId('The value stream'),
    parts: z
      .array(z.enum(parts))
      .min(1)
      .default([...parts])
      .describe('Which parts are answered: all unless said.'),
    today,
  },
  document: valueStreamDocument,
  async answer(api, { id, parts, today }) {
    const [known = id] = await api.known([id], 'ValueStream')
    const wants = (part: (typeof parts)[number]): boolean => parts.includes(part)
    const data = await api.ask(valueStreamDocument, {
      id: known,
      today,
      measures: wants('measures'),
      steps: wants('steps'),
      questions: wants('questions'),
      contributions: wants('contributions'),
    })
    const stream = data.valueStream ?? refuse(known, 'value stream')
    const seen = stream.perspective === 'AS_IS' ? 'as it was observed' : 'as it should be'
    return { data, lead: `${stream.name} (${stream.id}), ${seen}. It begins with: ${stream.trigger}` }
  },
})

/** The practices that feed a value stream. */
export const practicesOfStream = tool({
  name: 'practices_of_stream',
  title: 'Practices of a value stream',
  description:
    'Which practices feed a value stream, in which steps, by which activities, with which resources, and in what share of its lead time each has its hands.',
  input: { id: itemId('The value stream') },
  document: practicesDocument,
  async answer(api, { id }) {
    const [known = id] = await api.known([id], 'ValueStream')
    const data = await api.ask(practicesDocument, { id: known })
    const { name, contributions } = data.valueStream ?? refuse(known, 'value stream')
    const { length } = contributions
    return { data, lead: `${String(length)} practice${length === 1 ? ' feeds' : 's feed'} ${name}.` }
  },
})

/** The value streams that a practice feeds. */
export const feeds = tool({
  name: 'feeds',
  title: 'Value streams fed by a practice',
  description:
    'Which value streams a practice feeds, in which steps, by which activities, and how much of their time it holds.',
  input: { id: itemId('The practice') },
  document: feedsDocument,
  async answer(api, { id }) {
    const [known = id] = await api.known([id], 'Practice')
    const data = await api.ask(feedsDocument, { id: known })
    const { name, contributions } = data.practice ?? refuse(known, 'practice')
    const { length } = contributions
    return { data, lead: `${name} feeds ${String(length)} value stream${length === 1 ? '' : 's'}.` }
  },
})

/** Says of an item that there is that it isn't of the kind that was asked for. */
function refuse(id: string, kind: string): never {
  throw new Refused(`${id} is no ${kind}. The tool "search" finds ids by words, with "kinds" only those of a kind.`)
}

import { describe, expect, it } from 'vitest'
import { answerQuestions, questionTexts } from '../../../graph/stream/questions.ts'
import type { StepFacts, StreamFacts } from '../../../graph/stream/stream-facts.ts'
import { streamQuestions } from '../../../graph/stream/stream-facts.ts'

const named = (id: string): { id: string; name: string } => ({ id, name: id.toUpperCase() })

const bare = (id: string): StepFacts => ({
  ...named(id),
  activity: 'engage',
  practices: [],
  skills: [],
  information: [],
  tools: [],
  contracts: [],
  performedBySuppliers: [],
})

const nothing: StreamFacts = {
  stream: named('stream'),
  steps: [bare('one'), bare('two')],
  activities: [],
  holders: [],
  metrics: [],
  inWords: [],
  today: '2027-01-15',
}

/** The facts with fields of the first step. */
const withStep = (fields: Partial<StepFacts>, facts: Partial<StreamFacts> = {}): StreamFacts => ({
  ...nothing,
  ...facts,
  steps: [{ ...bare('one'), ...fields }, bare('two')],
})

const gapsOf = (answer: { gaps: readonly { message: string }[] }): string[] => answer.gaps.map(({ message }) => message)

describe('answerQuestions', () => {
  it('answers all six in their order, and says so plainly where the catalogue has no answer', () => {
    const answers = answerQuestions(nothing)
    expect(answers.map(({ question }) => question)).toEqual(streamQuestions)
    expect(Object.keys(questionTexts)).toEqual(streamQuestions)
    for (const { answered, from, statement } of answers) {
      expect([answered, from, statement]).toEqual([false, [], 'The catalogue has no answer.'])
    }
  })

  it('takes an answer in words, whatever relations leave open', () => {
    const inWords = streamQuestions.map((question) => ({ question, answer: 'None needed, because …' }))
    for (const { answered, from, words, statement } of answerQuestions({ ...nothing, inWords })) {
      expect([answered, from, words]).toEqual([true, ['WORDS'], ['None needed, because …']])
      expect(statement).toBe('It is answered in words.')
    }
  })

  it('lists process activities per practice, and names practices that have none', () => {
    const desk = { ...named('desk'), activities: ['Listen', 'Note'] }
    const [answer] = answerQuestions({
      ...nothing,
      steps: [
        { ...bare('one'), practices: [desk] },
        { ...bare('two'), practices: [{ ...desk, activities: ['Close'] }] },
      ],
    })
    expect(answer.practices).toEqual([
      {
        practice: named('desk'),
        steps: [
          { step: named('one'), activities: ['Listen', 'Note'] },
          { step: named('two'), activities: ['Close'] },
        ],
      },
    ])
    expect([answer.answered, answer.statement]).toEqual([true, '1 practice contributes 3 process activities.'])
    const [partly] = answerQuestions(withStep({ practices: [desk, { ...named('other'), activities: [] }] }))
    expect(partly.answered).toBe(false)
    expect(partly.statement).toBe(
      'The catalogue answers only a part of it: 2 practices contribute 2 process activities.',
    )
    expect(gapsOf(partly)).toEqual([
      'The step "ONE" doesn’t say what it asks of "OTHER".',
      'No practice works the step "TWO".',
    ])
  })

  it('says which teams and roles hold the skills that steps and their activities call for, with the gaps', () => {
    const [, answer] = answerQuestions(
      withStep(
        { skills: [{ ...named('listening'), level: 'SOUND' }, named('law')] },
        {
          activities: [
            { ...named('engage'), skills: [{ ...named('listening'), level: 'ADVANCED' }, named('tact')] },
            { ...named('improve'), skills: [named('statistics')] },
          ],
          holders: [
            { ...named('team/desk'), skill: 'listening', as: 'TEAM', level: 'SOUND', people: 4 },
            { ...named('role/agent'), skill: 'law', as: 'ROLE' },
            { ...named('team/press'), skill: 'tact', as: 'TEAM' },
          ],
        },
      ),
    )
    expect(answer.skills.map(({ skill, level }) => [skill.id, level])).toEqual([
      ['listening', 'ADVANCED'],
      ['law', undefined],
      ['tact', undefined],
    ])
    expect(answer.skills[0]).toMatchObject({ steps: [named('one')], activities: [named('engage')] })
    expect(answer.skills[1]?.heldBy.map(({ id }) => id)).toEqual(['role/agent'])
    expect(gapsOf(answer)).toEqual([
      'No team has the skill "LISTENING" at the level asked for (advanced).',
      'No team has the skill "LAW".',
    ])
    expect(answer.statement).toBe('3 skills called for: 2 gaps.')
  })

  it('says what information is needed and provided, when and where', () => {
    const [, , answer] = answerQuestions(
      withStep({
        information: [
          { ...named('record'), use: 'NEEDS', when: 'First', where: 'In the ticket' },
          { ...named('log'), use: 'PROVIDES' },
        ],
      }),
    )
    expect(answer.information[0]).toEqual({
      information: named('record'),
      steps: [{ step: named('one'), use: 'NEEDS', when: 'First', where: 'In the ticket' }],
    })
    expect(gapsOf(answer)).toEqual([
      'The step "ONE" doesn’t say when and where "LOG" is at hand.',
      'The step "TWO" names no information.',
    ])
    expect(answer.statement).toBe('2 kinds of information, needed 1 time and provided 1 time.')
  })

  it('lists tools with what they automate, and steps that have none', () => {
    const [, , , answer] = answerQuestions(
      withStep({ tools: [{ ...named('bot'), status: 'IDEA', automates: 'Asks first.' }] }),
    )
    expect(answer.tools).toEqual([
      { tool: named('bot'), steps: [{ step: named('one'), status: 'IDEA', automates: 'Asks first.' }] },
    ])
    expect(answer.stepsWithout).toEqual([named('two')])
    expect(answer.statement).toBe('1 tool, 1 piece of automation; 1 step without.')
  })

  it('lists contracts with their expiry, suppliers, and who works without a contract', () => {
    const acme = named('acme')
    const [, , , , answer] = answerQuestions(
      withStep({
        contracts: [
          { ...named('lapsed'), suppliers: [acme], end: '2026-12-31' },
          { ...named('closing'), suppliers: [acme], end: '2027-03-31', noticePeriod: 'P3M', renewsItself: true },
          { ...named('open'), suppliers: [acme], end: '2027-12-31', noticePeriod: 'P3M' },
          { ...named('endless'), suppliers: [acme] },
        ],
        performedBySuppliers: [acme, named('guest')],
      }),
    )
    expect(answer.contracts.map(({ id, daysLeft, noticeBy }) => [id, daysLeft, noticeBy])).toEqual([
      ['lapsed', -15, '2026-12-31'],
      ['closing', 75, '2026-12-31'],
      ['open', 350, '2027-09-30'],
      ['endless', undefined, undefined],
    ])
    expect(answer.suppliers.map(({ supplier, performs }) => [supplier.id, performs])).toEqual([
      ['acme', [named('one')]],
      ['guest', [named('one')]],
    ])
    expect(gapsOf(answer)).toEqual([
      'Contract "LAPSED" ended on 2026-12-31.',
      'Contract "CLOSING" ends on 2027-03-31; notice could be given until 2026-12-31, and it renews itself.',
      '"GUEST" does work in this stream, but no step relies on a contract with it.',
    ])
  })

  it('lists metrics of the stream and its steps with their reports', () => {
    const metric = { unit: 'h', direction: 'LOWER_IS_BETTER', target: 4, reportedIn: [named('weekly')] } as const
    const metrics = [
      { ...metric, ...named('of-step'), measures: ['one'] },
      { ...metric, ...named('loose'), measures: ['two'], target: undefined, reportedIn: [] },
    ]
    const [, , , , , answer] = answerQuestions({ ...nothing, metrics })
    expect(answer.metrics.map(({ id, ofStream, steps }) => [id, ofStream, steps])).toEqual([
      ['of-step', false, [named('one')]],
      ['loose', false, [named('two')]],
    ])
    expect(gapsOf(answer)).toEqual([
      'No metric measures "STREAM" as a whole, only steps.',
      'The metric "LOOSE" has no target.',
      'The metric "LOOSE" stands in no report.',
    ])
    expect(answer.statement).toBe('2 metrics in 1 report.')
  })
})

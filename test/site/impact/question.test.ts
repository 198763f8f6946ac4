import { describe, expect, it } from 'vitest'
import { emptyQuestion, queryOf, questionIn } from '../../../site/src/impact/question.ts'
import type { Question } from '../../../site/src/impact/question.ts'

const whole: Question = {
  ...emptyQuestion,
  direction: 'fails',
  items: [
    { id: 'application/ticketing', state: 'DOWN' },
    { id: 'team/a&b=c d', state: 'AT_RISK' },
  ],
  without: ['Metric', 'Team'],
  most: 3,
  show: 'Step',
}

describe('the address of a question', () => {
  it('can be read and holds all of it', () => {
    expect(queryOf(whole)).toBe(
      '?item=application/ticketing:DOWN&item=team/a%26b%3Dc%20d:AT_RISK&without=Metric,Team&most=3&show=Step',
    )
    expect(questionIn(queryOf(whole))).toStrictEqual(whole)
  })

  it.each(['changes', 'needs'] as const)('says no states where the question is what %s', (direction) => {
    const question: Question = { ...emptyQuestion, direction, items: [{ id: 'service/mail', state: 'DOWN' }] }
    expect(queryOf(question)).toBe(`?ask=${direction}&item=service/mail`)
    expect(questionIn(queryOf(question))).toStrictEqual(question)
  })

  it('may have ids that items had before: they mean these items, each once', () => {
    const former = new Map([['service/post', 'service/mail']])
    const { items } = questionIn('?item=service/post:DEGRADED&item=team/desk&item=service/mail', former)
    expect(items).toStrictEqual([
      { id: 'service/mail', state: 'DOWN' },
      { id: 'team/desk', state: 'DOWN' },
    ])
    expect(questionIn('?ask=ways&from=service/post&to=service/x', former).ways).toMatchObject({
      from: 'service/mail',
      to: 'service/x',
    })
  })

  it('holds which ways are asked for, and nothing of the other questions', () => {
    const question: Question = {
      ...emptyQuestion,
      direction: 'ways',
      ways: { from: 'service/mail', to: 'team/desk', first: 5, without: ['NEEDS', 'COVERS'] },
    }
    expect(queryOf(question)).toBe('?ask=ways&from=service/mail&to=team/desk&first=5&without=NEEDS,COVERS')
    expect(questionIn(queryOf(question))).toStrictEqual(question)
    expect(queryOf({ ...emptyQuestion, direction: 'ways' })).toBe('?ask=ways')
    expect(questionIn('?ask=ways&first=1000').ways.first).toBe(20)
    expect(questionIn('?ask=ways&first=none&item=a/b').ways).toStrictEqual(emptyQuestion.ways)
  })

  it('is empty where nothing is asked', () => {
    expect(queryOf(emptyQuestion)).toBe('')
    expect(questionIn('')).toStrictEqual(emptyQuestion)
  })

  it('takes an item twice for one, and leaves out what makes no sense', () => {
    const query = '?ask=why&item=a/b:BROKEN&item=c/d:DOWN&item=c/d:AT_RISK&item=&most=-1&without=,'
    expect(questionIn(query)).toStrictEqual({
      ...emptyQuestion,
      items: [
        { id: 'a/b:BROKEN', state: 'DOWN' },
        { id: 'c/d', state: 'AT_RISK' },
      ],
    })
  })
})

import { expect, it } from 'vitest'
import { enumLabel, fieldLabel, firstSentence, kindLabel, kindsLabel } from '../../../site/src/words/labels.ts'
import { longDay, money, percent } from '../../../site/src/words/values.ts'

it('says days, money and shares as people do', () => {
  expect(longDay('2027-06-30')).toBe('30 June 2027')
  expect(longDay('2027-06-30T23:30:00Z')).toBe('30 June 2027')
  expect(money({ amount: 3_700_000, currency: 'EUR' })).toBe('EUR\u00a03,700,000')
  expect(percent(99.5)).toBe('99.5\u00a0%')
})

it('says the model’s names as words', () => {
  expect(fieldLabel('reviewBy')).toBe('Review by')
  expect(enumLabel('SERVICE_MANAGEMENT')).toBe('Service management')
  expect(enumLabel('AS_IS')).toBe('As-is')
  expect(kindLabel({ name: 'GuidingPrinciple' })).toBe('Guiding principle')
  expect(kindsLabel({ folder: 'value-streams' })).toBe('Value streams')
})

it('takes the first sentence of a description', () => {
  expect(firstSentence('One\nsentence. Another.')).toBe('One sentence.')
  expect(firstSentence('No end')).toBe('No end')
})

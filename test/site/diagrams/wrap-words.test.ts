import { expect, it } from 'vitest'
import { wrapWords } from '../../../site/src/diagrams/wrap-words.ts'

it.each([
  ['Capture the report', 16, ['Capture the', 'report']],
  ['Find a solution or a workaround', 18, ['Find a solution or', 'a workaround']],
  ['Review for an underlying problem of any sort', 16, ['Review for an', 'underlying…']],
  ['Donaudampfschifffahrt', 10, ['Donaudampfschifffahrt']],
])('breaks "%s" at %i letters', (name, width, lines) => {
  expect(wrapWords(name, width, 2)).toStrictEqual(lines)
})

import { expect, it } from 'vitest'
import { ModelError } from '../../../graph/model/model-error.ts'

it('a ModelError says every problem with its place, a line each', () => {
  const problems = [
    { file: 'model/a.graphql', line: 3, column: 7, message: 'Unknown type "Taem".' },
    { file: 'model/b.graphql', line: 1, column: 1, message: 'Syntax Error: Unexpected <EOF>.' },
  ]
  const error = new ModelError(problems)
  expect(error.name).toBe('ModelError')
  expect(error.problems).toBe(problems)
  expect(error.message).toBe(
    'model/a.graphql:3:7  Unknown type "Taem".\nmodel/b.graphql:1:1  Syntax Error: Unexpected <EOF>.',
  )
})

import { readModel } from '../../../graph/model/read-model.ts'
import { ModelError } from '../../../graph/model/model-error.ts'

/** What reading the model with one more file, `own.graphql`, reports: a line a problem, none where it is accepted. */
export function problemsOf(text: string, ...more: readonly string[]): string[] {
  const files = [text, ...more].map((each, index) => ({
    path: index === 0 ? 'own.graphql' : `own-${index}.graphql`,
    text: each,
  }))
  try {
    readModel(files)
    return []
  } catch (error) {
    if (error instanceof ModelError) return error.message.split('\n')
    throw error
  }
}

/** A kind `Thing` with these fields, each of which stands on a line of its own from line 3 on and begins in column 3. */
export const thing = (...fields: readonly string[]): string =>
  ['"""What is tested."""', 'type Thing @kind(folder: "things") {', ...fields.map((field) => `  ${field}`), '}'].join(
    '\n',
  )

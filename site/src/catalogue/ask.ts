import type { TypedDocumentString } from '../generated/graphql.ts'
import type { Execute } from './build-input.ts'

/**
 * Asks the API and returns the answer's data, typed by its document.
 * @throws when the API reports an error: a page with half its data is worse than none.
 */
export async function ask<Result, Variables extends Readonly<Record<string, unknown>>>(
  execute: Execute,
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
): Promise<Result> {
  return (await askUntyped(execute, document.toString(), variables)) as Result
}

/** The same for documents that are written while building, from the model: they have no generated types. */
export async function askUntyped(
  execute: Execute,
  document: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  const { data, errors } = await execute(document, variables)
  if (errors !== undefined && errors.length > 0) {
    const name = /(?:query|mutation)\s+(\w+)/.exec(document)?.[1] ?? 'a query'
    throw new Error(`The API can't answer ${name}: ${errors.map(({ message }) => message).join(' ')}`)
  }
  if (data == null) throw new Error('The API answered without data.')
  return data
}

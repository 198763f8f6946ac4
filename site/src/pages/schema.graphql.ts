import { buildClientSchema, getIntrospectionQuery, printSchema } from 'graphql'
import type { IntrospectionQuery } from 'graphql'
import { askUntyped } from '../catalogue/ask.ts'
import { buildInput } from '../catalogue/build-input.ts'

/** The schema of the API that this site was made from, the kinds and fields of its catalogue among it. */
export const GET = async (): Promise<Response> => {
  const told = await askUntyped(buildInput().execute, getIntrospectionQuery(), {})
  return new Response(`${printSchema(buildClientSchema(told as IntrospectionQuery))}\n`)
}

import { z } from 'zod'
import type { Kind, RelationType } from './generated/graphql.ts'

/** An item, by its id. */
export const itemId = (what: string): z.ZodString =>
  z
    .string()
    .min(1)
    .max(300)
    .describe(`${what}: its id, such as application/ticketing, or the last part of it where only one kind has it.`)

/** Several items, by their ids. */
export const itemIds = (what: string): z.ZodArray<z.ZodString> => z.array(itemId(what)).min(1).max(50).describe(what)

/** How many are listed. */
export const first = (what: string, usual: number, most: number): z.ZodDefault<z.ZodNumber> =>
  z.number().int().min(1).max(most).default(usual).describe(`How many ${what} are listed, from 1 to ${most}.`)

/** Where the page before ended. */
export const after = z
  .string()
  .max(2000)
  .optional()
  .describe('The endCursor of the page before: only what follows it is listed.')

/** Kinds of items. */
export const kinds = (what: string): z.ZodOptional<z.ZodArray<z.ZodString>> =>
  z.array(z.string().min(1)).max(100).optional().describe(`${what}: value-stream, ValueStream or VALUE_STREAM.`)

/** Types of relations. */
export const relations = z
  .array(z.string().min(1))
  .max(100)
  .optional()
  .describe('Follow only relations of these types (see the tool "model"): NEEDS, COVERS.')

/** How far to go. */
export const distance = (what: string): z.ZodOptional<z.ZodNumber> =>
  z.number().int().min(0).max(1000).optional().describe(what)

/** A day that an answer counts from. */
export const today = z.iso
  .date()
  .optional()
  .describe('Answer as if it were this day: 2027-06-30. Today where left out.')

/** How an item can be. */
export const state = z.enum(['DOWN', 'DEGRADED', 'AT_RISK'])

/** Words as the API writes them: "value-stream" and "ValueStream" are VALUE_STREAM. The API refuses any that it hasn't. */
const constant = (word: string): string =>
  word
    .replaceAll(/(?<=[a-z])(?=[A-Z])/g, '_')
    .trim()
    .toUpperCase()
    .replaceAll(/[\s-]/g, '_')

/** What a question is narrowed to, as the API takes it. */
export function narrowed(said: {
  readonly kinds?: readonly string[] | undefined
  readonly relations?: readonly string[] | undefined
}): { kinds?: Kind[]; relations?: RelationType[] } {
  return {
    ...(said.kinds === undefined ? {} : { kinds: said.kinds.map(constant) as Kind[] }),
    ...(said.relations === undefined ? {} : { relations: said.relations.map(constant) as RelationType[] }),
  }
}

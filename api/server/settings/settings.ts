import { z } from 'zod'

const count = (usual: number, what: string): z.ZodDefault<z.ZodNumber> => z.int().positive().default(usual).describe(what)

/** What one request may ask for, and how much at once. */
const limits = z.strictObject({
  depth: count(20, 'Fields within fields.'),
  aliases: count(50, 'Other names for fields.'),
  directives: count(50, 'Directives such as @include.'),
  tokens: count(5_000, 'Words, names and signs of the request’s text.'),
  nodes: count(500_000, 'Items that its pages could hold, pages within pages multiplied.'),
  bodyKilobytes: count(256, 'Size of the request’s body.'),
  seconds: count(30, 'How long an answer may take. The graph’s query is cancelled then, where the store can.'),
  requests: count(500, 'Requests that are worked on at the same time; more are told to come back.'),
})

/**
 * The settings of a server, `tributary.server.yaml`: all of it has defaults, and holds no secret. Descriptions are its documentation.
 */
export const settingsSchema = z.strictObject({
  limits: limits.prefault({}).describe('What one request may ask for. Beyond: an error that names the limit.'),
})

/** The settings of a server, complete. */
export type ServerSettings = z.infer<typeof settingsSchema>

/** What is so where nobody settles anything. */
export const usualSettings: ServerSettings = settingsSchema.parse({})

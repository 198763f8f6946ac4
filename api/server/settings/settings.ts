import { z } from 'zod'
import type { JsonSchema } from '../../../graph/model/json-schema.ts'
import { accessSchema } from '../access/access-settings.ts'
import { corsSchema } from '../access/cross-origin.ts'

/** How many of something: from 1, and no more than is of any use. */
const count = (usual: number, what: string, most = 1_000_000_000): z.ZodDefault<z.ZodNumber> =>
  z.int().min(1).max(most).default(usual).describe(what)

/** How long something may take: at most a day. */
const seconds = (usual: number, what: string): z.ZodDefault<z.ZodNumber> => count(usual, what, 86_400)

/** What one request may ask for, and how much at once. */
const limits = z.strictObject({
  depth: count(20, 'Fields within fields.'),
  aliases: count(50, 'Other names for fields.'),
  repeats: count(50, 'How often one selection may name the same field of the answer.'),
  directives: count(50, 'Directives such as @include.'),
  tokens: count(5_000, 'Words, names and signs of the request’s text.'),
  listEntries: count(1_000, 'Entries of one list in an argument or a variable.'),
  cost: count(500_000, 'What the request could cost: about the number of items that it reads or works out.'),
  bodyKilobytes: count(256, 'Size of the request’s body.', 1_000_000),
  seconds: seconds(30, 'How long an answer may take. The graph’s query is cancelled then, where the store can.'),
  requests: count(500, 'Requests that are worked on at the same time; more are told to come back.'),
})

/** What is asked of those who connect, before they have asked anything. */
const connections = z.strictObject({
  headerSeconds: seconds(10, 'How long a client may take to send a request’s headers.'),
  requestSeconds: seconds(30, 'How long it may take to send the whole request.'),
  keepAliveSeconds: seconds(65, 'How long a connection stays open without a request: longer than a load balancer’s.'),
  headerKilobytes: count(16, 'Size of a request’s headers.', 1_024),
})

/** Persisted operations: what clients ask by name instead of by text. */
const operations = z
  .strictObject({
    manifest: z
      .string()
      .min(1)
      .optional()
      .describe(
        'The manifest: a file of GraphQL Code Generator (persisted-documents.json) or Apollo; from this folder.',
      ),
    only: z.boolean().default(false).describe('Whether nothing else is answered.'),
  })
  .refine(({ manifest, only }) => manifest !== undefined || !only, {
    path: ['only'],
    error: 'nothing could be asked: say which manifest',
  })

/** What is kept of answers. */
const answers = z.strictObject({
  megabytes: z
    .int()
    .min(0)
    .default(64)
    .describe('How much memory complete answers may take until the catalogue changes; 0 keeps none.'),
})

/** What is told about what goes on. */
const watch = z.strictObject({
  slowMilliseconds: count(1_000, 'From when on an operation is slow: it is logged with where its time went.'),
})

/**
 * The settings of a server, `tributary.server.yaml`: all of it has defaults, and holds no secret. Descriptions are its documentation.
 */
export const settingsSchema = z
  .strictObject({
    limits: limits.prefault({}).describe('What one request may ask for. Beyond: an error that names the limit.'),
    connections: connections.prefault({}).describe('How long connections may take, against clients that never finish.'),
    access: accessSchema
      .optional()
      .describe(
        'Access control: who sees what, by bearer tokens. Left out: whoever reaches the server sees all of it.',
      ),
    cors: corsSchema.prefault({}).describe('Which other sites’ pages may ask. Usually none.'),
    proxies: z
      .int()
      .min(0)
      .default(0)
      .describe(
        'How many proxies of yours stand before the server: that many tell truly who asks, and whether over TLS.',
      ),
    answers: answers.prefault({}).describe('What is kept of answers, to be sent again to whoever asks the same.'),
    watch: watch.prefault({}).describe('What is told about what goes on.'),
    operations: operations.prefault({}).describe('Persisted operations.'),
    explore: z
      .boolean()
      .optional()
      .describe(
        'Whether the API explains itself: introspection, query editor, "did you mean". Left out: unless only persisted operations are answered.',
      ),
  })
  .refine(({ access, cors }) => access === undefined || !cors.origins.includes('*'), {
    path: ['cors', 'origins'],
    error: 'with access control, name the origins: not every page may ask in the name of its reader',
  })

/** The settings of a server, complete. */
export type ServerSettings = z.infer<typeof settingsSchema>

/** The JSON Schema (draft 2020-12) of the settings' file, for editors. */
export const settingsJsonSchema = (): JsonSchema => ({
  ...z.toJSONSchema(settingsSchema, { io: 'input' }),
  title: 'Settings of a server',
  description: 'How tributary serve and tributary start serve API and site.',
})

/** What is so where nobody settles anything. */
export const usualSettings: ServerSettings = settingsSchema.parse({})

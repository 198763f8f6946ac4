import cors from 'cors'
import type { RequestHandler } from 'express'
import { z } from 'zod'

/** The settings of CORS. */
export const corsSchema = z
  .strictObject({
    origins: z
      .array(z.string().refine(isOrigin, 'Write an origin as browsers do: https://portal.example.org, or "*" for all.'))
      .default([])
      .describe('Origins whose pages may ask: https://portal.example.org. "*": all, unless there is access control.'),
    credentials: z
      .boolean()
      .default(false)
      .describe('Whether browsers may send their cookies and certificates, which a proxy asks for.'),
  })
  .refine(({ origins, credentials }) => !credentials || !origins.includes('*'), {
    path: ['credentials'],
    error: 'Name the origins: not every page may ask in the name of its reader.',
  })

/** Which other sites' pages may ask. */
export type CorsSettings = z.infer<typeof corsSchema>

function isOrigin(origin: string): boolean {
  return origin === '*' || (!origin.includes('*') && URL.parse(origin)?.origin === origin)
}

/** Lets pages of the named origins ask: answers their preflights, and tells their browsers that they may read. Of no others. */
export function crossOrigin({ origins, credentials }: CorsSettings): RequestHandler {
  return cors({
    origin: origins.includes('*') ? '*' : [...origins],
    credentials,
    methods: ['GET', 'HEAD', 'POST'],
    allowedHeaders: [
      'authorization',
      'content-type',
      'if-none-match',
      'apollo-require-preflight',
      'x-request-id',
      'traceparent',
      'tracestate',
    ],
    exposedHeaders: ['etag', 'retry-after', 'www-authenticate', 'x-request-id'],
    maxAge: 600,
  })
}

import { statSync } from 'node:fs'
import { join } from 'node:path'
import express, { Router } from 'express'
import type { RequestHandler } from 'express'
import { sitePolicy } from './access/policies.ts'
import type { Site } from './routes.ts'

/** A built site, and how it is served. */
interface ServedSite extends Site {
  /** Whether others are shown another site at the same addresses: nobody between may keep it. */
  readonly isPrivate: boolean
  /** Whether the query editor is served too. */
  readonly hasEditor: boolean
}

const cached = (hashed: boolean, isPrivate: boolean): string =>
  hashed
    ? `${isPrivate ? 'private' : 'public'}, max-age=31536000, immutable`
    : isPrivate
      ? 'private, no-cache'
      : 'no-cache'

/** The built site under its base path, with its own page for addresses that lead nowhere. */
export function staticSite({ folder, base, isPrivate, hasEditor }: ServedSite): Router {
  const router = Router()
  router.use((_, response, next) => {
    response.set('content-security-policy', sitePolicy)
    next()
  })
  // The site asks where the API is: published alone it answers itself that there is none.
  router.get(`${base}api.json`, (_, response) => {
    response
      .set('cache-control', isPrivate ? 'private, no-cache' : 'no-cache')
      .json({ graphql: '/graphql', editor: hasEditor ? '/graphiql/' : null })
  })
  const files = express.static(folder, {
    setHeaders: (response, path) => {
      // Files with a hash in their name never change; pages change with each build.
      const hashed = path.includes(join('/', '_astro', '/'))
      response.setHeader('cache-control', cached(hashed, isPrivate))
    },
  })
  router.use(base, whileReplaced(folder, files))
  if (base !== '/') router.get('/', (_, response) => response.redirect(base))
  router.use((request, response) => {
    response.status(404)
    if (request.accepts('html') !== 'html') response.type('text').send('Not found\n')
    else
      response.sendFile(join(folder, '404.html'), (error) => {
        if (error !== undefined && !response.headersSent) response.send('Not found')
      })
  })
  return router
}

/** How often a page is looked for again, and after how many milliseconds each time. */
const again = { times: 50, after: 20 }

/**
 * Serves files of a folder that a build may replace meanwhile: it does so by two renames, and between them there is none. What
 * is missed just then is looked for again.
 */
function whileReplaced(folder: string, files: RequestHandler): RequestHandler {
  const identity = (): number | undefined => statSync(folder, { throwIfNoEntry: false })?.ino
  return (request, response, next) => {
    const attempt = (left: number): void => {
      const before = identity()
      void files(request, response, (error?: unknown) => {
        const isReplaced = before === undefined || identity() !== before
        if (isReplaced && left > 0 && !response.headersSent) setTimeout(attempt, again.after, left - 1)
        else next(error)
      })
    }
    attempt(again.times)
  }
}

/** Stands where no site was built: says so. @param toEditor whether the start page leads to the query editor instead. */
export function noSite(toEditor: boolean): Router {
  const router = Router()
  if (toEditor) router.get('/', (_, response) => response.redirect('graphiql/'))
  router.use((_, response) => {
    response.status(404).type('text')
    response.send('There is no site here for you: "tributary build" makes it, and with --audience an audience’s.\n')
  })
  return router
}

import express, { Router } from 'express'
import type { RequestHandler } from 'express'
import type { Logger } from 'pino'
import { editorPolicy } from '../access/policies.ts'
import { editorFolder } from './editor-folder.ts'

/** The query editor, GraphiQL, with all its files: nothing of it comes from elsewhere. */
export function queryEditor(log: Logger): Router {
  const router = Router()
  let files: Promise<RequestHandler> | undefined
  router.use((request, response, next) => {
    // The page names its files beside it: they are found only with a slash at its end.
    const [path = '', search] = request.originalUrl.split('?', 2)
    if (request.path === '/' && !path.endsWith('/')) {
      response.redirect(`graphiql/${search === undefined ? '' : `?${search}`}`)
      return
    }
    files ??= serveEditor()
    files.then(
      (serve) => serve(request, response, next),
      (error: unknown) => {
        files = undefined
        log.error({ err: error }, 'the query editor could not be bundled')
        response.status(503).type('text').send('The query editor could not be made. The server’s log says why.\n')
      },
    )
  })
  return router
}

/** Stands where the query editor isn't served. */
export const noEditor: RequestHandler = (_, response) => {
  response.status(404).type('text').send('There is no query editor here: this API doesn’t explain itself.\n')
}

/** People who open the API itself in a browser get the editor; programs never see it. */
export const toEditor: RequestHandler = (request, response, next) => {
  const isPerson =
    request.method === 'GET' && request.query['query'] === undefined && request.accepts(['json', 'html']) === 'html'
  if (isPerson) response.redirect(request.originalUrl.endsWith('/') ? '../graphiql/' : 'graphiql/')
  else next()
}

async function serveEditor(): Promise<RequestHandler> {
  return express.static(await editorFolder(), {
    setHeaders(response, path) {
      // Files below assets/ carry a hash in their names; the page names the current ones.
      const isPage = path.endsWith('.html')
      response.setHeader('cache-control', isPage ? 'no-cache' : 'public, max-age=31536000, immutable')
      if (isPage) response.setHeader('content-security-policy', editorPolicy)
    },
  })
}

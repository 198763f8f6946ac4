import { join } from 'node:path'
import express, { Router } from 'express'

/** The built site under its base path, with its own page for addresses that lead nowhere. */
export function staticSite({ folder, base }: { readonly folder: string; readonly base: string }): Router {
  const router = Router()
  // The site asks where the API is: published alone it answers itself that there is none.
  router.get(`${base}api.json`, (_, response) => {
    response.set('cache-control', 'no-cache').json({ graphql: '/graphql', editor: '/graphiql/' })
  })
  router.use(
    base,
    express.static(folder, {
      setHeaders: (response, path) => {
        // Files with a hash in their name never change; pages change with each build.
        const hashed = path.includes(join('/', '_astro', '/'))
        response.setHeader('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    }),
  )
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

import { defineMiddleware } from 'astro:middleware'
import { buildInput } from './catalogue/build-input.ts'
import { linkTo } from './links.ts'
import { isNowhere } from './machines/beside-page.ts'
import { relativeAddresses } from './relative-addresses.ts'

/**
 * Finishes pages so that they work wherever they lie, on a server below any path or in a folder: their addresses lead from
 * page to page, and scripts, which the build makes classic (`classic-scripts.ts`), are asked for as such. The page for
 * addresses that lead nowhere is shown at any of them, so its own begin at the server's root.
 */
export const onRequest = defineMiddleware(async ({ url }, next) => {
  const response = await next()
  // Pages that aren't written are served as they are made, at the root, with scripts that are modules as in their files.
  if (buildInput().beside === undefined) return response
  if (response.headers.get('content-type')?.startsWith('text/html') !== true) return response
  const html = (await response.text()).replaceAll('<script type="module" src=', '<script defer src=')
  const page = isNowhere(url.pathname) ? html : relativeAddresses(html, decodeURI(url.pathname), linkTo({ page: '' }))
  return new Response(page, response)
})

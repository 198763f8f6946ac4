import { pageScriptHashes } from './page-scripts.ts'

const written = (directives: Readonly<Record<string, string>>): string =>
  Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ')

/** For answers that are no pages: nothing is loaded from them, and nobody shows them in a frame. */
export const dataPolicy = written({ 'default-src': "'none'", 'frame-ancestors': "'none'" })

/**
 * The Content Security Policy of a built site's pages: they load what lies beside them. Styles may stand in a page (the share
 * that a bar shows, words that stand in a cell on a phone), scripts only where we wrote them.
 */
export const sitePolicy = written({
  'default-src': "'none'",
  'script-src': ["'self'", ...pageScriptHashes].join(' '),
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' data:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'self'",
  'frame-ancestors': "'self'",
})

/** That of the query editor: its own files, and styles that Monaco writes while it runs. */
export const editorPolicy = written({
  'default-src': "'self'",
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' data:",
  'font-src': "'self' data:",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'self'",
})

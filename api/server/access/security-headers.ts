import type { IncomingMessage, ServerResponse } from 'node:http'
import type { RequestHandler } from 'express'
import helmet, { strictTransportSecurity } from 'helmet'
import { dataPolicy } from './policies.ts'

const always = helmet({
  // Pages bring policies of their own (`policies.ts`).
  contentSecurityPolicy: false,
  strictTransportSecurity: false,
  xFrameOptions: { action: 'sameorigin' },
})
const overTls = strictTransportSecurity()

/** What a page can do without: the whole site is read. */
const permissions = ['camera', 'geolocation', 'microphone', 'payment', 'usb', 'browsing-topics']
  .map((feature) => `${feature}=()`)
  .join(', ')

/** The headers that browsers keep readers safe by, on every answer: helmet's, and a policy under which nothing runs. */
export function safeHeaders(request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void): void {
  response.setHeader('content-security-policy', dataPolicy)
  response.setHeader('permissions-policy', permissions)
  always(request, response, next)
}

/** The same, and that a browser must come over TLS from now on, which is said only where it did: `request.secure`. */
export const securityHeaders: RequestHandler = (request, response, next) => {
  safeHeaders(request, response, (error) => {
    if (error === undefined && request.secure) overTls(request, response, next)
    else next(error)
  })
}

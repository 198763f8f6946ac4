import { HttpError } from '../http-error.ts'

/** `error` of RFC 6750: what is wrong with how a request says who asks. */
export type RefusalCode = 'invalid_request' | 'invalid_token' | 'insufficient_scope'

/** A request that isn't answered because of who asks, as RFC 6750 has it. Its words hold nothing of the token. */
export class Refusal extends HttpError {
  /**
   * @param code undefined where the request brings no token, and where the fault isn't the token's (503).
   * @param message goes into a header: plain ASCII without quotation marks.
   */
  constructor(status: keyof typeof graphqlCodes, code: RefusalCode | undefined, message: string) {
    const error = code === undefined ? '' : `, error="${code}", error_description="${message}"`
    const headers = status === 503 ? { 'retry-after': '5' } : { 'www-authenticate': `Bearer realm="tributary"${error}` }
    super(status, graphqlCodes[status], message, headers)
  }
}

/** As Apollo's clients know them. */
const graphqlCodes = {
  400: 'BAD_REQUEST',
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  503: 'SERVICE_UNAVAILABLE',
} as const

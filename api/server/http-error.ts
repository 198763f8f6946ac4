/** A request that the server doesn't take, told as GraphQL tells errors (`tellError`). */
export class HttpError extends Error {
  override readonly name = 'HttpError'
  readonly status: number
  readonly code: string
  readonly headers: Readonly<Record<string, string>>

  /** @param code for programs: `SERVICE_UNAVAILABLE`. @param message for people: what is the matter, and what to do. */
  constructor(status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message)
    this.status = status
    this.code = code
    this.headers = headers
  }
}

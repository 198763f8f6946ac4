import { randomUUID } from 'node:crypto'

/** What may stand in logs, headers and addresses as it is, and is no longer than somebody reads. */
const wellFormed = /^[\w.:=+/-]{1,128}$/

/** The id of a request: the one that it brings from a proxy where that is well-formed, otherwise a new one. */
export const requestId = (brought: string | readonly string[] | undefined): string =>
  typeof brought === 'string' && wellFormed.test(brought) ? brought : randomUUID()

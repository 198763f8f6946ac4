import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Request } from 'express'

/** How a body is packed on its way. */
export type Encoding = 'br' | 'gzip' | 'identity'

/** Below, packing gains nothing: bytes. */
const least = 1_024

/**
 * How hard brotli tries, of 11: as small as the hardest gzip in less time. The usual 11 takes a hundred times as long, which only
 * pays for files that are packed once and for all.
 */
export const brotliQuality = 4

/** The smallest form of a body that a client takes. */
export function encodingFor(request: Request, bytes: number): Encoding {
  if (bytes < least || request.headers['accept-encoding'] === undefined) return 'identity'
  if (request.acceptsEncodings('br') === 'br') return 'br'
  return request.acceptsEncodings('gzip') === 'gzip' ? 'gzip' : 'identity'
}

/** A body in an encoding, packed beside the event loop. */
export async function encoded(body: Buffer, encoding: Encoding): Promise<Buffer> {
  switch (encoding) {
    case 'br':
      return packBrotli(body, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: brotliQuality,
          [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
        },
      })
    case 'gzip':
      return packGzip(body)
    case 'identity':
      return body
  }
}

const packBrotli = promisify(brotliCompress)
const packGzip = promisify(gzip)

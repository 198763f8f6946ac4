import { constants } from 'node:zlib'
import compression from 'compression'
import type { RequestHandler } from 'express'
import { brotliQuality } from './encodings.ts'

/** Packs what is sent from here on as the client takes it, where that makes it smaller. */
export const packed: RequestHandler = compression({
  brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: brotliQuality } },
})

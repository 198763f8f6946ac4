import { ImportError } from '../imported.ts'

/** Larger files aren't read: an exchange file of 100,000 elements with all its views stays below. */
export const mostBytes = 100 * 1024 * 1024

/**
 * The text of an XML file in UTF-8 or UTF-16, with or without a byte order mark.
 * @param file its name, for messages.
 * @throws ImportError for a file that is too large or in another encoding.
 */
export function decodeXml(bytes: Uint8Array, file: string): string {
  if (bytes.length > mostBytes) {
    throw new ImportError(
      `${file} has ${Math.ceil(bytes.length / 1024 / 1024)} MB. At most ${mostBytes / 1024 / 1024} MB are read: export fewer views.`,
    )
  }
  const encoding = encodingOf(bytes)
  const declared = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)["']/.exec(
    new TextDecoder(encoding).decode(bytes.subarray(0, 400)),
  )?.[1]
  if (declared !== undefined && !/^utf-?(8|16(le|be)?)$|^us-ascii$/i.test(declared)) {
    throw new ImportError(`${file}:1 is in ${declared}. Save it as UTF-8: UTF-8 and UTF-16 are read.`)
  }
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw new ImportError(`${file} isn't ${encoding.toUpperCase()} throughout. Save it as UTF-8.`)
  }
}

/** By its byte order mark, or by the zero beside the first "<". */
function encodingOf([first, second]: Uint8Array): string {
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le'
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be'
  return 'utf-8'
}

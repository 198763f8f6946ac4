import { isAscii, isUtf8 } from 'node:buffer'

/**
 * Decodes a text piece by piece. A byte order mark says UTF-8 or UTF-16; without one it is UTF-8 until a byte shows
 * that it can't be, and Windows-1252 (Latin-1 with more signs) from there on: what came before is the same in both.
 */
export class GuessingDecoder {
  encoding = 'UTF-8'
  /** Whether some bytes are no text in its encoding: they are read as "�". */
  damaged = false
  #rest: Buffer = Buffer.alloc(0)
  #decoder: TextDecoder | undefined
  #begun = false
  #ascii = true

  decode(chunk: Buffer): string {
    if (!this.#begun) this.#begin(chunk)
    if (this.#decoder !== undefined) return this.#decoder.decode(chunk, { stream: true })
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk])
    const end = wholeUntil(bytes)
    this.#rest = bytes.subarray(end)
    return this.#utf8(bytes.subarray(0, end))
  }

  /** What is left when all is read. */
  end(): string {
    return this.#decoder === undefined ? this.#utf8(this.#rest) : this.#decoder.decode()
  }

  #begin(chunk: Buffer): void {
    this.#begun = true
    const [first, second] = chunk
    const wide = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : ''
    if (wide === '') return
    this.encoding = 'UTF-16'
    this.#decoder = new TextDecoder(wide)
  }

  #utf8(bytes: Buffer): string {
    const valid = isUtf8(bytes)
    if (valid || !this.#ascii || mostlyUtf8(bytes)) {
      this.damaged ||= !valid
      this.#ascii &&= isAscii(bytes)
      return bytes.toString('utf8').replace(/^\uFEFF/, '')
    }
    this.encoding = 'Windows-1252'
    this.#decoder = new TextDecoder('windows-1252')
    const all = Buffer.concat([bytes, this.#rest])
    this.#rest = Buffer.alloc(0)
    return this.#decoder.decode(all, { stream: true })
  }
}

/** Where the last character that is there as a whole ends. */
function wholeUntil(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) break
    if (byte < 0xc0) continue
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
    return length > back ? bytes.length - back : bytes.length
  }
  return bytes.length
}

/** Whether there is more good than bad in it: UTF-8 with some damage. */
function mostlyUtf8(bytes: Buffer): boolean {
  const [good, bad] = [/[^\0-\x7f\uFFFD]/g, /\uFFFD/g].map((signs) => bytes.toString('utf8').match(signs)?.length ?? 0)
  return (good ?? 0) > (bad ?? 0)
}

import { encoded } from './encodings.ts'
import type { Encoding } from './encodings.ts'

/** A complete answer as it is sent: the same bytes to whoever asks the same. */
export interface Answer {
  readonly contentType: string
  readonly body: Buffer
  /** The name of its operation, for the log. */
  readonly operation: string | undefined
}

/** What an answer takes beside its bytes, about. */
const overhead = 500

/** An answer in memory, with the packed forms that were asked for. */
interface Kept {
  readonly answer: Answer
  readonly forms: Map<Encoding, Promise<Buffer>>
  bytes: number
}

/**
 * Answers that are kept in memory until others need the room: those that weren't asked for longest go first. What tells them
 * apart is in their keys; an answer to something that is over is never asked for again, and goes by itself.
 */
export class Answers {
  readonly #mostBytes: number
  readonly #kept = new Map<string, Kept>()
  #bytes = 0

  /** @param mostBytes how much all of them may take; 0 keeps none. */
  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes
  }

  /** Whether any are kept at all. */
  get keeps(): boolean {
    return this.#mostBytes > 0
  }

  /** How much they take now, bytes. */
  get bytes(): number {
    return this.#bytes
  }

  /** The answer under a key. */
  get(key: string): Answer | undefined {
    const kept = this.#kept.get(key)
    if (kept === undefined) return undefined
    this.#kept.delete(key)
    this.#kept.set(key, kept)
    return kept.answer
  }

  /** Keeps an answer, unless it is too large beside all others. */
  keep(key: string, answer: Answer): void {
    const bytes = answer.body.length + overhead
    if (this.#kept.has(key) || bytes > this.#mostBytes / 4) return
    this.#kept.set(key, { answer, forms: new Map(), bytes })
    this.#count(bytes)
  }

  /** The body of an answer in an encoding; packed once where it is kept under the key. */
  async form(key: string, { body }: Answer, encoding: Encoding): Promise<Buffer> {
    if (encoding === 'identity') return body
    const kept = this.#kept.get(key)
    if (kept === undefined) return encoded(body, encoding)
    const known = kept.forms.get(encoding)
    if (known !== undefined) return known
    const packing = encoded(body, encoding)
    kept.forms.set(encoding, packing)
    const packed = await packing
    if (this.#kept.get(key) === kept) {
      kept.bytes += packed.length
      this.#count(packed.length)
    }
    return packed
  }

  #count(bytes: number): void {
    this.#bytes += bytes
    for (const [key, oldest] of this.#kept) {
      if (this.#bytes <= this.#mostBytes) return
      this.#kept.delete(key)
      this.#bytes -= oldest.bytes
    }
  }
}

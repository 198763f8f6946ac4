import { foldName } from '../representation.ts'
import type { JsonValue } from '../store/store.ts'

/** Words that give an item away, and the item. */
export interface Phrase {
  readonly text: string
  readonly id: string
}

/**
 * Finds mentions of items in texts: their ids, names and whatever else they are called, as whole words, whatever their
 * case, diacritics and punctuation: "c-104", "C 104" and "C/104" are one. It takes time by the length of the text,
 * however many phrases there are.
 */
export class Mentions {
  /** Phrases by their first word. */
  readonly #phrases = new Map<string, { readonly words: readonly string[]; readonly id: string }[]>()

  /** @param allowed texts that are no mention, though a phrase has the same words: names that are public anyway. */
  constructor(phrases: Iterable<Phrase>, allowed: Iterable<string> = []) {
    const harmless = new Set([...allowed].map((text) => wordsOf(text).join(' ')))
    const seen = new Set<string>()
    for (const { text, id } of phrases) {
      const words = wordsOf(text)
      const [first] = words
      const key = words.join(' ')
      if (first === undefined || harmless.has(key) || seen.has(key)) continue
      seen.add(key)
      const others = this.#phrases.get(first)
      if (others === undefined) this.#phrases.set(first, [{ words, id }])
      else others.push({ words, id })
    }
  }

  /** The id of an item that a value mentions in any of its texts; undefined when it mentions none. */
  in(value: JsonValue | undefined): string | undefined {
    if (this.#phrases.size === 0 || value === undefined || value === null) return undefined
    if (typeof value === 'string') return this.#inText(value) ?? this.#inText(decoded(value))
    if (typeof value !== 'object') return undefined
    for (const part of Object.values<JsonValue>(value)) {
      const found = this.in(part)
      if (found !== undefined) return found
    }
    return undefined
  }

  #inText(text: string | undefined): string | undefined {
    if (text === undefined) return undefined
    const words = wordsOf(text)
    for (const [at, word] of words.entries()) {
      const found = this.#phrases.get(word)?.find((phrase) => phrase.words.every((each, i) => words[at + i] === each))
      if (found !== undefined) return found.id
    }
    return undefined
  }
}

const wordsOf = (text: string): string[] => foldName(text).match(/[\p{L}\p{N}]+/gu) ?? []

/** What an address or a text with entities says in plain letters; undefined where that is nothing else. */
function decoded(text: string): string | undefined {
  if (!/%[0-9a-f]{2}|&#/i.test(text)) return undefined
  const plain = text.replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));?/gi, (entity, hex?: string, decimal?: string) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : entity
  })
  return plain.replace(/(?:%[0-9a-f]{2})+/gi, (escaped) => {
    try {
      return decodeURIComponent(escaped)
    } catch {
      return escaped
    }
  })
}

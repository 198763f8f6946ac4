/** Words that pages explain, and where. */
export interface Term {
  /** Where it is explained: a page leads there once, whatever it is called. */
  readonly href: string
  /** The name or another name of it. */
  readonly words: string
  /** It counts only as it is written: an abbreviation such as SVS. */
  readonly exact?: boolean
}

/** A text in parts: plain ones, and those that lead to where they are explained. */
export type TermPart = string | { readonly href: string; readonly text: string }

/** One step of the way through the words of all terms. */
interface Branch {
  readonly next: Map<string, Branch>
  /** The terms that end here. */
  readonly terms: Term[]
}

/**
 * All terms, ready to be found in texts. They are kept as a tree of words, so that looking through a text costs as many
 * steps as it has words, times the words of the longest term: however many terms there are.
 */
export class Terms {
  readonly #root: Branch = branch()

  constructor(terms: Iterable<Term>) {
    for (const term of terms) {
      const words = wordsOf(term.words).map(({ text }) => folded(text))
      const last = words.at(-1)
      if (last === undefined) continue
      this.#add(words, term)
      // English adds an s for many: "value streams" is the term "value stream".
      if (term.exact !== true && /\p{L}$/u.test(last) && !last.endsWith('s')) {
        this.#add([...words.slice(0, -1), `${last}s`], term)
      }
    }
  }

  #add(words: readonly string[], term: Term): void {
    let at = this.#root
    for (const word of words) {
      const next = at.next.get(word) ?? branch()
      at.next.set(word, next)
      at = next
    }
    at.terms.push(term)
  }

  /** The terms in a text from left to right: whole words, the longest that begins at a word; none overlaps another. */
  find(text: string): { readonly start: number; readonly end: number; readonly term: Term }[] {
    const words = wordsOf(text)
    const found: { start: number; end: number; term: Term }[] = []
    for (let first = 0; first < words.length; first += 1) {
      const longest = this.#longestAt(text, words, first)
      if (longest === undefined) continue
      found.push(longest.found)
      first = longest.last
    }
    return found
  }

  #longestAt(
    text: string,
    words: readonly Word[],
    first: number,
  ): { last: number; found: { start: number; end: number; term: Term } } | undefined {
    const start = words[first]?.start ?? 0
    let at: Branch | undefined = this.#root
    let longest: ReturnType<Terms['find']>[number] | undefined
    let last = first
    for (let i = first; i < words.length; i += 1) {
      const word = words[i]
      if (word === undefined || (i > first && !isGap(text.slice(words[i - 1]?.end, word.start)))) break
      at = at.next.get(folded(word.text))
      if (at === undefined) break
      const written = text.slice(start, word.end)
      const term = at.terms.find(({ exact, words: said }) => exact !== true || said === written)
      if (term === undefined) continue
      longest = { start, end: word.end, term }
      last = i
    }
    return longest && { last, found: longest }
  }
}

/** The terms of one page: each is linked once, where it is first used, and the page's own item never. */
export class PageTerms {
  readonly #terms: Terms
  readonly #seen: Set<string>

  /** @param own where the page itself stands: it never leads to itself. */
  constructor(terms: Terms, own: string) {
    this.#terms = terms
    this.#seen = new Set([own])
  }

  /** Takes note of a link that somebody wrote: a second one beside it would be too much. */
  leadsTo(href: string): void {
    this.#seen.add(href)
  }

  /** A text in parts, in order: joined they are the text. */
  split(text: string): TermPart[] {
    const parts: TermPart[] = []
    let from = 0
    for (const { start, end, term } of this.#terms.find(text)) {
      if (this.#seen.has(term.href)) continue
      this.#seen.add(term.href)
      if (start > from) parts.push(text.slice(from, start))
      parts.push({ href: term.href, text: text.slice(start, end) })
      from = end
    }
    if (from < text.length) parts.push(text.slice(from))
    return parts
  }
}

interface Word {
  readonly text: string
  readonly start: number
  readonly end: number
}

const wordsOf = (text: string): Word[] =>
  [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(({ 0: word, index }) => ({
    text: word,
    start: index,
    end: index + word.length,
  }))

const folded = (word: string): string => word.normalize('NFC').toLowerCase()

/** What may stand between two words of a term: spaces, a line break, a hyphen. A full stop ends it. */
const isGap = (between: string): boolean => /^(?:\s+|[-\u2010\u2011])$/.test(between)

const branch = (): Branch => ({ next: new Map(), terms: [] })

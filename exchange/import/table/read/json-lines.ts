/** Places of entries in JSON text: the lines in which the entries of a list or a mapping begin, in order. */
export function jsonEntryLines(text: string, path: readonly string[]): number[] {
  const scanner = new Scanner(text)
  scanner.entries(path)
  return scanner.lines
}

/** Follows brackets and strings of JSON that is known to be right. */
class Scanner {
  readonly lines: number[] = []
  readonly #text: string
  #at = 0
  #line = 1
  #counted = 0

  constructor(text: string) {
    this.#text = text
  }

  entries(path: readonly string[]): void {
    this.#space()
    const [part, ...rest] = path
    const open = this.#text.charAt(this.#at)
    if (open !== '[' && open !== '{') {
      this.#value()
      return
    }
    this.#at += 1
    while (this.#hasMore()) {
      const begins = this.#at
      const key = open === '{' ? this.#key() : undefined
      this.#space()
      if (part === undefined) {
        this.lines.push(this.#lineAt(begins))
        this.#value()
      } else if (open === '[') this.entries(path)
      else if (part === '*' || key === part) this.entries(rest)
      else this.#value()
      this.#space()
      if (this.#text.charAt(this.#at) === ',') this.#at += 1
    }
    this.#at += 1
  }

  /** Whether the list or mapping goes on. */
  #hasMore(): boolean {
    this.#space()
    return !/[\]}]/.test(this.#text.charAt(this.#at))
  }

  #key(): string {
    const from = this.#at
    this.#string()
    const key = JSON.parse(this.#text.slice(from, this.#at)) as string
    this.#space()
    this.#at += 1
    return key
  }

  #value(): void {
    let depth = 0
    do {
      const sign = this.#text.charAt(this.#at)
      if (sign === '"') this.#string()
      else {
        if (sign === '{' || sign === '[') depth += 1
        else if (sign === '}' || sign === ']') depth -= 1
        this.#at += 1
      }
    } while (this.#at < this.#text.length && (depth > 0 || !/[,\]}]/.test(this.#text.charAt(this.#at))))
  }

  #string(): void {
    for (this.#at += 1; this.#text.charAt(this.#at) !== '"'; this.#at += 1) {
      if (this.#text.charAt(this.#at) === '\\') this.#at += 1
    }
    this.#at += 1
  }

  #space(): void {
    while (/\s/.test(this.#text.charAt(this.#at))) this.#at += 1
  }

  #lineAt(offset: number): number {
    for (; this.#counted < offset; this.#counted += 1) {
      if (this.#text.charCodeAt(this.#counted) === 10) this.#line += 1
    }
    return this.#line
  }
}

/** Keeps which cells were taken as empty though something stands in them: they are told, not dropped silently. */
export class Emptied {
  readonly #records = new Map<string, Map<string, Set<string>>>()

  /** Notes a text that stands for nothing. However often a cell is read, it counts once. */
  add(column: string, text: string, record: string): void {
    const texts = this.#records.get(column) ?? new Map<string, Set<string>>()
    this.#records.set(column, texts)
    const records = texts.get(text) ?? new Set()
    texts.set(text, records)
    records.add(record)
  }

  /** One note with every text by its column, how many rows have it, and the first of them; none where there is nothing to tell. */
  notes(): string[] {
    const columns = [...this.#records].map(([column, texts]) => {
      const told = [...texts].map(([text, records]) => {
        const [first = ''] = records
        return `"${text}" (${records.size === 1 ? first : `${records.size} rows, first ${first}`})`
      })
      return `${column} ${told.join(', ')}`
    })
    return columns.length === 0
      ? []
      : [
          `Taken as empty: ${columns.join('; ')}. Where one says something, say in the mapping what: words: {'??': Unknown}.`,
        ]
  }
}

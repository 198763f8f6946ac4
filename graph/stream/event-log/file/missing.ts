/** What systems write where they know nothing. */
const standIn = /^(?:\?+|[-–—]+|null|\(null\)|nil|none|\\n|n\/a|#n\/a|na|nan|nat|undefined|\(?empty\)?|\(?blank\)?)$/i

/** Reads values of a log, takes stand-ins such as "?" and "NULL" for missing, and remembers them. */
export class MissingValues {
  /** How often each was there. */
  readonly found = new Map<string, number>()

  /** The value without space around it; empty where it is missing. */
  read(value: string | undefined): string {
    const text = value?.trim() ?? ''
    if (text.length > 11 || !standIn.test(text)) return text
    this.found.set(text, (this.found.get(text) ?? 0) + 1)
    return ''
  }
}

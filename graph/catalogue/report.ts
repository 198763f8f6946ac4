import type { Finding, Place, Severity } from './finding.ts'

/** How many findings of a run are given a suggestion. */
const mostSuggestions = 200

/** Gathers findings while a catalogue is read: every problem, not the first. */
export class Report {
  readonly findings: Finding[] = []
  #suggestions = 0

  /** Adds an error. */
  error(
    rule: string,
    place: Place,
    message: string,
    more: { hint?: string | undefined; item?: string | undefined } = {},
  ): void {
    this.add('error', rule, place, message, more)
  }

  /** Adds a finding of any severity. */
  add(
    severity: Severity,
    rule: string,
    place: Place,
    message: string,
    more: { hint?: string | undefined; item?: string | undefined } = {},
  ): void {
    this.findings.push({
      rule,
      severity,
      message,
      place,
      ...(more.hint === undefined ? {} : { hint: more.hint }),
      ...(more.item === undefined ? {} : { item: more.item }),
    })
  }

  /**
   * What was probably meant, for one finding. It takes a while to find, so only the first ones of a run get it: who has
   * more of them has made one mistake many times.
   */
  suggestion(find: () => string | undefined): string | undefined {
    this.#suggestions += 1
    return this.#suggestions > mostSuggestions ? undefined : find()
  }

  /** Whether nothing may be loaded. */
  get hasErrors(): boolean {
    return this.findings.some((finding) => finding.severity === 'error')
  }
}

import type { Finding, Fix, Place, Severity } from './finding.ts'
import type { ReadingRule } from './reading-rules.ts'

/** How many findings of a run are given a suggestion. */
const mostSuggestions = 200

/** What a finding may say besides its message. */
interface More {
  readonly hint?: string | undefined
  readonly item?: string | undefined
  readonly fix?: Fix | undefined
}

/** Gathers findings while a catalogue is read: every problem, not the first. */
export class Report {
  #findings: Finding[] = []
  #suggestions = 0

  /** What was found so far, in the order in which it was found. */
  get findings(): readonly Finding[] {
    return this.#findings
  }

  /** Adds an error: something that can't be read. */
  error(rule: ReadingRule, place: Place, message: string, more: More = {}): void {
    this.add('error', rule, place, message, more)
  }

  /** Adds a finding of any severity. */
  add(severity: Severity, rule: string, place: Place, message: string, more: More = {}): void {
    this.#findings.push({
      rule,
      severity,
      message,
      place,
      ...(more.hint === undefined ? {} : { hint: more.hint }),
      ...(more.item === undefined ? {} : { item: more.item }),
      ...(more.fix === undefined ? {} : { fix: more.fix }),
    })
  }

  /**
   * What was probably meant, for one finding. It takes a while to find, so only the first ones of a run get it: who has
   * more of them has made one mistake many times.
   */
  suggestion<Found = string>(find: () => Found | undefined): Found | undefined {
    this.#suggestions += 1
    return this.#suggestions > mostSuggestions ? undefined : find()
  }

  /** Adds findings of another run. */
  addAll(findings: readonly Finding[]): void {
    this.#findings.push(...findings)
  }

  /** Says of every finding so far who can mend it. */
  nameOwners(ownerOf: (finding: Finding) => string | undefined): void {
    this.#findings = this.#findings.map((finding) => {
      const owner = ownerOf(finding)
      return owner === undefined ? finding : { ...finding, owner }
    })
  }

  /** Whether nothing may be loaded. */
  get hasErrors(): boolean {
    return this.#findings.some((finding) => finding.severity === 'error')
  }
}

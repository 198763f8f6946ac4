import type { Finding, Place, Severity } from './finding.ts'

/** Gathers findings while a catalogue is read: every problem, not the first. */
export class Report {
  readonly findings: Finding[] = []

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

  /** Whether nothing may be loaded. */
  get hasErrors(): boolean {
    return this.findings.some((finding) => finding.severity === 'error')
  }
}

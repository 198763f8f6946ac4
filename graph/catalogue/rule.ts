import { modulesIn } from '../modules-in.ts'
import type { Fix, Place, Severity } from './finding.ts'
import type { View } from './view.ts'

/**
 * A validation rule: one file in `rules/`, which exports it as `rule`. The file is all that a new rule takes.
 */
export interface Rule {
  /** In kebab-case; the file has the same name. */
  readonly name: string
  /** What it looks for and why that matters, for people who set its severity. */
  readonly description: string
  /** How much its findings matter unless the configuration says otherwise. */
  readonly severity: Severity
  /** Finds everything that breaks the rule, in any order. */
  readonly check: (view: View) => Iterable<RuleFinding>
}

/** What a rule found. */
export interface RuleFinding {
  readonly message: string
  /** What to do about it. */
  readonly hint?: string | undefined
  readonly place: Place
  /** Id of the item that it is about. */
  readonly item?: string
  /** What mends it, where that is clear. */
  readonly fix?: Fix | undefined
}

/** Every rule there is, by name. */
export async function allRules(): Promise<Rule[]> {
  const modules = await modulesIn<{ rule: Rule }>(new URL('./rules/', import.meta.url))
  return modules.map((each) => each.rule).sort((a, b) => (a.name < b.name ? -1 : 1))
}

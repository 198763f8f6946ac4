import { realpathSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Finding } from '../../graph/catalogue/finding.ts'
import { readCatalogue } from '../../graph/catalogue/read-catalogue.ts'
import { readingRules } from '../../graph/catalogue/reading-rules.ts'
import type { Rule } from '../../graph/catalogue/rule.ts'
import { suggest } from '../../graph/catalogue/suggest.ts'
import { writeFiles } from '../write-files.ts'
import { planFixes } from './plan-fixes.ts'

/** So many times a catalogue is mended and read again: what is behind a file that couldn't be read is found the next time. */
const mostRounds = 20

/** Findings were to be mended of a rule that there isn't. */
export class UnknownRuleError extends Error {
  override readonly name = 'UnknownRuleError'

  constructor(rule: string, names: readonly string[]) {
    super(`There is no rule "${rule}". ${suggest(rule, names) ?? `There are ${names.join(', ')}.`}`)
  }
}

/** How a catalogue is mended. */
export interface FixOptions {
  /** Only findings of these rules, with what is likely there too; left out: all that is certain, of any rule. */
  readonly rules?: readonly string[]
  /** The day for which it is checked; today when left out. */
  readonly today?: string
}

/**
 * Mends what a catalogue's findings say how to mend, in its own files, until nothing more is to be done. Doing it again
 * changes nothing.
 * @returns the findings that were mended, in order.
 * @throws UnknownRuleError for a rule that is neither Tributary's nor a plug-in's; then nothing is mended.
 */
export async function fixCatalogue(folder: string, { rules, today }: FixOptions = {}): Promise<Finding[]> {
  const root = resolve(folder)
  const fixed: Finding[] = []
  for (let round = 0; round < mostRounds; round += 1) {
    const { findings, config, rules: known } = await readCatalogue(root, today === undefined ? {} : { today })
    requireRules(rules ?? [], known)
    const plan = planFixes(findings, { folder: root, ownLayer: config?.name, rules })
    if (plan.fixed.length === 0) return fixed
    writeFiles(plan.changes.map((change) => ({ ...change, path: realpathSync(change.path) })))
    fixed.push(...plan.fixed)
  }
  return fixed
}

function requireRules(wanted: readonly string[], rules: readonly Rule[]): void {
  const names = [...rules.map(({ name }) => name), ...Object.keys(readingRules)].sort()
  const unknown = wanted.find((name) => !names.includes(name))
  if (unknown !== undefined) throw new UnknownRuleError(unknown, names)
}

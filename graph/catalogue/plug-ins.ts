import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Place } from './finding.ts'
import { severities } from './finding.ts'
import type { Report } from './report.ts'
import type { Rule } from './rule.ts'

/** A file that a catalogue names under `plugins`, as a module. It exports a rule, or several. */
export interface PlugIn {
  readonly rule?: Rule
  readonly rules?: readonly Rule[]
}

/** A plug-in as a configuration names it. */
export interface NamedPlugIn {
  /** From the layer's folder: `plugins/no-orphans.js`. */
  readonly file: string
  /** Where it is named. */
  readonly place: Place
}

/**
 * Loads the rules of plug-ins. They are code of whoever writes the catalogue, and run as such: nothing is loaded that the
 * configuration doesn't name. What can't be loaded, or is no rule, is reported where it is named.
 * @param taken names of rules that there are.
 */
export async function plugInRules(
  folder: string,
  named: readonly NamedPlugIn[],
  taken: ReadonlySet<string>,
  report: Report,
): Promise<Rule[]> {
  const rules: Rule[] = []
  for (const { file, place } of named) {
    const found = await load(resolve(folder, file), { file, place }, report)
    for (const rule of found) {
      const wrong = isRule(rule)
        ? taken.has(rule.name) || rules.some(({ name }) => name === rule.name)
          ? `There is a rule "${rule.name}" already.`
          : undefined
        : 'A rule has a name in kebab-case, a description, a severity and a function "check".'
      if (wrong === undefined) rules.push(guarded(rule, place, report))
      else report.error('plugin', place, `${file} exports a rule that can't be used. ${wrong}`, { hint })
    }
  }
  return rules
}

const hint = 'See how Tributary’s own rules are written: graph/catalogue/rules/missing-owner.ts.'

async function load(path: string, { file, place }: NamedPlugIn, report: Report): Promise<readonly Rule[]> {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat?.isFile() !== true) {
    report.error('plugin', place, `There is no file "${file}".`, { hint: 'Plug-ins are named from this folder.' })
    return []
  }
  try {
    // A module is loaded once: a file that was changed meanwhile is another one.
    const address = `${pathToFileURL(path).href}?changed=${String(stat.mtimeMs)}`
    const { rule, rules = [] } = (await import(address)) as PlugIn
    const found = rule === undefined ? rules : [rule, ...rules]
    if (found.length === 0) {
      report.error('plugin', place, `${file} exports no rule.`, {
        hint: `Export one as "rule", several as "rules". ${hint}`,
      })
    }
    return found
  } catch (error) {
    report.error('plugin', place, `${file} can't be loaded: ${messageOf(error)}`)
    return []
  }
}

/** What somebody else's module exports may be anything. */
function isRule(given: Partial<Rule> | null): given is Rule {
  return (
    typeof given?.name === 'string' &&
    /^[a-z0-9]+(-[a-z0-9]+)*$/.test(given.name) &&
    typeof given.description === 'string' &&
    severities.some((each) => each === given.severity) &&
    typeof given.check === 'function'
  )
}

/** What somebody else's code throws is a problem of the catalogue, and no reason to end. */
const guarded = (rule: Rule, place: Place, report: Report): Rule => ({
  ...rule,
  *check(view) {
    try {
      yield* rule.check(view)
    } catch (error) {
      report.error('plugin', place, `The rule "${rule.name}" failed: ${messageOf(error)}`)
    }
  },
})

/** What somebody else's code threw, in a line. */
const messageOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''

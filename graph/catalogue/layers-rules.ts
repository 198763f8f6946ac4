import type { Config } from './layer.ts'
import { plugInRules } from './plug-ins.ts'
import type { ReadLayer } from './read-layers.ts'
import { readingRules } from './reading-rules.ts'
import type { Report } from './report.ts'
import { allRules } from './rule.ts'
import type { Rule } from './rule.ts'
import { suggest } from './suggest.ts'
import type { View } from './view.ts'

/** Tributary's own rules and those of the layers' plug-ins. Settings of others are reported. */
export async function rulesOf(layers: readonly ReadLayer[], report: Report): Promise<Rule[]> {
  const rules = await allRules()
  for (const { layer, read } of layers) {
    const named = read.config.plugins.map((file, index) => ({ file, place: read.placeOf('plugins', index) }))
    rules.push(
      ...(await plugInRules(
        layer.folder,
        named,
        new Set([...rules.map(({ name }) => name), ...Object.keys(readingRules)]),
        report,
      )),
    )
  }
  const names = rules.map(({ name }) => name)
  for (const { read } of layers) {
    for (const [name, place] of read.rulePlaces) {
      if (names.includes(name)) continue
      report.error('config', place, `There is no rule "${name}" whose severity can be set.`, {
        hint: suggest(name, names) ?? `There are ${names.join(', ')}.`,
      })
    }
  }
  return rules
}

/**
 * Asks every rule that the configuration doesn’t switch off, and reports what it finds.
 * @param onRule told before each how many have been asked.
 */
export function applyRules(
  rules: readonly Rule[],
  view: View,
  config: Config,
  report: Report,
  onRule?: (done: number, of: number) => void,
): void {
  for (const [index, rule] of rules.entries()) {
    onRule?.(index, rules.length)
    const severity = config.rules[rule.name] ?? rule.severity
    if (severity === 'off') continue
    for (const found of rule.check(view)) report.add(severity, rule.name, found.place, found.message, found)
  }
}

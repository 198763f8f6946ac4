import { isMap, isScalar } from 'yaml'
import { severities } from './finding.ts'
import type { Severity } from './finding.ts'
import type { Config } from './layer.ts'
import type { Field, FieldReader } from './read-fields.ts'
import { suggest } from './suggest.ts'

/** The entries of `rules`, one a rule; none where it is no mapping. That was reported. */
export function ruleFieldsOf(field: Field | undefined, reader: FieldReader): Field[] {
  if (field?.value === undefined) return []
  if (isMap(field.value)) return reader.fields(field.value)
  reader.wrongType(field.value, '"rules" takes a mapping of rules and severities')
  return []
}

/** The severities that they set. A word that is none is reported; whether there are such rules, plug-ins decide. */
export function ruleSeverities(fields: readonly Field[], reader: FieldReader): Config['rules'] {
  const rules: Record<string, Severity | 'off'> = {}
  const words: readonly string[] = [...severities, 'off']
  for (const { name, place, value } of fields) {
    const severity = isScalar(value) ? String(value.value) : ''
    if (!words.includes(severity)) {
      reader.error('config', place, `"${name}" takes one of ${words.join(', ')}.`, suggest(severity, words))
    } else rules[name] = severity as Severity | 'off'
  }
  return rules
}

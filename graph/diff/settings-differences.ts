import { createHash } from 'node:crypto'
import type { JsonValue } from '../store/store.ts'
import type { FieldDifference } from './item-differences.ts'
import type { Settings } from './side.ts'

/** What differs of what the catalogues say of themselves: title, calendar, site, its files, audiences; by name. */
export function settingsDifferences(before: Settings, after: Settings): FieldDifference[] {
  const [was, is] = [flat(before), flat(after)]
  const names = [...new Set([...was.keys(), ...is.keys()])].sort()
  return names.flatMap((field): FieldDifference[] => {
    const [old, now] = [was.get(field), is.get(field)]
    if (JSON.stringify(old) === JSON.stringify(now)) return []
    return [{ field, ...(old === undefined ? {} : { before: old }), ...(now === undefined ? {} : { after: now }) }]
  })
}

function flat({ name, title, calendar, site: { files = [], ...site }, audiences }: Settings): Map<string, JsonValue> {
  const all: [string, JsonValue | undefined][] = [
    ['name', name],
    ['title', title],
    ...Object.entries(calendar).map(([key, value]): [string, JsonValue] => [`calendar.${key}`, value as number]),
    ...Object.entries(site).map(([key, value]): [string, JsonValue] => [`site.${key}`, value]),
    // Nobody reads what is in pictures and fonts.
    ...files.map(({ path, content, base64 }): [string, JsonValue] => [
      `site/${path}`,
      base64 === true ? `SHA-256 ${createHash('sha256').update(content).digest('hex').slice(0, 12)}` : content,
    ]),
    ...audiences.map((audience): [string, JsonValue] => [
      `audiences.${audience.name}`,
      JSON.parse(JSON.stringify(audience)) as JsonValue,
    ]),
  ]
  return new Map(all.flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])))
}

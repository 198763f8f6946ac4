import type { FileValue } from './imported.ts'

/** The way to a part of an item's fields: names of fields and parts, indexes of entries. */
export type Path = readonly (string | number)[]

/** The value at the end of a path. */
export function valueAt(value: FileValue | undefined, [step, ...rest]: Path): FileValue | undefined {
  if (step === undefined) return value
  if (typeof value !== 'object' || value === null) return undefined
  const part = Object.entries(value).find(([name]) => name === String(step))?.[1]
  return valueAt(part, rest)
}

/** Fields without the parts at the ends of these paths; a list that loses all its entries goes too. */
export function cutAt(
  fields: Readonly<Record<string, FileValue>>,
  paths: readonly Path[],
): Readonly<Record<string, FileValue>> {
  return (without(fields, paths) ?? {}) as Readonly<Record<string, FileValue>>
}

function without(value: FileValue, paths: readonly Path[]): FileValue | undefined {
  if (paths.length === 0 || typeof value !== 'object' || value === null) return value
  if (paths.some((path) => path.length === 0)) return undefined
  const entries = Object.entries(value).flatMap(([name, part]: [string, FileValue]) => {
    const inner = paths.filter(([step]) => String(step) === name).map(([, ...rest]) => rest)
    const kept = inner.some((path) => path.length === 0) ? undefined : without(part, inner)
    return kept === undefined ? [] : [[name, kept] as const]
  })
  if (!Array.isArray(value)) return Object.fromEntries(entries)
  return entries.length === 0 ? undefined : entries.map(([, part]) => part)
}

/** What people call the part: its names, without indexes. */
export const namedPart = (path: Path): string => path.filter((step) => typeof step === 'string').join('.')

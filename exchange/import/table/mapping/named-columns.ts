import type { SourceMapping } from './mapping.ts'

/** Columns that a mapping names, and whatever else could be one: enough to tell headings from other rows. */
export function namedColumns({ items, fill = [] }: SourceMapping): string[] {
  const found = new Set<string>(fill)
  const walk = (value: unknown): void => {
    if (typeof value === 'string') {
      found.add(value)
      for (const [, column = ''] of value.matchAll(/\{([^{}]+)\}/g)) found.add(column)
    } else if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) walk(each)
  }
  for (const { id, when = {}, each, fields = {} } of items) {
    for (const column of Object.keys(when)) found.add(column)
    walk([id, each, fields])
  }
  return [...found]
}

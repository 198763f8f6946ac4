import { stringify } from 'yaml'

/**
 * An answer as people and language models read it: what it comes to, then everything in it as YAML, without what is empty;
 * items are written "Name (id)".
 */
export function answerText(lead: string, data: unknown): string {
  return `${lead}\n\n${readableYaml(data)}`.trim()
}

/** Data as YAML, without what is empty; nothing where all of it is. */
export function readableYaml(data: unknown): string {
  const kept = readable(data)
  return kept === undefined ? '' : stringify(kept, { lineWidth: 0 })
}

/** Shares and times are worked out in binary: nobody wants to read their last digits. */
const digits = 10

function readable(value: unknown): unknown {
  if (value === null || value === undefined) return undefined
  if (Array.isArray(value)) {
    const kept = value.map(readable).filter((each) => each !== undefined)
    return kept.length === 0 ? undefined : kept
  }
  if (typeof value === 'number') return Number(value.toPrecision(digits))
  if (typeof value !== 'object') return value
  const { id, name, ...others } = value as Record<string, unknown>
  if (typeof id === 'string' && typeof name === 'string') {
    const said = `${name} (${id})`
    return Object.keys(others).length === 0 ? said : { item: said, ...entries(others) }
  }
  const kept = entries(value as Record<string, unknown>)
  return Object.keys(kept).length === 0 ? undefined : kept
}

const entries = (value: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(value).flatMap(([field, each]) => {
      const kept = readable(each)
      return kept === undefined ? [] : [[field, kept]]
    }),
  )

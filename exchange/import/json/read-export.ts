import { readFileSync, statSync } from 'node:fs'
import { ImportError } from '../imported.ts'

/** Name and version of the shape that is read: what an export writes and a site publishes. */
export const format = 'tributary-catalogue/1'

/** Largest file that is read: 256 MiB. */
const largest = 256 * 1024 * 1024

/** A mapping of the file: its members may have any name, and are only looked up as its own. */
export type Json = Readonly<Record<string, unknown>>

/** An exported catalogue, as far as its shape could be made sure of. */
export interface Export {
  readonly items: readonly unknown[]
  /** How long its working days and weeks are. */
  readonly calendar: unknown
}

/** Whether a value is a mapping. */
export const isMapping = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A member of a mapping; undefined where it has none of its own. */
export const member = (value: unknown, name: string): unknown =>
  isMapping(value) && Object.hasOwn(value, name) ? value[name] : undefined

/** Reads an exported catalogue. @throws ImportError for anything else. */
export function readExport(path: string): Export {
  const read = parse(path)
  const written = member(read, 'format')
  const items = member(read, 'items')
  if (written !== format || !Array.isArray(items)) {
    throw new ImportError(
      `${path} is no catalogue as "tributary export json" writes it: its "format" is ${written === undefined ? 'missing' : JSON.stringify(written)}, not "${format}".`,
    )
  }
  return { items: items as readonly unknown[], calendar: member(read, 'calendar') }
}

function parse(path: string): unknown {
  try {
    if (statSync(path).size > largest) {
      throw new ImportError(`${path} is larger than 256 MiB: export fewer items, or import it in parts.`)
    }
    return JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''))
  } catch (error) {
    if (error instanceof ImportError) throw error
    if (error instanceof SyntaxError) {
      throw new ImportError(`${path} is no JSON. Give what "tributary export json" wrote, or a site's catalogue.json.`)
    }
    throw new ImportError(`${path} can't be read: ${error instanceof Error ? error.message : String(error)}`)
  }
}

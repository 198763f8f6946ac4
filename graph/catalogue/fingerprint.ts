import { createHash } from 'node:crypto'
import type { Finding } from './finding.ts'

/** What tells findings apart though files change: the rule, what it is about, and what it says. */
export type Fingerprinted = Pick<Finding, 'rule' | 'item' | 'message'> & {
  readonly place: Pick<Finding['place'], 'layer' | 'file'>
}

/**
 * The same for the same problem of the same item, wherever in its file, and wherever its file, has moved since: 16
 * characters. A finding that names no item is known by its file.
 */
export function fingerprintOf({ rule, item, message, place }: Fingerprinted): string {
  const about = item ?? `${place.layer}:${place.file}`
  const said = message.replaceAll(/\b(line|column) \d+/g, '$1')
  return createHash('sha256').update([rule, about, said].join('\0')).digest('hex').slice(0, 16)
}

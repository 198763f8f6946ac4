import { createHash } from 'node:crypto'
import { slug } from '../../../graph/catalogue/id-name.ts'
import type { Kind } from '../../../graph/model/model.ts'

/** What an id is made of. */
export interface Nameable {
  readonly kind: Kind
  readonly name: string
  /** Element type and identifier: they tell items of the same name apart. */
  readonly type: string
  readonly identifier: string
  /** The id that it asks for: what the catalogue calls it already. */
  readonly claims?: string | undefined
}

/** Longer names are cut: file systems take 255 bytes, and people less. */
const longest = 80

/**
 * Ids for items, in their order: the name as an id says it; items of a kind that would have the same get their type, and if
 * that isn't enough their identifier behind it. They depend on the set of items only, never on its order.
 */
export function giveIds(items: readonly Nameable[]): string[] {
  const levels = items.map(() => 0)
  for (;;) {
    const ids = items.map((item, index) => candidate(item, levels[index] ?? 0))
    const shared = Map.groupBy(ids.keys(), (index) => ids[index])
    const raised = [...shared.values()]
      .filter((same) => same.length > 1)
      .flatMap((same) => giveWay(same, items, levels))
    if (raised.length === 0) return ids
    for (const index of raised) levels[index] = (levels[index] ?? 0) + 1
  }
}

/** Of items that would have the same id, those that must take a longer one: all, but not one that asks for it. */
function giveWay(same: readonly number[], items: readonly Nameable[], levels: readonly number[]): readonly number[] {
  return same.filter((index) => items[index]?.claims === undefined || (levels[index] ?? 0) > 0)
}

function candidate({ kind, name, type, identifier, claims }: Nameable, level: number): string {
  if (claims !== undefined && level === 0) return claims
  const apart = [kebab(type), shortened(slug(identifier)) || hashOf(identifier)]
  const parts = [shortened(slug(name)), ...apart.slice(0, level), ...(level > apart.length ? [hashOf(identifier)] : [])]
  const said = parts.filter((part) => part !== '')
  return `${kind.idPrefix}/${(said.length === 0 ? apart.filter((part) => part !== '') : said).join('-')}`
}

const hashOf = (identifier: string): string => createHash('sha256').update(identifier).digest('hex').slice(0, 12)

const shortened = (text: string): string =>
  text.length <= longest ? text : text.slice(0, longest).replace(/-[^-]*$/, '')

const kebab = (type: string): string => slug(type.replace(/(?<=[a-z])(?=[A-Z])/g, '-'))

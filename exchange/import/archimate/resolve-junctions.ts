import type { ArchimateModel, Concept, Relationship } from './archimate-model.ts'
import { called } from './archimate-model.ts'
import { junctions } from './element-types.ts'

/** A relationship between two elements of which none is a junction. */
export interface Link {
  readonly type: string
  /** Identifiers of elements of the model. */
  readonly source: string
  readonly target: string
  /** The relationships that it is made of: one, or several that meet in junctions. */
  readonly relationships: readonly [Relationship, ...Relationship[]]
  /** What the junctions in between say. */
  readonly note: string | undefined
}

/** Links, and why relationships are in none, by their identifiers. */
export interface Resolved {
  readonly links: readonly Link[]
  readonly unresolved: ReadonlyMap<string, string>
}

/**
 * Resolves junctions: whatever leads into one is linked with whatever leads out of it by relationships of the same type,
 * through further junctions too.
 */
export function resolveJunctions({ elements, relationships }: ArchimateModel): Resolved {
  const unresolved = new Map<string, string>()
  const ids = new Set(relationships.map(({ identifier }) => identifier))
  const whole = relationships.filter((each) => {
    const missing = [each.source, each.target].find((end) => !elements.has(end))
    if (missing === undefined) return true
    const what = ids.has(missing)
      ? 'It leads to a relationship, not to an element.'
      : `The file has no element "${missing}".`
    unresolved.set(each.identifier, what)
    return false
  })
  const isJunction = (end: string): boolean => Object.hasOwn(junctions, elements.get(end)?.type ?? '')
  const leaving = Map.groupBy(whole, ({ source }) => source)
  const links = whole.flatMap((first): Link[] => {
    if (isJunction(first.source)) return []
    const found: Link[] = []
    const seen = new Set<string>()
    const follow = (chain: readonly [Relationship, ...Relationship[]], last: Relationship): void => {
      if (!isJunction(last.target)) {
        const between = chain.slice(0, -1).map(({ target }) => target)
        const { type, source } = first
        found.push({
          type,
          source,
          target: last.target,
          relationships: chain,
          note: noteOf(between.flatMap((each) => elements.get(each) ?? [])),
        })
      } else if (!seen.has(last.target)) {
        seen.add(last.target)
        const onward = (leaving.get(last.target) ?? []).filter(({ type }) => type === first.type)
        for (const next of onward) follow([...chain, next], next)
      }
    }
    follow([first], first)
    return found
  })
  const used = new Set(links.flatMap((link) => link.relationships.map(({ identifier }) => identifier)))
  for (const { identifier } of whole) {
    if (!used.has(identifier))
      unresolved.set(identifier, 'Its junction joins it with no other relationship of its type.')
  }
  return { links, unresolved }
}

function noteOf(between: readonly Concept[]): string | undefined {
  const said = between.map((junction) => {
    const name = junction.names.every(({ text }) => text === '') ? '' : ` “${called(junction)}”`
    return junctions[junction.type] === 'or'
      ? `Meets others in the or-junction${name}: not all may be needed.`
      : `Meets others in the and-junction${name}.`
  })
  return said.length === 0 ? undefined : said.join(' ')
}

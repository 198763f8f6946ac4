import type { Audience } from '../catalogue/audience.ts'
import type { Finding } from '../catalogue/finding.ts'
import type { StoredGraph } from '../load/stored-graph.ts'
import type { ProjectedGraph } from './project-graph.ts'

/** What no audience is told of: it says what is kept from whom. */
const leakRule = 'audience-leak'

/**
 * The findings that an audience reads: about items that are published with everything that they say, which mention nothing
 * that isn't published. A finding about an item of which something is left out could tell just that. Who can mend it is
 * said where the audience is told that somebody owns something.
 */
export function projectFindings(
  findings: readonly Finding[],
  before: StoredGraph,
  { graph, visible }: ProjectedGraph,
  { findings: isTold, sources }: Audience,
): Finding[] {
  if (!isTold || !sources) return []
  const isWhole = (id: string): boolean => {
    const said = Object.entries(before.nodes.get(id)?.properties ?? {})
    const kept = graph.nodes.get(id)?.properties
    return kept !== undefined && said.every(([name, value]) => kept[name] === value || sameParts(kept[name], value))
  }
  const owners = new Set([...graph.relations.values()].filter(({ type }) => type === 'OWNED_BY').map(({ to }) => to))
  return findings
    .filter(
      ({ item, rule, message, hint, place }) =>
        item !== undefined &&
        rule !== leakRule &&
        isWhole(item) &&
        visible.mentions.in([message, hint ?? '', place.file]) === undefined,
    )
    .map(({ owner, ...finding }) => (owner !== undefined && owners.has(owner) ? { ...finding, owner } : finding))
}

const sameParts = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

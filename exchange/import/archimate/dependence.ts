import type { Model } from '../../../graph/model/model.ts'
import type { ArchimateModel, Relationship } from './archimate-model.ts'
import { called } from './archimate-model.ts'
import type { Draft, Held } from './draft.ts'
import { isPassage } from './element-types.ts'
import { findRule } from './find-rule.ts'
import type { Link } from './resolve-junctions.ts'

/** An element between more than so many pairs of neighbours isn't passed: it would make a relation of every pair. */
const mostPairs = 400

interface Way {
  readonly to: string
  readonly link: Link
}

/**
 * Dependence that runs through elements without a kind: where a service is realized by a process that an application
 * serves, the service needs the application, though the process is no item. The shortest way counts; the relation's note
 * names what it runs through.
 */
export function throughPassages(
  links: readonly Link[],
  drafts: ReadonlyMap<string, Draft>,
  { elements }: Pick<ArchimateModel, 'elements'>,
  { model, language }: { readonly model: Model; readonly language: string | undefined },
): Held[] {
  const onward = new Map<string, Way[]>()
  const into = new Map<string, number>()
  for (const link of links) {
    const ends = dependence(link, elements)
    if (ends === undefined) continue
    const [dependent, needed] = ends
    onward.set(dependent, [...(onward.get(dependent) ?? []), { to: needed, link }])
    into.set(needed, (into.get(needed) ?? 0) + 1)
  }
  const passes = (identifier: string): boolean => {
    const pairs = (into.get(identifier) ?? 0) * (onward.get(identifier)?.length ?? 0)
    return !drafts.has(identifier) && pairs <= mostPairs && isPassage(elements.get(identifier)?.type ?? '')
  }
  return [...drafts].flatMap(([start, dependent]) => {
    const found: Held[] = []
    const seen = new Set([start])
    let ahead: (readonly Way[])[] = (onward.get(start) ?? []).map((way) => [way])
    while (ahead.length > 0) {
      const next: (readonly Way[])[] = []
      for (const way of ahead) {
        const last = way.at(-1)
        if (last === undefined || seen.has(last.to)) continue
        const needed = drafts.get(last.to)
        seen.add(last.to)
        // What is drawn directly says what it means itself.
        if (needed !== undefined && way.length === 1) continue
        if (needed !== undefined) found.push(...heldOf(way, dependent, needed))
        else if (passes(last.to)) next.push(...(onward.get(last.to) ?? []).map((each) => [...way, each]))
      }
      ahead = next
    }
    return found
  })

  function heldOf(way: readonly Way[], dependent: Draft, needed: Draft): Held[] {
    const type = way.at(-1)?.link.type === 'Assignment' ? 'Assignment' : 'Serving'
    const fit = findRule({ type }, needed.kind, dependent.kind, model)
    if (fit === undefined || dependent.id === needed.id) return []
    const passed = way.slice(0, -1).flatMap(({ to }) => elements.get(to) ?? [])
    const note = `Through ${passed.map((each) => `“${called(each, language)}” (${each.type})`).join(', ')}.`
    const takesNote = fit.relation.edge?.attributes.some(({ name }) => name === 'note') === true
    const [holder, to] = fit.holder === 'target' ? [dependent, needed] : [needed, dependent]
    const relationships = way.flatMap(({ link }): readonly Relationship[] => link.relationships)
    const carries = { ...fit.carries, ...(takesNote ? { note } : {}) }
    return [{ relation: fit.relation, holder: holder.id, to: to.id, carries, relationships }]
  }
}

/** Which end of a link needs the other: dependent and needed. An interface needs what it is a part of. */
function dependence(
  { type, source, target, relationships: [{ access }] }: Link,
  elements: ArchimateModel['elements'],
): readonly [string, string] | undefined {
  switch (type) {
    case 'Serving':
    case 'Realization':
    case 'Assignment':
      return [target, source]
    case 'Access':
      return access === 'Write' ? [target, source] : [source, target]
    case 'Composition':
    case 'Aggregation':
      return elements.get(target)?.type.endsWith('Interface') === true ? [target, source] : [source, target]
    default:
      return undefined
  }
}

import { slug } from '../../../graph/catalogue/id-name.ts'
import type { ArchimateModel } from './archimate-model.ts'
import { called } from './archimate-model.ts'
import type { Link } from './resolve-junctions.ts'
import type { Mapping } from './mapping.ts'

/** The tags of items, and what of the model they say. */
export interface GivenTags {
  /** By the element's identifier. */
  readonly tags: ReadonlyMap<string, ReadonlySet<string>>
  /** Identifiers of groups, views and relationships that are said by a tag. */
  readonly said: ReadonlySet<string>
}

/** Relationships that put an element into a group or at a location. */
const puts = new Set(['Composition', 'Aggregation', 'Assignment', 'Association', 'Realization'])

/**
 * Gives items the names of groups, locations and views that they are in, as tags. A group in a group gives both. Views of
 * the same name are told apart by their folder.
 * @param items identifiers of elements that are items.
 * @param groups identifiers of elements that are tags.
 */
export function giveTags(
  { elements, views, folders }: ArchimateModel,
  links: readonly Link[],
  {
    items,
    groups,
    mapping,
    language,
  }: {
    readonly items: ReadonlySet<string>
    readonly groups: ReadonlySet<string>
    readonly mapping: Mapping
    readonly language: string | undefined
  },
): GivenTags {
  const tags = new Map<string, Set<string>>()
  const said = new Set<string>()
  const give = (item: string, tag: string): void => {
    tags.set(item, (tags.get(item) ?? new Set()).add(tag))
  }
  const within = new Map<string, { readonly part: string; readonly link: Link }[]>()
  for (const link of links.filter(({ type }) => puts.has(type))) {
    const { source, target } = link
    const group = groups.has(source) ? source : target
    const part = groups.has(source) ? target : source
    if (groups.has(group)) within.set(group, [...(within.get(group) ?? []), { part, link }])
  }
  for (const group of groups) {
    const element = elements.get(group)
    if (element === undefined) continue
    const tag = tagOf(called(element, language), group)
    const seen = new Set<string>()
    const fill = (inner: string): boolean => {
      if (seen.has(inner)) return false
      seen.add(inner)
      const given = (within.get(inner) ?? []).map(({ part, link }) => {
        if (items.has(part)) give(part, tag)
        const holds = items.has(part) || (groups.has(part) && fill(part))
        if (holds) for (const { identifier } of link.relationships) said.add(identifier)
        return holds
      })
      return given.some((each) => each)
    }
    if (fill(group)) said.add(group)
  }
  const shown = mapping.views ? views : []
  const sameName = Map.groupBy(shown, (view) => called(view, language))
  for (const [name, same] of sameName) {
    for (const { identifier, shows } of same) {
      const folder = same.length === 1 ? undefined : folders.get(identifier)?.at(-1)
      const tag = tagOf(folder === undefined ? name : `${folder} ${name}`, identifier)
      for (const item of shows) {
        if (!items.has(item)) continue
        give(item, tag)
        said.add(identifier)
      }
    }
  }
  if (mapping.folders) {
    for (const item of items) for (const folder of folders.get(item) ?? []) give(item, tagOf(folder, folder))
  }
  return { tags, said }
}

const tagOf = (name: string, identifier: string): string => slug(name) || slug(identifier) || name

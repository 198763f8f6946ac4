import type { Imported, KnownCatalogue } from '../imported.ts'
import { targetChooser } from './choose-target.ts'
import { throughPassages } from './dependence.ts'
import { junctions } from './element-types.ts'
import { giveTags } from './give-tags.ts'
import { leftOutOf } from './left-out.ts'
import { makeDrafts } from './make-drafts.ts'
import type { Chosen } from './make-drafts.ts'
import { makeItems } from './make-items.ts'
import { readArchimate } from './read-model.ts'
import type { ArchimateModel } from './archimate-model.ts'
import { noMapping } from './mapping.ts'
import type { Mapping } from './mapping.ts'
import { resolveJunctions } from './resolve-junctions.ts'
import { settle } from './settle.ts'
import type { Why } from './settle.ts'

/** How a model is to be read. */
export interface ArchimateSaid {
  /** The file's name, for records. */
  readonly file: string
  /** The language of names and texts, as the file names it: `en`. Left out: what names none, or stands first. */
  readonly language?: string | undefined
  /** What the mapping file says. */
  readonly mapping?: Mapping | undefined
}

/**
 * What a model in the ArchiMate Model Exchange File Format says of the catalogue: items with the relations between them.
 * Elements, relationships and views are its records; each is an item, a relation or a tag, or left out with the reason.
 * Colours, places and sizes in views, and the order of anything, say nothing.
 * @throws ImportError for a file that is no such model.
 */
export function importArchimate(bytes: Uint8Array, said: ArchimateSaid, known: KnownCatalogue): Imported {
  const { file, language, mapping = noMapping } = said
  const archimate = readArchimate(bytes, file)
  const { chosen, groups, without } = choose(archimate, known, mapping)
  const { links, unresolved } = resolveJunctions(archimate)
  const settled = settle(makeDrafts(chosen, known, { mapping, language }), links, { known, language })
  const { drafts, holdings } = settled
  const used = new Set(settled.used)
  for (const held of throughPassages(links, drafts, archimate, { model: known.model, language })) {
    if (holdings.add(held) === undefined) for (const { identifier } of held.relationships) used.add(identifier)
  }
  const items = new Set(drafts.keys())
  const { tags, said: tagged } = giveTags(archimate, links, { items, groups, mapping, language })
  return {
    recordsAre: 'elements, relationships and views',
    records: archimate.records,
    items: makeItems(drafts, holdings, tags),
    leftOut: leftOutOf({ archimate, settled, used, tagged, without, unresolved, mapping, language }),
  }
}

/** What each element is to become: an item, a tag, or nothing and why. */
function choose(
  archimate: ArchimateModel,
  { model }: KnownCatalogue,
  mapping: Mapping,
): { readonly chosen: Chosen[]; readonly groups: ReadonlySet<string>; readonly without: ReadonlyMap<string, Why> } {
  const targetOf = targetChooser(archimate, model, mapping)
  const chosen: Chosen[] = []
  const groups = new Set<string>()
  const without = new Map<string, Why>()
  for (const element of archimate.elements.values()) {
    const { identifier, type } = element
    if (Object.hasOwn(junctions, type)) continue
    const target = targetOf(element)
    if (target === 'tag') groups.add(identifier)
    else if (target === undefined) without.set(identifier, { reason: `ArchiMate has no element type "${type}".` })
    else if (target === 'none') without.set(identifier, noKind(type))
    else if (model.kinds.has(target.kind)) chosen.push({ element, target })
    else without.set(identifier, { reason: `The catalogue's model has no kind ${target.kind}.` })
  }
  return { chosen, groups, without }
}

const noKind = (type: string): Why => ({
  reason: 'Elements of its type are no items.',
  hint: `Name a kind for them in a mapping file: types: { ${type}: … }.`,
})

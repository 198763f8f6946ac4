import { didYouMean } from 'graphql/jsutils/didYouMean.js'
import { existsSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import type { MergedItem } from '../../graph/catalogue/merge-layers.ts'
import { builtInLayers } from '../../graph/catalogue/built-in-layers.ts'
import type { MergedCatalogue } from '../../graph/catalogue/merge-catalogue.ts'
import { nameFormat, slug } from '../../graph/catalogue/id-name.ts'
import { formerIdsField } from '../../graph/catalogue/former-ids.ts'
import type { Draft } from '../../graph/catalogue/draft.ts'
import { closeIds } from '../../graph/catalogue/suggest.ts'
import { RenameError } from './rename-error.ts'

/** What an item is to be called. */
export interface Renaming {
  readonly from: string
  readonly to: string
  /** What the catalogue's own layer says of it. */
  readonly draft: Draft
  /** New ids by old ones: its own, and those of what is written inside of it. */
  readonly ids: ReadonlyMap<string, string>
  /** The name that its file gets; undefined for what is written inside of another's file. */
  readonly fileName: string | undefined
  /** Former ids that its file is to list. */
  readonly formerIds: readonly string[]
}

/**
 * Finds out what is to be renamed, and to what.
 * @param id whole, a former one, or its last part where only one item has it.
 * @param name the new id, or its last part.
 * @throws RenameError
 */
export function renamingOf(id: string, name: string, catalogue: MergedCatalogue): Renaming {
  const { items, layers } = catalogue
  const item = itemCalled(id, catalogue)
  const from = item.id
  const ownLayer = layers.at(-1)?.name ?? ''
  const draft = item.drafts.find(({ place }) => place.layer === ownLayer)
  const other = item.drafts.find(({ place }) => place.layer !== ownLayer)
  const before = from.slice(0, from.lastIndexOf('/') + 1)
  const to = newId(name, before)
  if (to === from) throw new RenameError(`${from} is called so already.`)
  const isTakenUp = takesUp(items.get(to), from, ownLayer)
  if (draft === undefined || (other !== undefined && !isTakenUp)) throw elsewhere(from, other ?? draft, draft, to)
  if (!isTakenUp) requireFree(to, from, catalogue)
  const isInside = item.inside !== undefined
  const fileName = isInside ? undefined : `${to.slice(before.length)}${extname(draft.place.file)}`
  if (fileName !== undefined && existsSync(join(dirname(draft.place.path), fileName))) {
    throw new RenameError(
      `There is a file ${join(dirname(draft.place.file), fileName)} already: rename or delete it first.`,
    )
  }
  const ids = new Map([[from, to]])
  for (const { id: inner, inside, kind } of items.values()) {
    if (inside === from) ids.set(inner, `${kind.idPrefix}/${to.slice(before.length)}/${basename(inner)}`)
  }
  return { from, to, draft, ids, fileName, formerIds: isTakenUp ? listed(draft) : formerIdsOf(draft, from, to) }
}

function itemCalled(id: string, { items, former, model }: MergedCatalogue): MergedItem {
  const whole = items.get(former.now(id))
  if (whole !== undefined) return whole
  const candidates = id.includes('/')
    ? []
    : [...model.kinds.values()].flatMap(({ idPrefix }) => items.get(former.now(`${idPrefix}/${id}`)) ?? [])
  const [only, ...others] = candidates
  if (only !== undefined && others.length === 0) return only
  if (only !== undefined)
    throw new RenameError(`"${id}" may be ${candidates.map((each) => each.id).join(' or ')}: write which.`)
  const kind = id.slice(0, id.indexOf('/') + 1)
  const near = [...items.keys()].filter((each) => each.startsWith(kind))
  throw new RenameError(`There is no item "${id}".${didYouMean(closeIds(id, near))}`)
}

function newId(name: string, before: string): string {
  const last = name.startsWith(before) ? name.slice(before.length) : name
  if (last.includes('/')) {
    throw new RenameError(
      `The new id begins with ${before} too: an item keeps its kind, and what is inside of another stays there.`,
    )
  }
  if (nameFormat.test(last)) return before + last
  throw new RenameError(
    `"${last}" can't be part of an id. Use lower-case letters, digits and hyphens: ${slug(last) || 'a-name'}.`,
  )
}

/** A lower layer has renamed the item: this catalogue's file about it follows. */
const takesUp = (item: MergedItem | undefined, from: string, ownLayer: string): boolean =>
  item !== undefined &&
  item.drafts.every(({ place }) => place.layer !== ownLayer) &&
  item.drafts.some((draft) => listed(draft).includes(from))

function elsewhere(from: string, other: Draft | undefined, own: Draft | undefined, to: string): RenameError {
  const { layer = '', path = '' } = other?.place ?? {}
  const where = `${from} is written in the layer "${layer}"`
  if (builtInLayers.includes(layer)) {
    return new RenameError(
      `${where}, which comes with Tributary and keeps its ids. Say another "name" in this catalogue, or leave it out ("without") and write ${to}.`,
    )
  }
  return new RenameError(
    own === undefined
      ? `${where} (${path}), not in this catalogue. Rename it there, or leave it out ("without") and write ${to} here.`
      : `${where} (${path}) as well as in ${own.place.file}. Rename it there first; then this command renames it here.`,
  )
}

function requireFree(to: string, from: string, { items, former }: MergedCatalogue): void {
  const live = items.get(to)
  if (live !== undefined) throw new RenameError(`${to} is taken, by ${live.drafts[0]?.place.file ?? ''}.`)
  const now = former.now(to)
  if (now !== to && now !== from) {
    throw new RenameError(
      `${to} was the id of ${now}, and leads there still. Take it off its "${formerIdsField}" first.`,
    )
  }
}

const listed = (draft: Draft): string[] => {
  const value = draft.values.get(formerIdsField)?.value
  return Array.isArray(value) ? value.map(String) : []
}

/** An id that comes back is no former one any more. */
const formerIdsOf = (draft: Draft, from: string, to: string): string[] =>
  [...new Set([...listed(draft), from])].filter((id) => id !== to)

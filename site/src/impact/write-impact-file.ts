import { criticalities } from '../../../graph/impact/states.ts'
import type { Need } from '../../../graph/impact/snapshot.ts'
import type { Item } from '../catalogue/catalogue.ts'
import type { Kind } from '../catalogue/model.ts'
import { formerIdsOf } from '../former-paths.ts'
import { areaOf } from '../page/areas.ts'
import { itemLinkWithHolder } from '../page/item-link.ts'
import { kindLabel } from '../words/labels.ts'
import type { FileKind, ImpactFile } from './impact-file.ts'
import type { ImpactGraph } from './impact-graph.ts'

/** What the file needs of a catalogue beside its graph: kinds, and what else items are called. */
export interface Described {
  readonly model: { readonly kinds: ReadonlyMap<string, Kind> }
  readonly items: ReadonlyMap<string, Item>
}

/** The graph as the browser gets it: `readImpactFile` makes the very same index of it. */
export function writeImpactFile({ index, verbs, revision }: ImpactGraph, { model, items }: Described): ImpactFile {
  const kinds = numbered(index.items.map(({ kind }) => kind))
  const needs = [...index.needs]
  const types = numbered(needs.map(({ type }) => type))
  const former = index.items.flatMap(({ id }, item) => formerIdsOf(items.get(id)).map((each) => [each, item] as const))
  const groups = numbered(needs.flatMap(({ redundancyGroup: group }) => group ?? []))
  return {
    revision,
    kinds: [...kinds.keys()].map((name) => fileKind(name, model.kinds.get(name))),
    types: [...types.keys()].map((type) => [type, ...(verbs.get(type) ?? [type, type])]),
    groups: [...groups.keys()],
    items: index.items.map(({ id, kind, name }) => {
      const path = pathIn(id, model.kinds.get(kind)?.idPrefix ?? '')
      return [kinds.get(kind) ?? 0, path, name, ...besides(items.get(id))]
    }),
    ...(former.length === 0 ? {} : { former }),
    needs: {
      counts: index.items.map((_, item) => index.needsOf.sizeOf(item)),
      needed: [...index.needed],
      types: needs.map(({ type }) => types.get(type) ?? 0),
      strengths: needs.map(strengthOf),
      grouped: needs.flatMap(({ redundancyGroup: group, atLeast = 0 }, need) =>
        group === undefined && atLeast === 0 ? [] : [[need, groups.get(group ?? '') ?? -1, atLeast] as const],
      ),
    },
  }
}

const strengthOf = ({ criticality }: Need): number =>
  criticality === undefined ? criticalities.length : criticalities.indexOf(criticality)

/** Other names and what stands behind the name, as far as there is either. */
function besides(item: Item | undefined): readonly [] | readonly [string] | readonly [string, string] {
  if (item === undefined) return []
  const aliases = ((item.values['aliases'] ?? []) as readonly string[]).join(', ')
  const { note = '' } = itemLinkWithHolder(item)
  return note !== '' ? [aliases, note] : aliases !== '' ? [aliases] : []
}

const pathIn = (id: string, prefix: string): string => (id.startsWith(`${prefix}/`) ? id.slice(prefix.length + 1) : id)

function fileKind(name: string, kind: Kind | undefined): FileKind {
  if (kind === undefined) throw new Error(`The model has no kind ${name}.`)
  return [name, kind.idPrefix, kind.folder, kindLabel(kind), areaOf(kind)]
}

/** Each word once, with its number. */
function numbered(words: readonly string[]): ReadonlyMap<string, number> {
  return new Map([...new Set(words)].map((word, number) => [word, number]))
}

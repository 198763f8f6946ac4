import { indexSnapshot } from '../../../graph/impact/index-snapshot.ts'
import { criticalities } from '../../../graph/impact/states.ts'
import type { Need } from '../../../graph/impact/snapshot.ts'
import { linkTo } from '../links.ts'
import type { ImpactFile } from './impact-file.ts'
import type { ImpactGraph } from './impact-graph.ts'

/** The graph in the browser, with what the explorer shows of items. */
export interface ReadGraph extends ImpactGraph {
  /** In the order of the index. */
  readonly described: readonly DescribedItem[]
  /** Ids that items had before, with those that they have now. */
  readonly former: ReadonlyMap<string, string>
}

/** What the explorer shows of an item. */
export interface DescribedItem {
  readonly id: string
  readonly name: string
  /** Name of its kind in the model. */
  readonly kind: string
  readonly label: string
  readonly area: string
  readonly aliases: string
  /** Behind the name: in which stream a step is, which stream only describes. */
  readonly note: string
  readonly href: string
}

/** Reads what `writeImpactFile` wrote. @throws Error where it isn't such a file. */
export function readImpactFile(file: ImpactFile, base: string): ReadGraph {
  const described = file.items.map(([kind, path, name, aliases = '', note = '']): DescribedItem => {
    const [kindName, idPrefix, folder, label, area] = at(file.kinds, kind)
    const href = linkTo({ id: path, kind: { idPrefix: '', folder } }, base)
    return { id: `${idPrefix}/${path}`, name, kind: kindName, label, area, aliases, note, href }
  })
  return {
    revision: file.revision,
    index: indexSnapshot({ items: described.map(({ id, kind, name }) => ({ id, kind, name })), needs: needs(file) }),
    verbs: new Map(file.types.map(([type, there, back]) => [type, [there, back] as const])),
    described,
    former: new Map((file.former ?? []).map(([id, item]) => [id, at(described, item).id])),
  }
}

function needs({ items, kinds, types, groups, needs: columns }: ImpactFile): Need[] {
  const ids = items.map(([kind, path]) => `${at(kinds, kind)[1]}/${path}`)
  const dependents = columns.counts.flatMap((count, item) => new Array<string>(count).fill(at(ids, item)))
  const grouped = new Map(columns.grouped.map(([need, group, atLeast]) => [need, { group, atLeast }]))
  return dependents.map((dependent, number): Need => {
    const { group = -1, atLeast = 0 } = grouped.get(number) ?? {}
    return {
      ...{ dependent, needed: at(ids, at(columns.needed, number)), type: at(types, at(columns.types, number))[0] },
      criticality: criticalities[at(columns.strengths, number)],
      redundancyGroup: groups[group],
      atLeast: atLeast === 0 ? undefined : atLeast,
      relation: number,
    }
  })
}

function at<Entry>(list: readonly Entry[], place: number): Entry {
  const found = list[place]
  if (found === undefined) throw new Error('The snapshot of the graph is damaged.')
  return found
}

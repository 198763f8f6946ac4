import type { SiteAttributeFragment, SiteModelQuery } from '../generated/graphql.ts'
import { ask } from './ask.ts'
import type { Execute } from './build-input.ts'
import { inSiteLanguage } from '../words/site-language.ts'
import { modelDocument } from './documents.ts'

type Answered = SiteModelQuery['model']

/** A kind of item. */
export type Kind = Omit<Answered['kinds'][number], 'dimension' | 'inside'> & {
  /** For resources: which of the four dimensions. */
  readonly dimension: string | undefined
  /** The relation that its items are written inside of, and so belong to one other item. */
  readonly inside: Relation | undefined
}
/** A field that holds a value. */
export type Attribute = Omit<SiteAttributeFragment, 'default'> & { readonly default: string | null }
/** A relation, in the direction in which it is written. */
export type Relation = Omit<Answered['relations'][number], 'type' | 'verbs' | 'edge'> & {
  /** A catalogue may add types that no generated type knows. */
  readonly type: string
  /** How to say it in the site's language, from holder to target and back. */
  readonly verbs: readonly [string, string]
  /** What it carries besides its target. */
  readonly edge: readonly Attribute[]
  /** Name of what it carries. */
  readonly edgeName: string | undefined
}
/** A short cut over two relations. */
export type Path = Omit<Answered['paths'][number], 'along' | 'verbs'> & {
  readonly along: readonly [Relation, Relation]
  readonly verbs: readonly [string, string]
}

/** The model as pages read it: everything by name, in the model's order. */
export interface Model {
  readonly kinds: ReadonlyMap<string, Kind>
  readonly interfaces: ReadonlyMap<string, Answered['interfaces'][number]>
  readonly unions: ReadonlyMap<string, Answered['unions'][number]>
  readonly relations: ReadonlyMap<string, Relation>
  readonly paths: readonly Path[]
  readonly edges: ReadonlyMap<string, Answered['edges'][number]>
  readonly values: ReadonlyMap<string, Answered['values'][number]>
  readonly enums: ReadonlyMap<string, Answered['enums'][number]>
  readonly scalars: ReadonlyMap<string, Answered['scalars'][number]>
}

/** Parts of addresses that every site has already. */
export const taken: ReadonlySet<string> = new Set([
  'model',
  'practices-and-streams',
  'recent-changes',
  'findings',
  'at-a-glance',
  'search',
  'impact',
  'api',
  'cards',
  '404',
  '_astro',
])

/** Reads the model from the API: the only place that knows in which shape it comes. */
export async function readModel(execute: Execute): Promise<Model> {
  const { model } = await ask(execute, modelDocument, {})
  const edges = byName(model.edges)
  const relations = new Map(
    model.relations.map(({ type, verbs, edge, ...rest }): [string, Relation] => {
      const said = edge == null ? undefined : edges.get(edge)
      const [there = type, back = type] = verbs
      return [
        type,
        {
          ...rest,
          type,
          verbs: [inSiteLanguage(there), inSiteLanguage(back)],
          edge: said?.attributes ?? [],
          edgeName: said?.name,
        },
      ]
    }),
  )
  const [wrong] = model.kinds.filter(({ folder }) => taken.has(folder))
  if (wrong !== undefined) {
    throw new Error(`The site has a page of its own at /${wrong.folder}/. Give the kind ${wrong.name} another folder.`)
  }
  const kinds = model.kinds.map(({ dimension, inside, ...kind }) => ({
    ...kind,
    dimension: dimension ?? undefined,
    inside: inside == null ? undefined : relations.get(inside),
  }))
  return {
    kinds: byName(kinds),
    interfaces: byName(model.interfaces),
    unions: byName(model.unions),
    relations,
    paths: model.paths.flatMap(({ along, verbs, ...path }) => {
      const [first, second] = along.map((type) => relations.get(type))
      const [there = path.field, back = path.inverse] = verbs
      return first && second
        ? [{ ...path, along: [first, second] as const, verbs: [inSiteLanguage(there), inSiteLanguage(back)] as const }]
        : []
    }),
    edges,
    values: byName(model.values),
    enums: byName(model.enums),
    scalars: byName(model.scalars),
  }
}

const byName = <Named extends { readonly name: string }>(all: readonly Named[]): Map<string, Named> =>
  new Map(all.map((each) => [each.name, each]))

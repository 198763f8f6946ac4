import type { GraphQLSchema } from 'graphql'

/** The model as data: what `graph/model/*.graphql` (and a catalogue's own `model/`) say, read once and never changed. */
export interface Model {
  /** The kinds by name, in the order of the files. */
  readonly kinds: ReadonlyMap<string, Kind>
  /** `Item`, `Party`, `Resource` …: what several kinds have in common. */
  readonly interfaces: ReadonlyMap<string, ItemInterface>
  /** Named sets of kinds without fields in common: `Raiser`. */
  readonly unions: ReadonlyMap<string, ItemUnion>
  /** What relations carry. */
  readonly edges: ReadonlyMap<string, EdgeType>
  /** Values with parts that belong to one item: `Money`. */
  readonly values: ReadonlyMap<string, ValueType>
  readonly enums: ReadonlyMap<string, EnumType>
  readonly scalars: ReadonlyMap<string, { readonly name: string; readonly description: string }>
  /** Every relation once, by its type in the graph. */
  readonly relations: ReadonlyMap<string, Relation>
  /** Every short cut over two relations. */
  readonly paths: readonly Path[]
  /** The files it was read from, so that a graph can carry its own model. */
  readonly files: readonly ModelFile[]
  /** The model as an executable schema, as far as files say it: no inverse fields. */
  readonly schema: GraphQLSchema
}

/** One file of the model. */
export interface ModelFile {
  /** Where it is, for messages. */
  readonly path: string
  readonly text: string
}

/** A kind of item. */
export interface Kind {
  readonly name: string
  readonly description: string
  /** First part of its items' ids: `value-stream`. */
  readonly idPrefix: string
  /** Folder of its files and part of its addresses: `value-streams`. */
  readonly folder: string
  /** Name of the API's field for one: `valueStream`. */
  readonly singular: string
  /** Name of the API's field for many: `valueStreams`. */
  readonly plural: string
  /** For resources: which of the four dimensions. */
  readonly dimension: string | undefined
  /** Interfaces that it implements, `Item` among them. */
  readonly interfaces: readonly string[]
  /** Fields that hold values, those of its interfaces included, in order. */
  readonly attributes: readonly Attribute[]
  /** Relations that its items hold, those of its interfaces included, in order. */
  readonly relations: readonly Relation[]
  /** Relations that its files say: those that its items hold, then those said at either end, turned round. */
  readonly written: readonly Relation[]
  /** The relation that its items are written inside of; such items have no files of their own. */
  readonly inside: Relation | undefined
}

/** What several kinds have in common. */
export interface ItemInterface {
  readonly name: string
  readonly description: string
  readonly interfaces: readonly string[]
  readonly attributes: readonly Attribute[]
  readonly relations: readonly Relation[]
  /** Names of the kinds that implement it, in order. */
  readonly members: readonly string[]
}

/** A named set of kinds. */
export interface ItemUnion {
  readonly name: string
  readonly description: string
  readonly members: readonly string[]
}

/** A field that holds a value, of an item or of an edge. */
export interface Attribute {
  readonly name: string
  readonly description: string
  /** A scalar, an enum or a value type. */
  readonly type: string
  readonly category: 'scalar' | 'enum' | 'value'
  readonly list: boolean
  readonly required: boolean
  /** What it is when the file doesn't say. */
  readonly default: unknown
  /** How much a hit in it weighs in search; undefined: it isn't searched. */
  readonly search: number | undefined
  /** Set by Tributary: an error in a file. */
  readonly derived: boolean
}

/** A relation from the kinds that hold it to the kinds that it leads to. */
export interface Relation {
  /** Its type in the graph: `USES`. */
  readonly type: string
  /** The field that it is written in: `resources`. */
  readonly field: string
  readonly description: string
  /** The type that declares it: a kind or an interface. */
  readonly declaredBy: string
  /** The field's type: a kind, an interface or a union. */
  readonly target: string
  /** Kinds whose items may hold it. */
  readonly holders: readonly string[]
  /** Kinds that it may lead to. */
  readonly targets: readonly string[]
  readonly list: boolean
  readonly required: boolean
  /** The field that the target gets: `usedBy`. */
  readonly inverse: string
  /** How to say it from the holder: "uses", and from the target: "is used by". */
  readonly verbs: readonly [string, string]
  /** What it carries besides its target. */
  readonly edge: EdgeType | undefined
  readonly impact: Direction | undefined
  readonly change: Direction | undefined
  /** Criticality of its needs when the file doesn't say. */
  readonly criticality: string | undefined
  /** Redundancy group of its needs when the file doesn't say. */
  readonly redundancyGroup: string | undefined
  readonly inside: boolean
  readonly acyclic: boolean
  /** Whether files may say it at the target too, in the field named by `inverse`. */
  readonly eitherEnd: boolean
}

/** Which end of a relation needs the other: the holder the target (`NEEDS`), or the target the holder (`SERVES`). */
export type Direction = 'NEEDS' | 'SERVES'

/** A short cut over two relations, read off the graph. */
export interface Path {
  readonly field: string
  readonly description: string
  /** The type that has it, always a kind. */
  readonly declaredBy: string
  /** The kind, interface or union that it leads to. */
  readonly target: string
  readonly targets: readonly string[]
  /** The two relations that it follows, both from holder to target. */
  readonly along: readonly [Relation, Relation]
  readonly inverse: string
  readonly verbs: readonly [string, string]
}

/** What a relation carries. */
export interface EdgeType {
  readonly name: string
  readonly description: string
  readonly attributes: readonly Attribute[]
}

/** A value with parts. */
export interface ValueType {
  readonly name: string
  readonly description: string
  readonly attributes: readonly Attribute[]
}

/** A closed list of words. */
export interface EnumType {
  readonly name: string
  readonly description: string
  readonly values: readonly { readonly name: string; readonly description: string }[]
}

/** Names of the kinds that a type stands for: itself, an interface's or a union's members. */
export function membersOf(model: Model, type: string): readonly string[] {
  return model.interfaces.get(type)?.members ?? model.unions.get(type)?.members ?? [type]
}

/** The kind with this name. @throws when there is none: the name must come from the model. */
export function kindOf(model: Model, name: string): Kind {
  const kind = model.kinds.get(name)
  if (kind === undefined) throw new Error(`The model has no kind ${name}.`)
  return kind
}
